import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { messageOf } from "../../../background/chore"
import { countUnopenedLevels } from "../sql/unopened-levels"
import { makeRepair, planRepairs } from "./index"
import { openLedger } from "./open-ledger"
import { type Repair, REPAIR_KINDS, type RepairOutcome } from "./repair"

/** Repairs of one kind that one run lists or makes; the next run finds the rest. */
const MOST_PER_KIND = 10_000

export type Recalculation = {
  /** false = only say what would be done. */
  apply: boolean
  /** Also release reservations of orders that need none. */
  release_orphans?: boolean
  /** Only these kinds, and no books; then release_orphans is not asked. */
  kinds?: readonly Repair["kind"][]
}

/** One step of a recalculation: a repair, or the books of levels that have none; with what became of it. */
export type RecalculationStep =
  | { repair: Repair; outcome: RepairOutcome | "planned" | "failed"; error?: string }
  | { unopened: number; outcome: "mended" | "planned" }
  | { left_out: number; kind: Repair["kind"] }

/**
 * Walks through everything that can be mended, kind by kind. Each repair is a transaction of its own, so it can be
 * stopped anywhere and run again; one that fails keeps none of the others from being made.
 */
export async function* recalculate(
  connection: Knex,
  { apply, release_orphans, kinds }: Recalculation
): AsyncGenerator<RecalculationStep> {
  const usual = REPAIR_KINDS.filter((kind) => kind !== "orphan_reservation" || release_orphans)
  for (const kind of kinds ?? usual) {
    const { repairs, count } = await planRepairs(connection, kind, MOST_PER_KIND)
    for (const repair of repairs) {
      yield apply ? await attempt(connection, repair) : { repair, outcome: "planned" }
    }
    if (count > repairs.length) yield { left_out: count - repairs.length, kind }
  }
  if (kinds) return
  const unopened = await countUnopenedLevels(connection)
  if (unopened === 0) return
  if (!apply) return yield { unopened, outcome: "planned" }
  let opened = 0
  for await (const batch of openLedger(connection)) opened += batch
  yield { unopened: opened, outcome: "mended" }
}

async function attempt(connection: Knex, repair: Repair): Promise<RecalculationStep> {
  try {
    return { repair, outcome: await makeRepair(connection, repair) }
  } catch (error) {
    return { repair, outcome: "failed", error: messageOf(error) }
  }
}
