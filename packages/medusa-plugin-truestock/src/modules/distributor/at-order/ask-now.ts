import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FeedError, readIpage } from "truestock-distributor-feeds"
import { askingIpage } from "../sources/open-ipage"
import type { CheckAtOrder, SourceOptions } from "../sources/source-options"
import { readSourceState } from "../sources/sql/source-state"
import { noteRefusal } from "../sources/with-circuit"
import { foundTitle } from "../sync/found-title"
import type { Figures, Found } from "./order-line"
import { putLookUps } from "./sql/put-look-ups"
import { takeTurns } from "./sql/take-turns"

type Asking = { connection: Knex; source: SourceOptions; check: CheckAtOrder; now: string }

/**
 * Asks a source for titles, each once, while an order waits: for no longer than its time limit, politely, and not at all
 * where the site has refused. Remembers what it sees; of whatever goes wrong there the titles are unknown, and nothing is
 * thrown. No transaction is open and no lock held while the site is asked.
 */
export async function askNow(asking: Asking, eans: string[]): Promise<Map<string, Found>> {
  const { connection, source, check, now } = asking
  const turn = await nextTurn(asking, eans.length)
  if (typeof turn === "string") return new Map(eans.map((ean13) => [ean13, { problem: turn }]))
  const { found, problems, failure } = await readPages(asking, eans, turn)
  await noteRefusal(connection, source.id, failure)
  const seen = [...found].map(([ean13, { sellable, takes_backorder }]) => ({
    ean13,
    sellable,
    takes_backorder,
  }))
  await putLookUps(connection, source.id, now, seen)
  const late = `no answer within ${check.time_limit_ms} ms`
  return new Map(
    eans.map((ean13) => [
      ean13,
      found.get(ean13) ?? { problem: problems.get(ean13) ?? failure?.message ?? late },
    ])
  )
}

/** Milliseconds until the titles may be asked for, or why they may not. */
async function nextTurn({ connection, source, check }: Asking, turns: number): Promise<number | string> {
  const { circuit_until, circuit_reason } = await readSourceState(connection, source.id)
  if (circuit_until !== null) return `left alone until ${circuit_until}: ${circuit_reason}`
  const delay_ms = ipageOf(source).delay_ms
  if (delay_ms === 0) return 0
  const asked = { source_id: source.id, turns, delay_ms, limit_ms: check.time_limit_ms }
  return (await takeTurns(connection, asked)) ?? "too many orders ask at the same time"
}

/** What the pages say that come in time. `failure`: why no more were asked for, where that was not the time. */
async function readPages({ source, check, now }: Asking, eans: string[], wait_ms: number) {
  const found = new Map<string, Figures>()
  const problems = new Map<string, string>()
  const limit = AbortSignal.timeout(check.time_limit_ms)
  try {
    const asking = askingIpage(source.id, ipageOf(source))
    await pause(wait_ms, undefined, { signal: limit })
    // Once: whoever waits for an order does not wait for another try.
    for await (const { records, rejects } of readIpage({ ...asking, eans, retries: 0 }, limit)) {
      for (const record of records) found.set(record.ean13, foundTitle(record, source, new Date(now)).terms)
      for (const { ean13, code, reason } of rejects) {
        if (ean13 && !(limit.aborted && code === "timed_out")) problems.set(ean13, reason)
      }
    }
    return { found, problems, failure: null }
  } catch (error) {
    const isLate = limit.aborted && (kindOf(error) === "AbortError" || kindOf(error) === "aborted")
    return { found, problems, failure: isLate ? null : (error as Error) }
  }
}

const kindOf = (error: unknown) =>
  error instanceof FeedError ? error.code : error instanceof Error ? error.name : ""

function ipageOf({ feed }: SourceOptions) {
  if (feed.kind === "ingram_ipage") return feed
  throw new Error(`${feed.kind} cannot be asked for one title.`)
}
