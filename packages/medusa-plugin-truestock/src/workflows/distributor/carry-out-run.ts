import { setTimeout as pause } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { DISTRIBUTOR_MODULE, type DistributorModuleService, type Run } from "../../modules/distributor"
import { runImport } from "./run-import"

const LOOK_EVERY_MS = 1_000

type Doing = {
  /** Aborted by a person: the run is stopped, whoever does it. */
  signal?: AbortSignal
  /** Told the run's record about once a second. */
  on_progress?: (run: Run) => void
}

/**
 * Brings a run that was asked for to its end, and answers how it ended. It is done here, unless a worker was quicker or the
 * source is busy with another one: then its end is waited for, and should nobody come to it, it is done here after all.
 *
 * @throws run_not_found; what its feed throws is in the record of the failed run
 */
export async function carryOutRun(
  container: MedusaContainer,
  run_id: string,
  { signal, on_progress }: Doing = {}
): Promise<Run> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const look = async () => {
    const run = await distributor.retrieveRun(run_id)
    on_progress?.(run)
    return run
  }
  // A look that fails is made again.
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  try {
    for (;;) {
      if (signal?.aborted) return await stopped(distributor, run_id)
      const run = await look()
      if (await isOver(distributor, run)) return run
      if (await isDone(container, run, signal)) return await look()
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    clearInterval(looking)
  }
}

/** Whoever has done it still has the lease while he asks for the run that follows. */
async function isOver(distributor: DistributorModuleService, run: Run): Promise<boolean> {
  if (run.status === "requested" || run.status === "running") return false
  const source = (await distributor.listSources()).find(({ id }) => id === run.source_id)
  return source?.lease_run_id !== run.id
}

/** Does the run here; false = somebody else is at it, or has ended it. */
async function isDone(container: MedusaContainer, run: Run, signal?: AbortSignal): Promise<boolean> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  try {
    if (run.kind === "import") await runImport(container, run.id, { signal })
    else await distributor.doRun(run.id, { signal })
    return true
  } catch (error) {
    const { code = "" } = error as { code?: string }
    if (["run_in_progress", "run_lost", "run_state"].includes(code) || signal?.aborted) return false
    if ((await distributor.retrieveRun(run.id)).status === "failed") return true
    throw error
  }
}

/** A run that has come to its end just before stays what it is. */
async function stopped(distributor: DistributorModuleService, run_id: string): Promise<Run> {
  try {
    return await distributor.stopRun(run_id)
  } catch (error) {
    if ((error as { code?: string }).code !== "run_state") throw error
    return distributor.retrieveRun(run_id)
  }
}
