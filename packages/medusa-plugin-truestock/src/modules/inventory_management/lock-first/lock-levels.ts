import { query, type Connection } from "../../../database/connection"
import type { MovementContext } from "../movement"

/** Which levels a call of core's service will write: named outright, or those of reservations. */
export type Touched = {
  levels?: { inventory_item_id: string; location_id: string }[]
  reservations?: { by: "id" | "line_item_id" | "location_id"; values: string[]; deleted?: boolean }
  /** Reservations that move, and where to. */
  arrivals?: { id: string; location_id: string }[]
}

/**
 * Says who writes (for the ledger), and locks the touched levels, in one round trip.
 *
 * Locks: the reservations by id, then their levels and the named ones by (item, location): the order in which raw
 * SQL takes them too, where the trigger locks the levels after the statement has locked its reservations. Two
 * callers that want the same levels in any order queue instead of deadlocking, and what core reads afterwards is
 * true until it commits.
 */
export async function lockLevels(tx: Connection, touched: Touched, context: MovementContext): Promise<void> {
  const { levels = [], reservations, arrivals = [] } = touched
  await query(
    tx,
    `with held as materialized (${reservations ? heldBy(reservations) : NONE_HELD}),
     wanted as materialized (
       select item, location from held
       union select * from unnest(cast(:items as text[]), cast(:locations as text[]))
       union select held.item, arrival.location
         from unnest(cast(:moving as text[]), cast(:destinations as text[])) as arrival(id, location)
         join held on held.id = arrival.id
     ), locked as materialized (
       select 1 from wanted join inventory_level l
         on l.inventory_item_id = wanted.item and l.location_id = wanted.location and l.deleted_at is null
       order by l.inventory_item_id, l.location_id, l.id
       for update of l
     )
     select set_config('truestock.context', :context, true), (select count(*) from locked)`,
    {
      ...(reservations && { values: reservations.values }),
      items: levels.map((level) => level.inventory_item_id),
      locations: levels.map((level) => level.location_id),
      moving: arrivals.map((arrival) => arrival.id),
      destinations: arrivals.map((arrival) => arrival.location_id),
      context: JSON.stringify(context),
    }
  )
}

const heldBy = ({ by, deleted }: NonNullable<Touched["reservations"]>) =>
  `select id, inventory_item_id as item, location_id as location from reservation_item
   where ${by} = any(cast(:values as text[])) and deleted_at is ${deleted ? "not null" : "null"}
   order by id for update`

const NONE_HELD =
  "select cast(null as text) as id, cast(null as text) as item, cast(null as text) as location where false"

/** Ends what lockLevels said of the writer, for a transaction that goes on to other work. */
export async function endContext(tx: Connection): Promise<void> {
  await query(tx, "select set_config('truestock.context', '', true)")
}
