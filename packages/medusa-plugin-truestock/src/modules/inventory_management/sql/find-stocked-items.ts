import { type Connection, query } from "../../../database/connection"
import { CLOCK } from "./list-holds"
import { levelsOfItem, type StockedItem, type StockedLevel } from "./list-inventory"

/** Which items: those with one of these SKUs, or those of these ids. */
export type StockQuestion =
  { skus: string[]; inventory_item_ids?: never } | { inventory_item_ids: string[]; skus?: never }

export type NamedStock = Pick<StockedItem, "id" | "sku" | "title"> & { levels: StockedLevel[] }

/** Items that are named, each with its levels: one statement, so that all is of one snapshot. Takes no locks. */
export async function findStockedItems(
  connection: Connection,
  { skus, inventory_item_ids }: StockQuestion
): Promise<NamedStock[]> {
  const column = skus ? "i.sku" : "i.id"
  return query<NamedStock>(
    connection,
    `select i.id, i.sku, i.title, l.levels
     from inventory_item i
     cross join ${CLOCK}
     cross join lateral (${levelsOfItem(false)}) l
     where i.deleted_at is null and ${column} = any(cast(:named as text[]))
     order by i.sku, i.id`,
    { named: skus ?? inventory_item_ids }
  )
}
