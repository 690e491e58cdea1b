import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A level whose books do not add up to what it holds; the gaps are what the books lack. */
export type UnbalancedLevel = {
  level_id: string
  inventory_item_id: string
  location_id: string
  stocked: string
  reserved: string
  incoming: string
  stocked_gap: string
  reserved_gap: string
  incoming_gap: string
}

/**
 * Levels that differ from the sum of their deltas since their books were opened (the last opening, or the first
 * movement of a level that was created under the ledger). A level that is deleted holds nothing. Levels whose books
 * are not open yet are left out.
 *
 * Reads the whole ledger, in one statement: each writer changes table and books in one transaction, so one snapshot
 * never sees them apart. Locks nothing. With `only`, reads one level by index.
 */
export function findUnbalancedLevels(
  connection: Connection,
  search: Search
): Promise<Found<UnbalancedLevel>> {
  const alone = search.only === undefined ? "" : "and m.level_id = :only"
  const gap = (name: string) => `coalesce(held.${name}, 0) - coalesce(booked.${name}, 0)`
  return find(
    connection,
    `with opening as (
       select m.level_id, max(m.id) as id from stock_movement m where m.kind = 'opening' ${alone} group by 1
     ), booked as (
       select m.level_id, max(m.inventory_item_id) as inventory_item_id, max(m.location_id) as location_id,
         sum(m.stocked_delta) as stocked, sum(m.reserved_delta) as reserved, sum(m.incoming_delta) as incoming
       from stock_movement m left join opening o on o.level_id = m.level_id
       where m.id >= coalesce(o.id, 0) ${alone}
       group by 1
     ), held as (
       select l.id as level_id, l.inventory_item_id, l.location_id, l.deleted_at is null and g.level_id is null as unopened,
         case when l.deleted_at is null then l.stocked_quantity else 0 end as stocked,
         case when l.deleted_at is null then l.reserved_quantity else 0 end as reserved,
         case when l.deleted_at is null then l.incoming_quantity else 0 end as incoming
       from inventory_level l left join level_guard g on g.level_id = l.id
       ${search.only === undefined ? "" : "where l.id = :only"}
     )
     select coalesce(held.level_id, booked.level_id) as level_id,
       coalesce(held.inventory_item_id, booked.inventory_item_id) as inventory_item_id,
       coalesce(held.location_id, booked.location_id) as location_id,
       ${["stocked", "reserved", "incoming"]
         .flatMap((name) => [
           `${exact(`coalesce(held.${name}, 0)`)} as ${name}`,
           `${exact(gap(name))} as ${name}_gap`,
         ])
         .join(", ")}
     from held full join booked on booked.level_id = held.level_id
     where held.unopened is distinct from true
       and (${gap("stocked")} <> 0 or ${gap("reserved")} <> 0 or ${gap("incoming")} <> 0)`,
    search
  )
}
