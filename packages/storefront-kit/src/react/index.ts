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
