import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { ONLINE } from "../catalogue/shop.js"
import type { Get } from "./get.js"
import { type Depths, PAGE, requests } from "./requests.js"

const PAGE_1000 = 999 * PAGE
const NO_DEPTHS: Depths = { core: 0, inStock: 0, cursor: "" }

/** Where page 1000 begins, or the page at 90 % of a list that has fewer; and the cursor that leads there. */
export async function depths(databaseUrl: string, get: Get): Promise<Depths> {
  const { card } = requests(NO_DEPTHS)
  const { count } = (await get(card)) as { count: number }
  const inStock = Math.min(PAGE_1000, Math.floor(count * 0.9))
  const before = { ...card, path: `${card.path}&offset=${inStock - PAGE}` }
  const { next_cursor: cursor } = (await get(before)) as { next_cursor: string }
  const core = Math.min(PAGE_1000, Math.floor((await listedByCore(databaseUrl)) * 0.9))
  return { core, inStock, cursor }
}

function listedByCore(databaseUrl: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int from product_sales_channel c join product p on p.id = c.product_id
       where c.sales_channel_id = $1 and c.deleted_at is null and p.status = 'published' and p.deleted_at is null`,
      [ONLINE]
    )
    return rows[0].count
  })
}
