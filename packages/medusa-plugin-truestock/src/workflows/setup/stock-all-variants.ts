import type { MedusaContainer } from "@medusajs/framework/types"
import { because } from "../../because"
import {
  countPlanned,
  emptySummary,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  planVariant,
  type SetupSummary,
  type Target,
  type VariantFacts,
} from "../../modules/inventory_management"
import { stockPlanned } from "./stock-planned"

/** Variants that are stocked in one workflow, unless said otherwise. */
const BATCH_SIZE = 200

export type StockingAll = {
  /** What is wanted of variants, in their order. */
  choose: (variants: VariantFacts[]) => Promise<Target[]>
  /** The id of a location by its code in what is wanted; undefined = not yet there, as when nothing is to be done. */
  idOf: (code: string) => string | undefined
  /** Stands beside the opening stock in the ledger. */
  note: string
  dry_run: boolean
  batch_size?: number
}

/**
 * Gives every variant what it lacks of what is wanted, batch by batch; yields what has been done so far. Stopped
 * anywhere, another run finds the rest: what is missing is looked up, nothing is remembered.
 */
export async function* stockAllVariants(
  container: MedusaContainer,
  { choose, idOf, note, dry_run, batch_size = BATCH_SIZE }: StockingAll
): AsyncGenerator<SetupSummary> {
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const summary = emptySummary()
  const nextBatch = async (after: string) => {
    const variants = await setup.pageOfVariants(after, batch_size)
    const wanted = await choose(variants)
    const planned = variants.map((facts, n) => planVariant(facts, wanted[n]!, idOf))
    if (!dry_run) {
      await because({ reason: "other", note }, () => stockPlanned(container, planned, (code) => idOf(code)!))
    }
    countPlanned(summary, planned)
    return variants.at(-1)?.variant_id
  }
  let after: string | undefined = ""
  for (;;) {
    const last: string = after
    after = await (dry_run ? nextBatch(last) : setup.oneAtATime(() => nextBatch(last)))
    if (after === undefined) return
    yield summary
  }
}
