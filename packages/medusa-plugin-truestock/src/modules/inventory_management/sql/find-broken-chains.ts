import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A movement whose balance is not the one before it plus its delta. */
export type BrokenLink = {
  movement_id: string
  level_id: string
  inventory_item_id: string
  location_id: string
  kind: string
  stocked_gap: string
  reserved_gap: string
  incoming_gap: string
}

const GAPS = ["stocked", "reserved", "incoming"]

/**
 * Each level's movements in order, since its books were last opened. A change that the ledger did not see leaves a
 * gap for ever, since movements are not altered; the `repair` that brings the books back to the table leaves the
 * opposite one. So a gap counts as mended when a repair of the same level, then or later, takes the gaps' sum to 0.
 *
 * Reads the whole ledger. Locks nothing.
 */
export function findBrokenChains(connection: Connection, search: Search): Promise<Found<BrokenLink>> {
  return find(
    connection,
    `with chained as (
       select id, level_id, inventory_item_id, location_id, kind,
         count(*) filter (where kind = 'opening') over (partition by level_id order by id) as opening,
         ${GAPS.map(
           (name) => `case when kind = 'opening' then 0 else ${name}_balance - ${name}_delta
             - coalesce(lag(${name}_balance) over (partition by level_id order by id), 0) end as ${name}_gap`
         ).join(", ")}
       from stock_movement
     ), broken as (
       select c.*, ${GAPS.map((name) => `sum(${name}_gap) over by_level as ${name}_sum`).join(", ")}
       from chained c
       where (${GAPS.map((name) => `${name}_gap <> 0`).join(" or ")})
         and opening = (select count(*) from stock_movement o where o.level_id = c.level_id and o.kind = 'opening')
       window by_level as (partition by level_id order by id)
     ), mended as (
       select level_id, max(id) as id from broken
       where kind = 'repair' and ${GAPS.map((name) => `${name}_sum = 0`).join(" and ")}
       group by 1
     )
     select b.id as movement_id, b.level_id, b.inventory_item_id, b.location_id, b.kind,
       ${GAPS.map((name) => `${exact(`b.${name}_gap`)} as ${name}_gap`).join(", ")}
     from broken b left join mended m on m.level_id = b.level_id
     where b.id > coalesce(m.id, 0)`,
    search
  )
}
