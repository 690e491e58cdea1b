/** A reservation as core asks its inventory service for it. */
export type AskedReservation = {
  inventory_item_id: string
  location_id: string
  line_item_id?: string | null
  quantity: unknown
  allow_backorder?: boolean
}

/** A live hold that belongs to an order's line. */
export type LineHold = { id: string; line: string; item: string; location: string; quantity: number }

/**
 * Sends reservations of order lines to where the cart held their units. Core takes the first location that seems to
 * have enough, and does not know that the units there are held by somebody else, and its own somewhere else.
 *
 * Changes the given reservations.
 */
export function followHolds(reservations: AskedReservation[], held: LineHold[]): void {
  // The lines of a cart share its token, so a hold may seem to be each one's: it is followed once.
  const followed = new Set<string>()
  for (const reservation of reservations) {
    const places = held.filter(
      ({ id, line, item }) =>
        !followed.has(id) && line === reservation.line_item_id && item === reservation.inventory_item_id
    )
    const place = places.find(({ quantity }) => quantity === Number(reservation.quantity)) ?? places[0]
    if (!place) continue
    followed.add(place.id)
    reservation.location_id = place.location
  }
}
