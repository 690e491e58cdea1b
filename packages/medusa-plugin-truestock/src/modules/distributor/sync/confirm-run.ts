import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { assertLease } from "../runs/assert-lease"
import { changeRun } from "../runs/sql/change-run"
import type { Run } from "../runs/run"
import { inPages } from "./in-pages"
import { confirmTitles } from "./sql/confirm-titles"
import { noteSynced } from "./sql/note-synced"
import { pageToConfirm } from "./sql/page-to-confirm"

const PAGE = 5_000

export type Confirming = {
  connection: Knex
  run: Run
  eans: string[] | null
  beat: () => Promise<void>
}

/** Says of everything that the run has seen that its figures are current, and remembers the snapshot. */
export async function confirmRun({ connection, run, eans, beat }: Confirming): Promise<void> {
  const { id: run_id, source_id, snapshot, looked_up } = run
  const as_of = snapshot?.as_of ?? looked_up?.at ?? null
  if (looked_up !== null) {
    // Looked up one by one; a snapshot speaks of all.
    for (const page of inPages(looked_up.eans, PAGE)) {
      await confirmTitles(connection, source_id, page, as_of)
      await beat()
    }
  } else {
    let after: string | undefined = ""
    while (after !== undefined) {
      const page: string[] = await pageToConfirm(connection, { run_id, source_id, eans, after, limit: PAGE })
      await confirmTitles(connection, source_id, page, as_of)
      await beat()
      after = page.at(-1)
    }
  }
  await connection.transaction(async (tx) => {
    await assertLease(tx, run)
    // A part of the source has no say in what the source as a whole was last.
    if (eans === null) await noteSynced(tx, source_id, snapshot, run.counts.rows ?? 0)
    await changeRun(tx, run_id, { status: "done" })
  })
}
