export { TruestockProvider, useTruestock } from "./truestock-provider.js"
export {
  availableProductsQuery,
  infiniteAvailableProductsQuery,
  TRUESTOCK_QUERIES,
} from "./available-products-query.js"
export { useAvailableProducts, type AvailableProducts } from "./use-available-products.js"
export {
  useInfiniteAvailableProducts,
  type InfiniteAvailableProducts,
} from "./use-infinite-available-products.js"
export { productAvailabilityQuery } from "./product-availability-query.js"
export { useProductAvailability, type ProductAvailabilityResult } from "./use-product-availability.js"
export { useCartHold, type CartHoldResult } from "./use-cart-hold.js"
export { useNotifyWhenAvailable, type NotifyWhenAvailable } from "./use-notify-when-available.js"
