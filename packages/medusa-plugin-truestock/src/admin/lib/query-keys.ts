/**
 * The dashboard invalidates `["inventory_items", "detail", id]` after each change that it makes to an item's stock
 * or reservations. Keys below it are asked for again at the same moment.
 */
const ofItem = (itemId: string) => ["inventory_items", "detail", itemId, "truestock"] as const

export const queryKeys = {
  movements: (itemId: string, search: object) => [...ofItem(itemId), "movements", search] as const,
  history: (itemId: string, search: object) => [...ofItem(itemId), "history", search] as const,
  locations: (itemId: string) => [...ofItem(itemId), "locations"] as const,
  orderNumbers: (ids: string[]) => ["truestock", "order-numbers", ids] as const,
  userNames: (ids: string[]) => ["truestock", "user-names", ids] as const,
  shortfalls: (search: object) => ["truestock", "shortfalls", search] as const,
  health: () => ["truestock", "health"] as const,
}
