import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import type { Table } from "../frame/figures.js"
import { ENQUEUE_EVERYTHING, untilDrained, untilSent } from "../shop/change-queue.js"

/** A machine that is busy with something else fills a few hundred products a second. */
const LIMIT_MS_PER_PRODUCT = 6
const LEAST_LIMIT_MS = 600_000

export const fillLimitMs = (products: number) => Math.max(LEAST_LIMIT_MS, products * LIMIT_MS_PER_PRODUCT)

/** Has the shop's own drain fill the empty read model; it says how far it is. */
export async function firstFill(databaseUrl: string, products: number): Promise<Table> {
  const limitMs = fillLimitMs(products)
  const drainMs = await step("Fill the read model by the drain", async () => {
    await withDatabase(databaseUrl, (client) => client.query(ENQUEUE_EVERYTHING))
    return untilDrained(databaseUrl, limitMs, "products to go")
  })
  const sendMs = await step("Wait for the events to be sent", () => untilSent(databaseUrl, limitMs))
  return {
    title: "first fill of the read model",
    columns: ["drain s", "products per s", "events s"],
    rows: [{ name: "in the shop", values: [drainMs / 1000, (products * 1000) / drainMs, sendMs / 1000] }],
  }
}
