import pg from "pg"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { ONLINE } from "../catalogue/shop.js"
import { BIG_CATEGORY } from "../catalogue/taxonomy.js"
import type { Bar, Table } from "../frame/figures.js"
import { cardsAndCount, idsAndCount, type Scope } from "./hand-written.js"
import { overhear, type Sent } from "./plugin-statement.js"
import { atATime, COLUMNS, type Measured, row } from "./results.js"

const MOST_TIMES_HAND_WRITTEN = 1.5
const MOST_MS = 2
const WHOLE_CHANNEL = ""

export type StatementName = "bound" | "counted" | "sameWork" | "lookUp" | "plugin"

const LINES: [StatementName, string][] = [
  ["bound", "hand-written, ids and kept count, prepared"],
  ["counted", "the same, counted"],
  ["sameWork", "hand-written, with what 20 cards show"],
  ["lookUp", "the plugin's look-up of the scope"],
  ["plugin", "the plugin's statement, with what 20 cards show"],
]

const PLACES = { channel: "whole channel", category: "a category" } as const
export type Place = keyof typeof PLACES

/** The plugin's own statements as it sends them, and what their lower bounds are. */
export async function statements(databaseUrl: string, place: Place, connections: number) {
  const category = place === "category" ? BIG_CATEGORY : undefined
  const inScope: Scope = {
    scopeId: await scope(databaseUrl, category ?? WHOLE_CHANNEL),
    entries: category ? "listing_entry_category" : "listing_entry_channel",
  }
  const { lookUp, listing } = await overhear(databaseUrl, category && [category])
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections })
  const send = (sent: Sent) => () => pool.query(sent)
  const prepared = (name: string, text: string) => () => pool.query({ name, text })
  const contestants: Record<StatementName, () => Promise<unknown>> = {
    bound: prepared("bound", idsAndCount(inScope, "kept")),
    counted: prepared("counted", idsAndCount(inScope, "counted")),
    // As the plugin has to: text and values, without a name that a pooler may not know.
    sameWork: send({ text: cardsAndCount(inScope), values: [] }),
    lookUp: send(lookUp),
    plugin: send(listing),
  }
  return { contestants, close: () => pool.end() }
}

export function statementTable(place: Place, { clients, results }: Measured<StatementName>): Table {
  return {
    title: `SQL, in stock, ${PLACES[place]}, ${atATime(clients)}`,
    columns: COLUMNS,
    rows: LINES.map(([name, text]) => row(text, results[name], results.bound)),
    note: "plugin and look-up are overheard from it and sent as it sends them: planned anew each time",
  }
}

/** With one client: what a statement takes, and not how long it waits for the others. */
export function statementBars(
  place: Place,
  { clients, results }: Measured<StatementName>,
  products: number
): Bar[] {
  if (place !== "category" || clients !== 1) return []
  const { plugin, sameWork } = results
  const name = `SQL, ${PLACES[place]}, ${atATime(clients)}: the plugin's statement`
  return [
    {
      name: `${name}, times the hand-written of the same work`,
      value: plugin.p50 / sameWork.p50,
      unit: "x",
      atMost: MOST_TIMES_HAND_WRITTEN,
    },
    ...(products <= 100_000 ? [{ name, value: plugin.p50, unit: " ms", atMost: MOST_MS }] : []),
  ]
}

function scope(databaseUrl: string, categoryId: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "select id from listing_scope where sales_channel_id = $1 and category_id = $2",
      [ONLINE, categoryId]
    )
    return rows[0].id
  })
}
