import type { Reject } from "truestock-distributor-feeds"
import type { Transaction } from "../../../database/connection"
import { flagChange } from "../rules/flag-change"
import { isOlder } from "../rules/is-older"
import { assertLease } from "../runs/assert-lease"
import type { Run } from "../runs/run"
import type { Syncing } from "../sync/run-sync"
import { applyTitles } from "../sync/sql/apply-titles"
import { stageTitles } from "../sync/sql/stage-titles"
import { isWanted } from "./is-wanted"
import { settleTitles } from "./settle-titles"
import { type LockedTitle, lockKnown } from "./sql/lock-known"
import { type FoundTitle, putTitles } from "./sql/put-titles"
import { seeTitles } from "./sql/see-titles"

type Enriching = Pick<Syncing, "connection" | "source" | "location_id" | "low_stock_threshold">

/** `titles`: that were taken over; `added` of them are new in the queue, `imported` in the shop. `left`: why others were not. */
export type Enriched = { titles: number; added: number; imported: number; levels: number; left: Reject[] }

/**
 * Brings titles into the queue as they were found, and the shop with them where they are imported: in one transaction, so
 * that it is done or not. Locks the source's lease, titles in EAN order, and then what settling does. A dry run only says
 * what would become of the imported ones.
 */
export async function putEnriched(
  run: Run,
  found: FoundTitle[],
  { connection, ...enriching }: Enriching
): Promise<Enriched> {
  const { source } = enriching
  return connection.transaction(async (tx) => {
    await assertLease(tx, run)
    const eans = found.map(({ ean13 }) => ean13)
    const known = new Map((await lockKnown(tx, source.id, eans)).map((each) => [each.ean13, each]))
    const isImported = ({ ean13 }: FoundTitle) => known.get(ean13)?.sync_status === "imported"
    const left = found.flatMap((title) => leftAlone(title, known.get(title.ean13)))
    const current = found.filter(({ ean13 }) => !left.some((reject) => reject.ean13 === ean13))
    const imported = current.filter(isImported)
    const others = current.filter(
      (title) => !isImported(title) && isWanted(title.record.product_type, source.product_types)
    )
    const added = run.is_dry_run ? 0 : await putTitles(tx, source.id, others)
    const levels = await refresh(tx, run, { imported, known, ...enriching })
    return { titles: imported.length + others.length, added, imported: imported.length, levels, left }
  })
}

type Refreshing = Omit<Enriching, "connection"> & { imported: FoundTitle[]; known: Map<string, LockedTitle> }

/** What differs is staged, so that the run shows it before and after; all are settled, whoever changed their levels. */
async function refresh(
  tx: Transaction,
  run: Run,
  { imported, known, source, location_id, low_stock_threshold }: Refreshing
): Promise<number> {
  if (imported.length === 0) return 0
  const limits = { threshold: low_stock_threshold, units: source.flag_units }
  const differing = imported.filter(({ ean13, digest }) => {
    const before = known.get(ean13)!
    return before.digest !== digest || before.is_missing
  })
  const staged = differing.map((title) => {
    const reasons = flagChange(known.get(title.ean13)!.on_hand, title.on_hand, limits)
    return { ...title, change: "changed" as const, reasons }
  })
  await stageTitles(tx, run.id, source.id, staged)
  if (run.is_dry_run) return 0
  const changed = staged.map(({ ean13 }) => ean13)
  await applyTitles(tx, run.id, source.id, changed)
  await seeTitles(tx, source.id, imported)
  const settling = { source, location_id, run_id: run.id, note: `${source.id}: looked up` }
  return settleTitles(
    tx,
    settling,
    imported.map(({ ean13 }) => ean13)
  )
}

/** Why a title stays as it is known, if it does. */
function leftAlone({ ean13, as_of, record }: FoundTitle, known: LockedTitle | undefined): Reject[] {
  const leave = (code: string, why: string) => [
    { row: 0, code, reason: `${ean13} was left as it is: ${why}.`, ean13, raw: "" },
  ]
  if (known && isOlder(as_of, known.as_of)) {
    return leave("older", `its figures are of ${as_of ?? "nobody knows when"}, those known of ${known.as_of}`)
  }
  if (record.removed) return leave("removed", "its supplier has taken it back, which a sync takes over")
  if (known && record.partial)
    return leave("partial", "only a part of it was sent, which a sync joins to the rest")
  return []
}
