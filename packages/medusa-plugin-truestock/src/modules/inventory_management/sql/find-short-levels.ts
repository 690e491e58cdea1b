import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A level below its floor, or one that an open shortfall takes for such. */
export type ShortLevel = {
  level_id: string
  inventory_item_id: string
  location_id: string
  /** Units below the floor; "0" = it is not. */
  missing: string
  /** What the open shortfall says; null = there is none. */
  listed: string | null
}

/**
 * `listed`: below the floor, and the open shortfall says so. `unlisted`: the two differ. `unopened`: below the floor,
 * and nobody has touched the level since the books began.
 *
 * Available = stocked - reserved + drift; where the books are not open, stocked - live reservations, which is the
 * same. The floor is asked for the few levels below zero only. Reads every level. Locks nothing.
 */
export function findShortLevels(
  connection: Connection,
  which: "listed" | "unlisted" | "unopened",
  search: Search
): Promise<Found<ShortLevel>> {
  const condition = {
    listed: "is_open and missing > 0 and listed = missing",
    unlisted: "is_open and coalesce(listed, 0) <> missing",
    unopened: "not is_open and missing > 0",
  }[which]
  return find(
    connection,
    `with judged as materialized (
       select l.id, l.inventory_item_id, l.location_id, g.level_id is not null as is_open,
         l.stocked_quantity - l.reserved_quantity
           + coalesce(g.drift, l.reserved_quantity - truestock_live_reservations(l.inventory_item_id, l.location_id))
           as available
       from inventory_level l
       left join level_guard g on g.level_id = l.id
       where l.deleted_at is null ${search.only === undefined ? "" : "and l.id = :only"}
     ), short as materialized (select * from judged where available < 0),
     below as (
       select id, inventory_item_id, location_id, is_open,
         greatest(coalesce(truestock_floor(inventory_item_id, location_id), 0) - available, 0) as missing
       from short
     ), compared as (
       select coalesce(below.id, f.level_id) as level_id,
         coalesce(below.inventory_item_id, f.inventory_item_id) as inventory_item_id,
         coalesce(below.location_id, f.location_id) as location_id, coalesce(below.is_open, true) as is_open,
         coalesce(below.missing, 0) as missing, f.quantity as listed
       from below
       full join (
         select * from inventory_shortfall where resolved_at is null
         ${search.only === undefined ? "" : "and level_id = :only"}
       ) f on f.level_id = below.id
     )
     select level_id, inventory_item_id, location_id, ${exact("missing")} as missing, ${exact("listed")} as listed
     from compared where ${condition}`,
    search
  )
}
