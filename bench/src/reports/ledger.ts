import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"

export const MOVEMENTS_PER_LEVEL = 50
const DAYS = 730

/**
 * What happens to a level, move by move: it comes with 20 units; of 12 moves after that nine are three sales (promised,
 * sent, the promise over), two a promise that was given up, one is a receipt or, every other time, lost or found. Every
 * tenth level has stopped selling after a year. Balances are added up once per pattern.
 */
const PATTERN = `
  create temporary table pattern as
  with kinds as (
    select p, k, case when k = 0 then 'create' when p = 9 and k > 25 then (array['adjust', 'set'])[k % 2 + 1]
      when k % 12 = 0 then (array['adjust', 'receive'])[k / 12 % 2 + 1]
      when k % 12 = 11 then 'release' else (array['release', 'reserve', 'fulfil'])[k % 3 + 1] end as kind
    from generate_series(0, 9) p, generate_series(0, ${MOVEMENTS_PER_LEVEL - 1}) k
  ), deltas as (
    select *, case kind when 'receive' then 'received'
        when 'adjust' then (array['damaged', 'lost', 'found', 'count'])[(p + k / 12) % 4 + 1] end as reason,
      case kind when 'create' then 20 when 'receive' then 4 when 'fulfil' then -1 when 'set' then 1
        when 'adjust' then case when (p + k / 12) % 4 = 2 then 1 else -1 end else 0 end as stocked,
      case kind when 'reserve' then 1 when 'release' then -1 else 0 end as reserved
    from kinds
  )
  select *, sum(stocked) over (partition by p order by k) as stocked_balance,
    sum(reserved) over (partition by p order by k) as reserved_balance from deltas`

/** Round by round over all levels, in no order that a table has, evenly over two years; half of the items have a cost. */
const MOVEMENTS = `
  insert into stock_movement (level_id, inventory_item_id, location_id, kind, reason, stocked_delta, stocked_balance,
    reserved_delta, reserved_balance, incoming_delta, incoming_balance, correlation_id, actor_type, actor_id, created_at)
  select l.id, l.inventory_item_id, l.location_id, p.kind, p.reason, p.stocked, p.stocked_balance, p.reserved,
    p.reserved_balance, 0, 0, 'evgrp_' || md5(i::text), 'user', 'user_01JDBENCHBENCHBENCHBENCHBE',
    now() - interval '${DAYS} days' * (1 - i / ($1::bigint * ${MOVEMENTS_PER_LEVEL})::float)
  from generate_series(0, $1::bigint * ${MOVEMENTS_PER_LEVEL} - 1) i
  join level l on l.n = i % $1::bigint
  join pattern p on p.p = l.n % 10 and p.k = i / $1::bigint
  order by i`

const COSTS = `
  insert into item_cost (inventory_item_id, currency_code, quantity, unit_cost, average_cost, created_at)
  select inventory_item_id, case abs(hashtext(inventory_item_id)) % 4 when 0 then 'usd' else 'eur' end, stocked_delta, 5,
    5 + id % 7, created_at
  from stock_movement where kind = 'receive' and hashtext(inventory_item_id) % 2 = 0 order by id`

/** Gives every level a past, as many movements as there are levels, times 50. Indexes are made afterwards, to save minutes. */
export function fillLedger(databaseUrl: string): Promise<{ levels: number; movements: number }> {
  return step(`Write ${MOVEMENTS_PER_LEVEL} movements a level`, () =>
    withDatabase(databaseUrl, async (client) => {
      await client.query(`create temporary table level as select id, inventory_item_id, location_id,
        row_number() over (order by md5(id)) - 1 as n from inventory_level where deleted_at is null`)
      await client.query("analyze level")
      await client.query(PATTERN)
      const { rows: indexes } = await client.query<{ name: string; definition: string }>(
        `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
         where indrelid = 'stock_movement'::regclass and not indisprimary`
      )
      for (const table of ["stock_movement", "inventory_level"]) {
        await client.query(`alter table ${table} disable trigger user`)
      }
      await client.query("truncate stock_movement, level_guard")
      for (const { name } of indexes) await client.query(`drop index ${name}`)
      const { rows } = await client.query<{ levels: number }>("select count(*)::int as levels from level")
      const { levels } = rows[0]!
      const { rowCount } = await client.query(MOVEMENTS, [levels])
      for (const { definition } of indexes) await client.query(definition)
      await client.query(COSTS)
      await client.query("insert into level_guard (level_id, drift) select id, 0 from level")
      await client.query(`update inventory_level l set stocked_quantity = p.stocked_balance,
          raw_stocked_quantity = ${raw("p.stocked_balance")}, reserved_quantity = p.reserved_balance,
          raw_reserved_quantity = ${raw("p.reserved_balance")}, incoming_quantity = 0,
          raw_incoming_quantity = ${raw("0")}
        from level k join pattern p on p.p = k.n % 10 and p.k = ${MOVEMENTS_PER_LEVEL - 1} where l.id = k.id`)
      for (const table of ["stock_movement", "inventory_level"]) {
        await client.query(`alter table ${table} enable trigger user`)
      }
      await client.query("vacuum analyze")
      return { levels, movements: rowCount ?? 0 }
    })
  )
}
