import { type Connection, query } from "../../src/database/connection"
import { COVERED_HOLDS, HOLDS_END_ONCE, KEYS_ACT_ONCE } from "./hold-invariants"

type Violation = { invariant: string; level_id: string; says: string }

/** What a level holds: nothing once it is deleted. Available is what is left to promise, known drift aside. */
const LEVELS = `
  levels as (
    select l.id as level_id, l.inventory_item_id, l.location_id, l.stocked_quantity as stocked,
      l.reserved_quantity as reserved, l.incoming_quantity as incoming, l.raw_reserved_quantity,
      g.level_id is not null as is_open, g.drift,
      l.stocked_quantity - l.reserved_quantity + coalesce(g.drift,
        l.reserved_quantity - truestock_live_reservations(l.inventory_item_id, l.location_id)) as available
    from inventory_level l left join level_guard g on g.level_id = l.id
    where l.deleted_at is null
  )`

/** Each quantity of a movement, one row per quantity, with the balance before it. */
const ENTRIES = `
  entries as (
    select m.id, m.level_id, q.quantity, q.delta, q.balance,
      coalesce(lag(q.balance) over (partition by m.level_id, q.quantity order by m.id), 0) as balance_before
    from stock_movement m
    cross join lateral (values ('stocked', m.stocked_delta, m.stocked_balance),
      ('reserved', m.reserved_delta, m.reserved_balance),
      ('incoming', m.incoming_delta, m.incoming_balance)) as q(quantity, delta, balance)
  )`

/** I1: what a level holds is the sum of its movements. Counts from the opening; a level that was never touched has no books. */
const BALANCES = `
  select 'I1' as invariant, coalesce(b.level_id, h.level_id) as level_id,
    format('%s is %s, its movements add up to %s', coalesce(b.quantity, h.quantity), coalesce(h.held, 0), b.booked) as says
  from (select level_id, quantity, sum(delta) as booked from entries group by level_id, quantity) b
  full join (
    select level_id, q.quantity, q.held from levels
    cross join lateral (values ('stocked', stocked), ('reserved', reserved), ('incoming', incoming)) as q(quantity, held)
    where is_open
  ) h on h.level_id = b.level_id and h.quantity = b.quantity
  where coalesce(h.held, 0) is distinct from b.booked`

/** I2: each running balance is the one before and its delta. */
const RUNNING_BALANCES = `
  select 'I2', level_id,
    format('%s of movement %s is %s after %s and a change of %s', quantity, id, balance, balance_before, delta)
  from entries where balance <> balance_before + delta`

/** I3: reserved_quantity, and its JSON twin that core reads, is the sum of the live reservations, and of known drift. */
const RESERVED = `
  select 'I3', l.level_id,
    format('reserved_quantity is %s (raw %s, drift %s), live reservations add up to %s',
      l.reserved, l.raw_reserved_quantity ->> 'value', l.drift, r.promised)
  from levels l
  cross join lateral (
    select coalesce(sum(r.quantity), 0) as promised from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null
  ) r
  where case when cast(:knownDrift as boolean) then l.is_open and l.reserved - l.drift <> r.promised
      else l.reserved <> r.promised end
    or cast(l.raw_reserved_quantity ->> 'value' as numeric) <> l.reserved`

/** I4: nothing is missing below the floor without an open shortfall that says how much. */
const SHORTFALLS = `
  select 'I4', l.level_id,
    format('available %s, floor %s, open shortfall %s', l.available, f.floor, coalesce(cast(s.quantity as text), 'none'))
  from levels l
  cross join lateral (select coalesce(truestock_floor(l.inventory_item_id, l.location_id), 0) as floor) f
  left join inventory_shortfall s on s.level_id = l.level_id and s.resolved_at is null
  where l.is_open and greatest(f.floor - l.available, 0) <> coalesce(s.quantity, 0)`

/**
 * I7: a transfer takes nothing from the world and adds nothing to it: what its movements took from one location they
 * brought to the other, stocked or on its way, but for what is lost.
 */
const CONSERVING = `
  select 'I7', l.transfer_id, format('movements of item %s add up to %s, lost are %s', l.inventory_item_id, moved.units,
    l.lost_quantity)
  from stock_transfer_line l
  cross join lateral (
    select coalesce(sum(m.stocked_delta + m.incoming_delta), 0) as units from stock_movement m
    where m.reference_type = 'transfer' and m.reference_id = l.transfer_id and m.inventory_item_id = l.inventory_item_id
  ) moved
  where moved.units <> -l.lost_quantity`

const QUESTIONS = [
  BALANCES,
  RUNNING_BALANCES,
  RESERVED,
  SHORTFALLS,
  COVERED_HOLDS,
  HOLDS_END_ONCE,
  KEYS_ACT_ONCE,
  CONSERVING,
]

/**
 * Asserts what must hold of every level after anything that may happen to one, between transactions:
 * I1 balances, I2 running balances, I3 reserved_quantity, I4 shortfalls and holds; and I5 of every hold, I6 of every
 * idempotency key, I7 of every transfer (see the design's list of invariants).
 *
 * `knownDrift`: the database had reserved quantities without reservations before the plugin came. They stay, and are
 * known.
 */
export async function assertInvariants(connection: Connection, { knownDrift = false } = {}): Promise<void> {
  const violations = await query<Violation>(
    connection,
    `with ${LEVELS}, ${ENTRIES}
     ${QUESTIONS.join("\n     union all ")}
     order by 1, 2 limit 20`,
    { knownDrift }
  )
  expect(violations.map(({ invariant, level_id, says }) => `${invariant} ${level_id}: ${says}`)).toEqual([])
}
