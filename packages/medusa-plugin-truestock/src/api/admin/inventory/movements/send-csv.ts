import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"
import { stringify } from "csv-stringify"
import type { Movement } from "../../../../modules/inventory_management/sql/list-movements"

const COLUMNS: (keyof Movement)[] = [
  ...(["id", "created_at", "level_id", "inventory_item_id", "sku", "location_id", "location_name"] as const),
  ...(["kind", "reason", "note", "stocked_delta", "stocked_balance", "reserved_delta"] as const),
  ...(["reserved_balance", "incoming_delta", "incoming_balance", "available_balance"] as const),
  ...(["references", "actor_type", "actor_id", "correlation_id"] as const),
]

/** What a spreadsheet takes for the beginning of a formula, in full width too. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** An apostrophe makes a spreadsheet show text as it stands. Numbers are numbers, below zero too. */
export const asText = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/**
 * Sends movements as CSV while they are read: no faster than the client takes them, and no further when it goes
 * away. What fails on the way breaks the connection off, so that half a file is not taken for a whole one.
 */
export async function sendCsv(movements: AsyncGenerator<Movement>, res: MedusaResponse): Promise<void> {
  // Before the first byte a failure can still be answered as one.
  const first = await movements.next()
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="movements.csv"`)
  const csv = stringify({ header: true, columns: COLUMNS, cast: { string: asText } })
  try {
    await pipeline(Readable.from(rows(first, movements)), csv, res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}

async function* rows(first: IteratorResult<Movement, void>, others: AsyncGenerator<Movement>) {
  try {
    if (first.done) return
    yield row(first.value)
    for await (const movement of others) yield row(movement)
  } finally {
    await others.return(undefined)
  }
}

const row = (movement: Movement) => ({
  ...movement,
  created_at: movement.created_at.toISOString(),
  references: movement.references.map(({ type, id }) => `${type}:${id}`).join(" "),
})
