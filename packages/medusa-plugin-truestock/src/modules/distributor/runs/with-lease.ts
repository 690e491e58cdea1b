import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../../../database/new-id"
import { TruestockError } from "../../../errors"
import type { Run } from "./run"
import { endLease, LEASE_SECONDS, readLease, renewLease, takeLease } from "../sources/sql/leases"

const RENEW_EVERY_MS = (LEASE_SECONDS * 1_000) / 6

/** What a run does while it works: renews its lease, and stops where it has lost it or was told to. */
export type Beat = () => Promise<void>

/**
 * Works under a source's lease, which is renewed now and then and given back at the end.
 *
 * @throws run_in_progress (another run has it), run_lost (it was thought dead), whatever `work` throws
 */
export async function withLease<Result>(
  connection: Knex,
  { run, signal }: { run: Run; signal?: AbortSignal },
  work: (beat: Beat) => Promise<Result>
): Promise<Result> {
  const { id: run_id, source_id } = run
  const lease = { source_id, run_id, holder: newId("lease") }
  if (!(await takeLease(connection, lease))) {
    const other = await readLease(connection, source_id)
    throw new TruestockError(
      "run_in_progress",
      `Run ${other ?? "of another process"} of source ${source_id} is under way. Wait for its end, or stop it.`
    )
  }
  run.lease_holder = lease.holder
  let renewed = Date.now()
  const beat: Beat = async () => {
    signal?.throwIfAborted()
    if (Date.now() - renewed < RENEW_EVERY_MS) return
    if (!(await renewLease(connection, lease))) {
      throw new TruestockError("run_lost", `Another run of ${source_id} has taken over from run ${run_id}.`)
    }
    renewed = Date.now()
  }
  try {
    return await work(beat)
  } finally {
    await endLease(connection, lease)
  }
}
