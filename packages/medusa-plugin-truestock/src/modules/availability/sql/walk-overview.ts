import { type Connection, query } from "../../../database/connection"
import { type OverviewFilters, type OverviewRow, overviewRows } from "./overview-rows"

const BATCH_SIZE = 1000

/**
 * All products by availability, a batch at a time: in the order of their ids, since nothing else of a product is sure
 * to stay while they are read. What is there from the first batch to the last is told once; what comes, goes or
 * changes meanwhile is told as it is when its batch is read. Takes no locks, and holds no connection between batches.
 *
 * Where a batch begins is said of every table: a merge join would read the others from their beginning each time.
 */
export async function* walkOverview(
  connection: Connection,
  filters: OverviewFilters
): AsyncGenerator<OverviewRow, void, undefined> {
  const { columns, from, where, bindings } = overviewRows(filters)
  for (let after = ""; ;) {
    const batch = await query<OverviewRow>(
      connection,
      `select ${columns} from ${from} where ${where}
         and a.product_id > :after and p.id > :after and j.product_id > :after
       order by a.product_id limit :batch_size`,
      { ...bindings, after, batch_size: BATCH_SIZE }
    )
    yield* batch
    if (batch.length < BATCH_SIZE) return
    after = batch.at(-1)!.product_id
  }
}
