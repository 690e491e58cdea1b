/**
 * The dashboard invalidates `["inventory_items", "detail", id]` after each change that it makes to an item's stock
 * or reservations. Keys below it are asked for again at the same moment.
 */
const ofItem = (itemId: string) => ["inventory_items", "detail", itemId, "truestock"] as const

/** The same of a product: the dashboard invalidates `["products", "detail", id]` after each change to it. */
const ofProduct = (productId: string) => ["products", "detail", productId, "truestock"] as const

/** Every page of products by availability. */
const availabilities = ["truestock", "availabilities"] as const

const holds = ["truestock", "holds"] as const
const shortfalls = ["truestock", "shortfalls"] as const
/** The pages of the stockroom: deliveries, transfers, counts, low stock, backorders, locations, all movements, reports. */
const stockroom = ["truestock", "stockroom"] as const

/** Sources, runs and queues of distributors. */
const distributor = ["truestock", "distributor"] as const

/** What a change of stock or of a hold may change: the dashboard's own queries of items and levels, and ours. */
export const ABOUT_STOCK = [
  ["inventory_items"],
  ["inventory_item_levels"],
  ["product_variants"],
  availabilities,
  holds,
  shortfalls,
  stockroom,
] as const

export const queryKeys = {
  movements: (itemId: string, search: object) => [...ofItem(itemId), "movements", search] as const,
  history: (itemId: string, search: object) => [...ofItem(itemId), "history", search] as const,
  locations: (itemId: string) => [...ofItem(itemId), "locations"] as const,
  orderNumbers: (ids: string[]) => ["truestock", "order-numbers", ids] as const,
  userNames: (ids: string[]) => ["truestock", "user-names", ids] as const,
  shortfalls: (search: object) => [...shortfalls, search] as const,
  holds: (search: object) => [...holds, search] as const,
  stockroom: (path: string, search: object = {}) => [...stockroom, path, search] as const,
  stockroomAll: () => stockroom,
  distributor: (path: string, search: object = {}) => [...distributor, path, search] as const,
  distributorAll: () => distributor,
  productNames: (ids: string[]) => ["truestock", "product-names", ids] as const,
  distributorOfProduct: (productId: string) => [...ofProduct(productId), "distributor"] as const,
  currencies: () => ["truestock", "currencies"] as const,
  /** Not below the item: what an opened dialog shows must not change under the operator's hands. */
  levelsShown: (itemId: string, dialog: string) => ["truestock", "levels-shown", itemId, dialog] as const,
  ofProduct,
  availability: (productId: string) => [...ofProduct(productId), "availability"] as const,
  availabilityPolicy: (productId: string, scope: object) =>
    [...ofProduct(productId), "policy", scope] as const,
  availabilityHistory: (productId: string, limit: number) =>
    [...ofProduct(productId), "status-history", limit] as const,
  productVariants: (productId: string) => [...ofProduct(productId), "variants"] as const,
  availabilities: (search?: object) => (search ? ([...availabilities, search] as const) : availabilities),
  stockLocations: () => ["truestock", "stock-locations"] as const,
  salesChannels: () => ["truestock", "sales-channels"] as const,
  categories: () => ["truestock", "categories"] as const,
  collections: () => ["truestock", "collections"] as const,
  actors: () => ["truestock", "actors"] as const,
  itemSearch: (q: string) => ["truestock", "item-search", q] as const,
  health: () => ["truestock", "health"] as const,
}
