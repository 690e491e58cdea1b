import { type Connection, query } from "../../../database/connection"

/** A reservation as core asks its inventory service for it. */
export type AskedReservation = {
  inventory_item_id: string
  location_id: string
  line_item_id?: string | null
  quantity: unknown
}

/** Once the database knows holds it does not forget them: a process that is older than they are asks again. */
let areHoldsKnown = false

/**
 * Sends reservations of order lines to where the cart held their units. Core takes the first location that seems to
 * have enough, and does not know that the units there are held by somebody else, and its own somewhere else.
 *
 * Changes the given reservations. Locks nothing: whether the hold is still there is asked again under the locks.
 */
export async function followHolds(tx: Connection, reservations: AskedReservation[]): Promise<void> {
  const lines = reservations.flatMap(({ line_item_id }) => line_item_id ?? [])
  if (lines.length === 0 || !(await hasHolds(tx))) return
  const held = await query<{ id: string; line: string; item: string; location: string; quantity: string }>(
    tx,
    `select h.id, k.line, h.inventory_item_id as item, h.location_id as location, h.quantity
     from truestock_holds_of(cast(:lines as jsonb)) k
     join inventory_hold h on h.id = k.id and h.expires_at > truestock_now()`,
    { lines: JSON.stringify(lines.map((line) => ({ line, reservation: line }))) }
  )
  // The lines of a cart share its token, so a hold may seem to be each one's: it is followed once.
  const followed = new Set<string>()
  for (const reservation of reservations) {
    const places = held.filter(
      ({ id, line, item }) =>
        !followed.has(id) && line === reservation.line_item_id && item === reservation.inventory_item_id
    )
    const place =
      places.find(({ quantity }) => Number(quantity) === Number(reservation.quantity)) ?? places[0]
    if (!place) continue
    followed.add(place.id)
    reservation.location_id = place.location
  }
}

async function hasHolds(tx: Connection): Promise<boolean> {
  if (!areHoldsKnown) {
    const [row] = await query<{ is_known: boolean }>(
      tx,
      "select to_regprocedure('truestock_holds_of(jsonb)') is not null as is_known"
    )
    areHoldsKnown = row!.is_known
  }
  return areHoldsKnown
}
