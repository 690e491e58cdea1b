import { type Connection, query } from "../../../database/connection"
import { NOT_YET_DECIDED } from "./lock-products"

/** Which products a walk through the catalogue stops at. */
export type Walk = "undecided" | "all"

const NOT_DECIDED = `p.deleted_at is null and not exists (
  select 1 from availability a
  where a.product_id = p.id and a.reason <> '${NOT_YET_DECIDED}' and a.deleted_at is null)`

/** `all`: also those that are gone and have left rows behind. */
const PRODUCTS: Record<Walk, string> = {
  undecided: `select p.id from product p where ${NOT_DECIDED}`,
  all: `select p.id from product p union select a.product_id from availability a
    union select c.product_id from availability_channel c`,
}

/** The next products in id order. */
export async function pageOfProducts(
  connection: Connection,
  walk: Walk,
  after: string,
  limit: number
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    connection,
    `select id from (${PRODUCTS[walk]}) w where id > :after order by id limit :limit`,
    { after, limit }
  )
  return rows.map((row) => row.id)
}

export async function countProducts(connection: Connection, walk: Walk): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select cast(count(*) as integer) as count from (${PRODUCTS[walk]}) w`
  )
  return row?.count ?? 0
}
