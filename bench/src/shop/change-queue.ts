import { setTimeout as pause } from "node:timers/promises"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"

/** Seldom enough for the question not to be part of what is measured. */
const POLL_MS = 250
const PROGRESS_MS = 15_000

/** What the plugin's own "look at everything again" appends to its queue. */
export const ENQUEUE_EVERYTHING = "insert into availability_change (kind) values ('all')"

/** Milliseconds until no change is waiting, or is being worked on, any more. `what`: tells now and then how many are left. */
export function untilDrained(databaseUrl: string, limitMs: number, what?: string): Promise<number> {
  // Behind the settled id, as the drain itself looks: before it lie only rows that are done and not vacuumed yet.
  const waiting = "from availability_change where id > (select settled_id from availability_change_cursor)"
  return untilNone(databaseUrl, waiting, limitMs, what)
}

/** Milliseconds until every change of a status has been handed to the event bus. */
export function untilSent(databaseUrl: string, limitMs: number): Promise<number> {
  return untilNone(databaseUrl, "from availability_history where sent_at is null", limitMs)
}

/** Asks whether there is one, and counts only to tell: counting a long queue all the time would slow it down. */
function untilNone(databaseUrl: string, rows: string, limitMs: number, what?: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const ask = async (sql: string) => (await client.query(sql)).rows[0].answer
    const count = `select count(*)::int as answer ${rows}`
    const began = performance.now()
    for (let told = 0; ; await pause(POLL_MS)) {
      const isOver = await ask(`select not exists (select ${rows}) as answer`)
      const elapsed = performance.now() - began
      if (isOver) return elapsed
      if (elapsed > limitMs) {
        const left = await ask(count)
        throw new Problem(`After ${Math.round(limitMs / 1000)} s ${left} rows were still to be done: ${rows}`)
      }
      if (what && elapsed - told > PROGRESS_MS) {
        told = elapsed
        console.log(`  ${(await ask(count)).toLocaleString("en-US")} ${what}`)
      }
    }
  })
}
