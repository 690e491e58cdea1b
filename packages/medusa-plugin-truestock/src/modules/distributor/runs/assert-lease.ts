import { TruestockError } from "../../../errors"
import type { Transaction } from "../../../database/connection"
import type { Run } from "./run"
import { holdLease } from "../sources/sql/leases"

/**
 * First in every transaction in which a run writes what others see: it is still its source's run, and stays it until the
 * transaction ends.
 *
 * @throws run_lost
 */
export async function assertLease(
  tx: Transaction,
  { id: run_id, source_id, lease_holder: holder }: Pick<Run, "id" | "source_id" | "lease_holder">
): Promise<void> {
  if (holder !== undefined && (await holdLease(tx, { source_id, run_id, holder }))) return
  throw new TruestockError(
    "run_lost",
    `Run ${run_id} was stopped, or another run of ${source_id} has taken over from it.`
  )
}
