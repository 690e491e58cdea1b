import { type Connection, query } from "../../../database/connection"
import { type AskedReservation, followHolds, type LineHold } from "./follow-holds"

/** Once the database knows a function it does not forget it: a process that is older than it asks again. */
let isKnown = false

/**
 * Where core's reservations of order lines go: where the cart held their units, and, where nobody has chosen a location,
 * not to an inactive one while an active one covers them.
 *
 * Changes the given reservations. What is held is asked without locks, and asked again under them; what leaves an
 * inactive location is placed under the locks of all levels in question.
 */
export async function chooseLocations(
  tx: Connection,
  reservations: AskedReservation[],
  isAnyLocationRight: boolean
): Promise<void> {
  const lines = reservations.flatMap(({ line_item_id }) => line_item_id ?? [])
  if (lines.length === 0 || !(await isThere(tx))) return
  const { held, inactive } = await look(tx, lines, reservations)
  followHolds(reservations, held)
  if (isAnyLocationRight && reservations.some(({ location_id }) => inactive.includes(location_id))) {
    await leaveInactive(tx, reservations)
  }
}

/** The live holds of these lines, and which of the locations in question are inactive. */
async function look(tx: Connection, lines: string[], reservations: AskedReservation[]) {
  const [row] = await query<{ held: LineHold[]; inactive: string[] }>(
    tx,
    `with held as materialized (
       select h.id, k.line, h.inventory_item_id as item, h.location_id as location, h.quantity
       from truestock_holds_of(cast(:lines as jsonb)) k
       join inventory_hold h on h.id = k.id and h.expires_at > truestock_now()
     )
     select coalesce((select json_agg(held) from held), '[]') as held,
       array(select location_id from inventory_location
         where not is_active and deleted_at is null
           and (location_id = any(cast(:locations as text[])) or location_id in (select location from held))) as inactive`,
    {
      lines: JSON.stringify(lines.map((line) => ({ line, reservation: line }))),
      locations: reservations.map(({ location_id }) => location_id),
    }
  )
  return row!
}

async function leaveInactive(tx: Connection, reservations: AskedReservation[]): Promise<void> {
  const [row] = await query<{ placed: { location_id: string }[] }>(
    tx,
    "select truestock_open_places(cast(:lines as jsonb)) as placed",
    {
      lines: JSON.stringify(
        reservations.map(({ inventory_item_id, location_id, line_item_id, quantity, allow_backorder }) => ({
          ...{ inventory_item_id, location_id, line_item_id, allow_backorder },
          quantity: Number(quantity),
        }))
      ),
    }
  )
  reservations.forEach((reservation, n) => (reservation.location_id = row!.placed[n]!.location_id))
}

async function isThere(tx: Connection): Promise<boolean> {
  if (!isKnown) {
    const [row] = await query<{ is_known: boolean }>(
      tx,
      "select to_regprocedure('truestock_open_places(jsonb)') is not null as is_known"
    )
    isKnown = row!.is_known
  }
  return isKnown
}
