import { type Connection, query } from "../../../database/connection"
import type { MovementKind, MovementReason, MovementReference, ReferenceType } from "../movement"
import type { MovementOrder } from "../movement-cursor"
import { idsOfSpan, type IdSpan } from "./ids-of-span"

/** All that are given must hold. */
export type MovementFilters = {
  inventory_item_id?: string
  location_id?: string
  level_id?: string
  /** Any of these. */
  kinds?: readonly MovementKind[]
  /** Any of these. */
  reasons?: readonly MovementReason[]
  reference_type?: ReferenceType
  reference_id?: string
  actor_id?: string
  correlation_id?: string
  /** Both inclusive, to the millisecond: a time that a listing shows can be asked for. */
  from?: Date
  to?: Date
}

/** after: the id where the page before ended; null = the first page. */
export type MovementPage = { order: MovementOrder; limit: number; after: string | null }

export type Movement = {
  id: string
  level_id: string
  inventory_item_id: string
  sku: string | null
  location_id: string
  location_name: string | null
  kind: MovementKind
  reason: MovementReason | null
  note: string | null
  stocked_delta: number
  stocked_balance: number
  reserved_delta: number
  reserved_balance: number
  incoming_delta: number
  incoming_balance: number
  /** stocked_balance less reserved_balance: what core calls available. */
  available_balance: number
  references: MovementReference[]
  actor_type: string | null
  actor_id: string | null
  correlation_id: string | null
  created_at: Date
}

/**
 * How many movements one page looks through. Where filters without an index of their own find less than a page
 * among them, the page stays short and the next one goes on from there: no request scans the whole ledger.
 */
const MOST_EXAMINED = 100_000

/** The first of these that is given is the index a page is read by; without any it is the primary key. */
const INDEXED = ["correlation_id", "level_id", "inventory_item_id"] as const

/** A reference stands in the movement, or was added later; an id of one is looked up from both sides below. */
const CONDITIONS: Record<Exclude<keyof MovementFilters, "reference_id">, string> = {
  correlation_id: "m.correlation_id = :correlation_id",
  level_id: "m.level_id = :level_id",
  inventory_item_id: "m.inventory_item_id = :inventory_item_id",
  location_id: "m.location_id = :location_id",
  actor_id: "m.actor_id = :actor_id",
  kinds: "m.kind = any(cast(:kinds as text[]))",
  reasons: "m.reason = any(cast(:reasons as text[]))",
  reference_type: `(m.reference_type = :reference_type or exists (
    select from stock_movement_reference r where r.movement_id = m.id and r.type = :reference_type offset 0))`,
  from: "m.created_at >= cast(:from as timestamptz)",
  to: "m.created_at < cast(:to as timestamptz) + interval '1 millisecond'",
}
type Condition = keyof typeof CONDITIONS

/**
 * One page of movements in the order of their ids, with what they belong to, and the id to go on after (null = there
 * are no more).
 *
 * Each index that leads here ends in the id, so a page is read off from where the last one ended, and costs the same
 * wherever it lies. What was there when the first page was read is neither skipped nor repeated; what is committed
 * meanwhile may be seen or not. Takes no locks.
 */
export async function listMovements(
  connection: Connection,
  filters: MovementFilters,
  page: MovementPage
): Promise<{ movements: Movement[]; next: string | null }> {
  const span = restOf(await idsOfSpan(connection, filters.from, filters.to), page)
  const given = (Object.keys(CONDITIONS) as Condition[]).filter((name) => filters[name] !== undefined)
  const direction = page.order === "-id" ? "desc" : "asc"
  const found = filters.reference_id === undefined ? walked(given, direction) : referenced(given, direction)

  const rows = await query<Movement & { examined: string | null }>(
    connection,
    pageStatement(found, direction),
    {
      ...Object.fromEntries(given.map((name) => [name, copied(filters[name]!)])),
      reference_id: filters.reference_id ?? null,
      ...span,
      limit: page.limit,
      most_examined: MOST_EXAMINED,
    }
  )
  const movements = rows.slice(0, page.limit).flatMap(({ examined: _, ...row }) => (row.id ? [row] : []))
  const next = rows.length > page.limit ? movements.at(-1)!.id : (rows[0]?.examined ?? null)
  return { movements, next }
}

/** Ids of one movement more than the page holds, and the last one looked through (null = there was an end). */
type Found = { ids: string; examined: string }

const SPAN = "m.id > cast(:above as bigint) and m.id < cast(:below as bigint)"

/**
 * Walks one index in order, and fetches from the table what it meets until the page is full.
 *
 * The bounds of (column, id) are written as such, and the order with both columns: no other index can serve them.
 * With `column = value ... order by id` the planner takes the primary key for an item that it believes to be in
 * every 25th row, and reads the whole ledger where that item has not moved for a year.
 */
function walked(given: Condition[], direction: string): Found {
  const index = INDEXED.find((name) => given.includes(name))
  const columns = index ? [index, "id"] : ["id"]
  const inOrder = (of: string) => columns.map((column) => `${of}.${column} ${direction}`).join(", ")
  const bounds = index
    ? `m.${index} is not null and (m.${index}, m.id) > (:${index}, cast(:above as bigint))
       and (m.${index}, m.id) < (:${index}, cast(:below as bigint))`
    : SPAN
  const walk = `select ${columns.map((column) => `m.${column}`).join(", ")} from stock_movement m
    where ${bounds} order by ${inOrder("m")}`
  const rest = given.filter((name) => name !== index).map((name) => CONDITIONS[name])
  return {
    ids: `select walk.id from (${walk} limit :most_examined) walk
      cross join lateral (select * from stock_movement m where m.id = walk.id limit 1) m
      where ${and("true", ...rest)} order by ${inOrder("walk")} limit :limit + 1`,
    examined: `select id from (${walk} offset :most_examined - 1 limit 1) last`,
  }
}

/** From both places where a reference can stand, a page's worth each. One piece of work: nothing to walk through. */
function referenced(given: Condition[], direction: string): Found {
  const conditions = (reference: string) => {
    const rest = given.filter((name) => name !== "reference_type").map((name) => CONDITIONS[name])
    const type = given.includes("reference_type") && `${reference}.type = :reference_type`
    return and(SPAN, `${reference}.reference_id = :reference_id`, type, ...rest)
  }
  const inOrder = `order by 1 ${direction} limit :limit + 1`
  return {
    ids: `(select m.id from stock_movement m
        where ${conditions("m").replace("m.type", "m.reference_type")} ${inOrder})
      union
      (select distinct r.movement_id from stock_movement_reference r join stock_movement m on m.id = r.movement_id
        where ${conditions("r")} and r.movement_id > cast(:above as bigint)
          and r.movement_id < cast(:below as bigint) ${inOrder})
      ${inOrder}`,
    examined: "select cast(null as bigint) as id",
  }
}

const pageStatement = ({ ids, examined }: Found, direction: string) => `
  with page as materialized (${ids})
  select cast(case when (select count(*) from page) <= :limit then (${examined}) end as text) as examined,
    cast(m.id as text) as id, m.level_id, m.inventory_item_id, item.sku, m.location_id,
    location.name as location_name, m.kind, m.reason, m.note,
    cast(m.stocked_delta as float) as stocked_delta, cast(m.stocked_balance as float) as stocked_balance,
    cast(m.reserved_delta as float) as reserved_delta, cast(m.reserved_balance as float) as reserved_balance,
    cast(m.incoming_delta as float) as incoming_delta, cast(m.incoming_balance as float) as incoming_balance,
    cast(m.stocked_balance - m.reserved_balance as float) as available_balance,
    belongs.to as references, m.actor_type, m.actor_id, m.correlation_id, m.created_at
  from (select) once
  left join page on true
  left join stock_movement m on m.id = page.id
  left join inventory_item item on item.id = m.inventory_item_id
  left join stock_location location on location.id = m.location_id
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('type', type, 'id', id) order by type, id), '[]') as to
    from (
      select m.reference_type as type, m.reference_id as id
      where m.reference_type is not null and m.reference_id is not null
      union
      select r.type, r.reference_id from stock_movement_reference r where r.movement_id = m.id
    ) reference
  ) belongs on true
  order by m.id ${direction}`

/** The part of the span that is left after the page before. */
function restOf({ above, below }: IdSpan, { order, after }: MovementPage): IdSpan {
  if (after === null) return { above, below }
  return order === "-id"
    ? { above, below: BigInt(after) < BigInt(below) ? after : below }
    : { above: BigInt(after) > BigInt(above) ? after : above, below }
}

const copied = (value: string | Date | readonly string[]) =>
  (Array.isArray(value) ? [...value] : value) as string

function and(...conditions: (string | null | undefined | false)[]): string {
  return conditions.filter(Boolean).join(" and ")
}
