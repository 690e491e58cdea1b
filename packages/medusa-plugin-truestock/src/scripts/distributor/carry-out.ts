import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DISTRIBUTOR_MODULE,
  type DistributorModuleService,
  type Run,
  type RunInput,
} from "../../modules/distributor"
import { carryOutRun } from "../../workflows/distributor/carry-out-run"
import { setUpDistributor } from "../../workflows/distributor/set-up-distributor"
import { withProgress } from "../with-progress"
import { renderProgress } from "./render-run"

export const distributorOf = (container: MedusaContainer) =>
  container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)

/** Asks for a run and brings it to its end, saying on stderr how far it is. */
export async function askAndCarryOut(
  container: MedusaContainer,
  asked: RunInput,
  signal: AbortSignal
): Promise<Run> {
  return carryOut(container, await distributorOf(container).requestRun(asked), signal)
}

/** The same of a run that was asked for already. */
export async function carryOut(container: MedusaContainer, run: Run, signal: AbortSignal): Promise<Run> {
  let latest = run
  return withProgress(
    (seconds) => renderProgress(latest, seconds),
    () => carryOutRun(container, run.id, { signal, on_progress: (each) => (latest = each) })
  )
}

/**
 * Before stock is put there: the location of a source that was set up is still what it ought to be, or is made so again.
 * One that never was is refused by whoever asks for the run.
 */
export async function checkLocation(container: MedusaContainer, source_id: string): Promise<void> {
  const source = (await distributorOf(container).listSources()).find(({ id }) => id === source_id)
  if (!source?.location_id) return
  const { warnings } = await setUpDistributor(container, source_id)
  for (const warning of warnings) process.stderr.write(`${warning}\n`)
}
