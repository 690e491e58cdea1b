export * from "./merchant.js"
export * from "./label.js"
export type {
  AvailableProduct,
  AvailableVariant,
  ProductAvailability,
  ProductCard,
} from "./client/availability.js"
export type * from "./client/cart-hold.js"
export type * from "./client/notification.js"
export * from "./client/api-error.js"
export type * from "./client/listing.js"
export {
  createTruestockClient,
  type ClientSettings,
  type TruestockClient,
} from "./client/truestock-client.js"
export type { MedusaSdk, Question, RequestOptions } from "./client/ask.js"
