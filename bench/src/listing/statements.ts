import { createRequire } from "node:module"
import { join } from "node:path"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import pg from "pg"
import { pluginDir } from "../../../scripts/paths.mjs"
import { ONLINE } from "../catalogue/shop.js"
import { BIG_CATEGORY } from "../catalogue/taxonomy.js"
import { PAGE } from "./requests.js"

type Page = { product_ids: string[]; count: number }

type Listing = {
  sales_channel_ids: string[]
  statuses: string[]
  category_ids?: string[]
  order: { by: "created_at"; descending: boolean }
  limit: number
  offset: number
}

/** By its file, since a shop has no business with it and the plugin's exports do not name it. */
const file = join(
  pluginDir,
  ".medusa",
  "server",
  "src",
  "modules",
  "availability",
  "sql",
  "list-available.js"
)
const { listAvailable }: { listAvailable: (connection: unknown, listing: Listing) => Promise<Page> } =
  createRequire(import.meta.url)(file)

const MATCHING = `from availability_channel
  where sales_channel_id = '${ONLINE}' and is_published and status in ('in_stock', 'low_stock')`

/** The least that ids and an exact count can cost on this table: constants where constants will do, prepared once. */
const handWritten = (condition: string) => `
  select (select count(*)::int ${MATCHING} ${condition}) as count,
    array(select product_id ${MATCHING} ${condition} order by product_created_at desc, product_id desc limit ${PAGE}) as product_ids`

const IN_CATEGORY = `and category_ids @> '{${BIG_CATEGORY}}'`

export type StatementName = keyof ReturnType<typeof statements>["contestants"]

/** The plugin's own statement, sent as the plugin sends it, and its lower bound. */
export function statements(databaseUrl: string, connections: number) {
  const knex = ModulesSdkUtils.createPgConnection({ clientUrl: databaseUrl, pool: { max: connections } })
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  const ours = (category_ids?: string[]) => () =>
    listAvailable(knex, {
      sales_channel_ids: [ONLINE],
      statuses: ["in_stock", "low_stock"],
      category_ids,
      order: { by: "created_at", descending: true },
      limit: PAGE,
      offset: 0,
    })
  return {
    contestants: {
      handWritten: () => pool.query({ name: "channel", text: handWritten("") }),
      ours: ours(),
      handWrittenCategory: () => pool.query({ name: "category", text: handWritten(IN_CATEGORY) }),
      oursCategory: ours([BIG_CATEGORY]),
    },
    close: () => Promise.all([knex.destroy(), pool.end()]),
  }
}
