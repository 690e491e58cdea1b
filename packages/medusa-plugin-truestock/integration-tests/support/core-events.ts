/**
 * What core says of the stock, by name, how often: read off @medusajs/core-flows and @medusajs/inventory 2.21.2, for an
 * order of two lines, of which a fulfilment ends one reservation and shrinks the other. The workflows name what they
 * did; the inventory module, by itself, every row that it changed: a level once per call that writes it.
 */
export const CORE_EVENTS = {
  placed: {
    "order.placed": 1,
    "reservation-item.created": 2,
    "inventory.reservation-item.created": 2,
    "inventory.inventory-level.updated": 2,
  },
  fulfilled: {
    "order.fulfillment_created": 1,
    "inventory-level.updated": 2,
    "reservation-item.updated": 1,
    "reservation-item.deleted": 1,
    "inventory.reservation-item.updated": 1,
    "inventory.reservation-item.deleted": 1,
    "inventory.inventory-level.updated": 4,
  },
  fulfilment_cancelled: {
    "order.fulfillment_canceled": 1,
    "inventory-level.updated": 2,
    "reservation-item.created": 1,
    "reservation-item.updated": 1,
    "inventory.reservation-item.created": 1,
    "inventory.reservation-item.updated": 1,
    "inventory.inventory-level.updated": 4,
  },
  cancelled: {
    "order.canceled": 1,
    "reservation-item.deleted": 2,
    "inventory.reservation-item.deleted": 2,
    "inventory.inventory-level.updated": 2,
  },
} as const

/** The events about orders (not those of the order module's rows), reservations and levels. */
export function countEvents(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) {
    if (!/^(order\.[a-z_]+|(inventory\.)?(reservation-item|inventory-level)\.[a-z]+)$/.test(name)) continue
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
