import { createRequire } from "node:module"
import { join } from "node:path"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { pluginDir } from "../../../scripts/paths.mjs"
import { ONLINE } from "../catalogue/shop.js"
import { PAGE } from "./requests.js"

type Listing = {
  sales_channel_ids: string[]
  statuses: string[]
  category_ids?: string[]
  currency_code: string
  order: { by: "created_at"; descending: boolean }
  limit: number
  offset: number
}
type ListAvailable = (connection: unknown, listing: Listing, view: "card") => Promise<unknown>

/** By its file, since a shop has no business with it and the plugin's exports do not name it. */
const file = join(pluginDir, ".medusa/server/src/modules/availability/listing/sql/list-available.js")
const { listAvailable }: { listAvailable: ListAvailable } = createRequire(import.meta.url)(file)

/** What goes over the wire: text and values. */
export type Sent = { text: string; values: unknown[] }

/** The statements of one page of cards, in stock, with exact count, as the plugin sends them. */
export type PluginStatements = { lookUp: Sent; listing: Sent }

/** Overhears the plugin: what is measured is what it sends, and not a copy that ages. */
export async function overhear(databaseUrl: string, category_ids?: string[]): Promise<PluginStatements> {
  const knex = ModulesSdkUtils.createPgConnection({ clientUrl: databaseUrl })
  const sent: Sent[] = []
  knex.on("query", ({ sql, bindings }: { sql: string; bindings: unknown[] }) =>
    sent.push({ text: sql, values: bindings })
  )
  try {
    await listAvailable(knex, cards(category_ids), "card")
  } finally {
    await knex.destroy()
  }
  const [lookUp, listing] = sent
  if (sent.length !== 2) throw new Error(`The listing sent ${sent.length} statements, not 2.`)
  return { lookUp: lookUp!, listing: listing! }
}

function cards(category_ids?: string[]): Listing {
  return {
    sales_channel_ids: [ONLINE],
    statuses: ["in_stock", "low_stock"],
    category_ids,
    currency_code: "usd",
    order: { by: "created_at", descending: true },
    limit: PAGE,
    offset: 0,
  }
}
