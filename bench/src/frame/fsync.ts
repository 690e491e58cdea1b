import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { median } from "./medians.js"

const COMMITS = 200

/**
 * Milliseconds that a durable commit costs on this disk: the median of one-row inserts, each committed by itself.
 * Measured before and after a run, since a figure of a write path means little without it, and a run in which the
 * two differ widely shared its disk with something else.
 */
export function fsyncCost(databaseUrl: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    await client.query("set synchronous_commit = on")
    await client.query("create table if not exists bench_commit (at timestamptz)")
    const times: number[] = []
    for (let i = 0; i < COMMITS; i++) {
      const began = performance.now()
      await client.query("insert into bench_commit values (now())")
      times.push(performance.now() - began)
    }
    await client.query("drop table bench_commit")
    return median(times)
  })
}
