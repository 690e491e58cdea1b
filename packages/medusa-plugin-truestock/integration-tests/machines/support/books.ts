import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const QUANTITIES = ["stocked", "reserved", "incoming"] as const

/** Levels whose books do not add up: I1 (sum of deltas), I2 (each balance from the one before), I3 (live reservations). */
export async function brokenBooks(connection: Knex): Promise<unknown[]> {
  const { rows: sums } = await connection.raw(
    QUANTITIES.map(
      (quantity) => `select 'I1 ${quantity}' as broken, l.id from inventory_level l
        join (select level_id, sum(${quantity}_delta) as total from stock_movement group by level_id) m
          on m.level_id = l.id
        where l.deleted_at is null and m.total <> l.${quantity}_quantity`
    ).join(" union all ")
  )
  const { rows: chains } = await connection.raw(
    QUANTITIES.map(
      (quantity) => `select 'I2 ${quantity}' as broken, cast(id as text) as id from (
        select id, ${quantity}_balance - ${quantity}_delta - coalesce(
          lag(${quantity}_balance) over (partition by level_id order by id), 0) as gap from stock_movement) m
        where gap <> 0`
    ).join(" union all ")
  )
  const { rows: reserved } = await connection.raw(
    `select 'I3' as broken, l.id from inventory_level l
     left join lateral (select sum(r.quantity) as total from reservation_item r
       where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null) r
       on true
     where l.deleted_at is null and l.reserved_quantity <> coalesce(r.total, 0)`
  )
  return [...sums, ...chains, ...reserved]
}

/** What a level holds, and how many units are reserved of it by live reservations. */
export async function levelOf(connection: Knex, { id, location }: { id: string; location: string }) {
  const [level] = await connection("inventory_level").where({ inventory_item_id: id, location_id: location })
  return { stocked: Number(level.stocked_quantity), reserved: Number(level.reserved_quantity) }
}

/** How many deadlocks Postgres had to break in this database, all of its sessions told. */
export async function deadlocks(connection: Knex): Promise<number> {
  // A session tells its figures now and then, and when it ends.
  await connection.raw(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  )
  await connection.raw("select pg_sleep(0.2)")
  const { rows } = await connection.raw(
    "select deadlocks from pg_stat_database where datname = current_database()"
  )
  return Number(rows[0].deadlocks)
}
