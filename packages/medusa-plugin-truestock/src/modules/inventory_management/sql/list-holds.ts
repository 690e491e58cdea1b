import { type Connection, query } from "../../../database/connection"

/** `ended` = confirmed or released. */
export const HOLD_FILTERS = ["held", "expired", "ended", "any"] as const
export type HoldFilter = (typeof HOLD_FILTERS)[number]

export type HoldQuestion = {
  state: HoldFilter
  inventory_item_id?: string
  location_id?: string
  cart_id?: string
  limit: number
  offset: number
}

/** A promise that expires, as an operator sees it. Its token is the cart's alone. */
export type Hold = {
  id: string
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  /** Units; of a hold that has ended those that it held. */
  quantity: number
  cart_id: string | null
  line_item_id: string | null
  /** null = a reservation of core's, which does not expire. */
  expires_at: Date | null
  /** Beyond which it cannot be extended; null = no such limit. */
  latest_expires_at: Date | null
  state: "held" | "expired" | "confirmed" | "released"
  ended_at: Date | null
  created_by: string | null
  created_at: Date
}

const IS_OVER = "h.ended_as = 'expired' or (h.ended_at is null and h.expires_at <= clock.now)"

const STATES: Record<HoldFilter, string> = {
  held: "and h.ended_at is null and h.expires_at > clock.now",
  expired: `and (${IS_OVER})`,
  ended: "and h.ended_as in ('confirmed', 'released')",
  any: "",
}

/** What is told of row `h`: a hold that has expired says so from that moment on, whether or not it has been tidied. */
export const HOLD_COLUMNS = `h.id, h.inventory_item_id, item.sku, item.title, h.location_id,
  location.name as location_name, cast(h.quantity as float) as quantity, h.cart_id, h.line_item_id, h.expires_at,
  h.latest_expires_at, case when ${IS_OVER} then 'expired' else coalesce(h.ended_as, 'held') end as state,
  case when ${IS_OVER} then h.expires_at else h.ended_at end as ended_at, h.created_by, h.created_at`

/** Asked once: every row is judged at the same moment. */
export const CLOCK = "(select truestock_now() as now offset 0) clock"

/**
 * Holds, the newest first, how many there are in all, and the moment at which they were judged: one statement, so that
 * all is of one snapshot.
 */
export async function listHolds(
  connection: Connection,
  { state, limit, offset, ...filters }: HoldQuestion
): Promise<{ holds: Hold[]; count: number; now: Date }> {
  const { inventory_item_id = null, location_id = null, cart_id = null } = filters
  const matching = `from inventory_hold h cross join ${CLOCK} where h.deleted_at is null ${STATES[state]}
    ${inventory_item_id === null ? "" : "and h.inventory_item_id = :inventory_item_id"}
    ${location_id === null ? "" : "and h.location_id = :location_id"}
    ${cart_id === null ? "" : "and h.cart_id = :cart_id"}`
  const rows = await query<Hold & { count: number; now: Date }>(
    connection,
    `select total.count, clock.now, ${HOLD_COLUMNS}
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select h.* ${matching} order by h.created_at desc, h.id desc limit :limit offset :offset) h on true
     cross join ${CLOCK}
     left join inventory_item item on item.id = h.inventory_item_id
     left join stock_location location on location.id = h.location_id
     order by h.created_at desc, h.id desc`,
    { inventory_item_id, location_id, cart_id, limit, offset }
  )
  const holds = rows.flatMap(({ count: _, now: _now, ...row }) => (row.id ? [row] : []))
  // The count alone makes a row, so there is always one.
  const { count, now } = rows[0]!
  return { holds, count, now }
}
