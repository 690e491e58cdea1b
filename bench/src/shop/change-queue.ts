import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"

const POLL_MS = 100

/** What the plugin's own "look at everything again" appends to its queue. */
export const ENQUEUE_EVERYTHING = "insert into availability_change (kind) values ('all')"

/** Milliseconds until no change is waiting, or is being worked on, any more. */
export function untilDrained(databaseUrl: string, limitMs: number): Promise<number> {
  return untilZero(databaseUrl, "select count(*)::int as count from availability_change", limitMs)
}

/** Milliseconds until every change of a status has been handed to the event bus. */
export function untilSent(databaseUrl: string, limitMs: number): Promise<number> {
  const unsent = "select count(*)::int as count from availability_history where sent_at is null"
  return untilZero(databaseUrl, unsent, limitMs)
}

function untilZero(databaseUrl: string, sql: string, limitMs: number): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const began = performance.now()
    for (;;) {
      const { rows } = await client.query(sql)
      const elapsed = performance.now() - began
      if (rows[0].count === 0) return elapsed
      if (elapsed > limitMs) {
        throw new Problem(
          `After ${Math.round(limitMs / 1000)} s ${rows[0].count} rows were still to be done: ${sql}`
        )
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  })
}
