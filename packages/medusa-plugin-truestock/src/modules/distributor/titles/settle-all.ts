import type { Run } from "../runs/run"
import { assertLease } from "../runs/assert-lease"
import { addCounts } from "../runs/sql/add-counts"
import { changeRun } from "../runs/sql/change-run"
import { readSourceState } from "../sources/sql/source-state"
import type { Syncing } from "../sync/run-sync"
import { pageOfTracked } from "../sync/sql/read-tracked"
import { settleTitles } from "./settle-titles"

const PAGE = 1_000

/** Makes the shop what the queue says, of all imported titles: for when levels or metadata were changed by hand. */
export async function settleAll(
  run: Run,
  { connection, source, caches, beat }: Pick<Syncing, "connection" | "source" | "caches" | "beat">
): Promise<void> {
  const { location_id } = await readSourceState(connection, source.id)
  const settling = { source, location_id: location_id!, run_id: run.id, note: `${source.id}: settled` }
  await changeRun(connection, run.id, { phase: "applying" })
  let after: string | undefined = ""
  while (after !== undefined) {
    const page: { ean13: string }[] = await pageOfTracked(connection, {
      ...{ source_id: source.id, eans: run.target.eans ?? null, after, limit: PAGE },
    })
    const eans = page.map(({ ean13 }) => ean13)
    await connection.transaction(async (tx) => {
      await assertLease(tx, run)
      const levels = await settleTitles(tx, settling, eans)
      await addCounts(tx, run.id, { applied: eans.length, levels })
    })
    await caches.clear(eans)
    await beat({})
    after = eans.at(-1)
  }
  await changeRun(connection, run.id, { status: "done" })
}
