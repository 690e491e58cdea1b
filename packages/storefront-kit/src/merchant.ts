/** What may be said of an offer to search engines and in feeds: pure rules, no React, no dependency. */
export { AVAILABILITY_STATUSES, type Availability, type AvailabilityStatus } from "./rules/availability.js"
export type { Moment } from "./rules/moments.js"
export {
  merchantAvailability,
  type MerchantAvailability,
  type MerchantAvailabilityValue,
} from "./rules/merchant-availability.js"
export { asOffered } from "./rules/as-offered.js"
export { gtin13 } from "./rules/gtin13.js"
export { productJsonLd, type JsonLdOptions } from "./json-ld/product-json-ld.js"
export { jsonLdScript } from "./json-ld/json-ld-script.js"
export type {
  OfferedProduct,
  OfferedVariant,
  OfferJsonLd,
  ProductJsonLd,
  SchemaAvailability,
} from "./json-ld/product.js"
