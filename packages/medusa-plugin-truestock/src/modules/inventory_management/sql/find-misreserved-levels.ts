import type { Connection } from "../../../database/connection"
import { exact, find, type Found, type Search } from "./found"

/** A level whose reserved_quantity is not the sum of its live reservations, or whose drift does not say so. */
export type MisreservedLevel = {
  level_id: string
  inventory_item_id: string
  location_id: string
  reserved: string
  live: string
  /** What reserved_quantity says too much. */
  excess: string
  /** What the guard believes that it says too much; null = the books are not open. */
  drift: string | null
}

/**
 * Reads every level, and its reservations by index. Locks nothing; both sides are changed in one transaction, and
 * read in one snapshot.
 */
export function findMisreservedLevels(
  connection: Connection,
  search: Search
): Promise<Found<MisreservedLevel>> {
  return find(
    connection,
    `select l.id as level_id, l.inventory_item_id, l.location_id, ${exact("l.reserved_quantity")} as reserved,
       ${exact("r.live")} as live, ${exact("l.reserved_quantity - r.live")} as excess,
       ${exact("g.drift")} as drift
     from inventory_level l
     left join level_guard g on g.level_id = l.id
     cross join lateral (
       select coalesce(sum(quantity), 0) as live from reservation_item r
       where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null
     ) r
     where l.deleted_at is null ${search.only === undefined ? "" : "and l.id = :only"}
       and (l.reserved_quantity <> r.live or g.drift <> l.reserved_quantity - r.live)`,
    search
  )
}
