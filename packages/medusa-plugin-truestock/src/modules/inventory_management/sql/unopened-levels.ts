import { type Connection, query, type Transaction } from "../../../database/connection"

/** Levels whose books nobody has opened yet: untouched since the ledger is there. Reads every level. */
export async function countUnopenedLevels(connection: Connection): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select cast(count(*) as integer) as count from inventory_level l
     where l.deleted_at is null and not exists (select from level_guard g where g.level_id = l.id)`
  )
  return row?.count ?? 0
}

/** Where a walk over the levels has come to. */
export type LevelPosition = { inventory_item_id: string; location_id: string; id: string }

/**
 * Opens the books of the next levels that have none, and reports those that are short. Answers how many, and where
 * to go on (null = these were the last).
 *
 * Locks: the levels by (item, location, id), the order of everybody. Whoever touched one meanwhile has opened its
 * books: those are passed over.
 */
export async function openNextLevels(
  tx: Transaction,
  after: LevelPosition | null,
  limit: number
): Promise<{ opened: number; next: LevelPosition | null }> {
  const levels = await query<LevelPosition>(
    tx,
    `select l.inventory_item_id, l.location_id, l.id from inventory_level l
     where l.deleted_at is null and not exists (select from level_guard g where g.level_id = l.id)
       and (l.inventory_item_id, l.location_id, l.id) > (:item, :location, :id)
     order by l.inventory_item_id, l.location_id, l.id
     limit :limit
     for update of l`,
    {
      item: after?.inventory_item_id ?? "",
      location: after?.location_id ?? "",
      id: after?.id ?? "",
      limit,
    }
  )
  const ids = levels.map((level) => level.id)
  const [row] = await query<{ opened: number }>(
    tx,
    "select truestock_open_levels(cast(:ids as text[]), null) as opened",
    { ids }
  )
  await query(tx, "select truestock_shortfall(cast(:ids as text[]))", { ids })
  return { opened: row?.opened ?? 0, next: levels.length < limit ? null : levels.at(-1)! }
}
