import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TitleCaches } from "../caches/title-caches"
import { assertLease } from "../runs/assert-lease"
import type { Run, RunCounts } from "../runs/run"
import { addCounts } from "../runs/sql/add-counts"
import { type Settling, settleTitles } from "../titles/settle-titles"
import { claimStaged } from "./sql/claim-staged"
import { applyTitles } from "./sql/apply-titles"

const TRIES = 5
const DEADLOCK = "40P01"

export type Applying = Settling & {
  connection: Knex
  run: Run
  caches: TitleCaches
  beat: (counts: Partial<RunCounts>) => Promise<void>
}

/**
 * Applies what a run has staged, batch by batch, each with everything that follows from it in one transaction. Killed
 * between two of them it goes on where it was; within one, nothing of that batch was done. What was cached of a batch is
 * cleared after its commit.
 */
export async function applyRun(applying: Applying): Promise<void> {
  for (;;) {
    const eans = await again(() => applyBatch(applying))
    if (eans === null) return
    await applying.caches.clear(eans)
    await applying.beat({})
  }
}

async function applyBatch({ connection, run, ...settling }: Applying): Promise<string[] | null> {
  const { source, run_id } = settling
  return connection.transaction(async (tx) => {
    await assertLease(tx, run)
    const eans = await claimStaged(tx, run_id, source.id, source.titles_per_transaction)
    if (eans.length === 0) return null
    await applyTitles(tx, run_id, source.id, eans)
    const levels = await settleTitles(tx, settling, eans)
    await addCounts(tx, run_id, { applied: eans.length, levels })
    return eans
  })
}

/** A level that somebody keeps locked, or a deadlock, is over in a moment: the batch is done again from its beginning. */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const { code } = error as { code?: string }
      if (tried >= TRIES || (code !== "stock_busy" && code !== DEADLOCK)) throw error
      await pause(200 * 2 ** tried)
    }
  }
}
