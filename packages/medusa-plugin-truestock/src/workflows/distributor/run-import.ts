import type { MedusaContainer } from "@medusajs/framework/types"
import { DISTRIBUTOR_MODULE, type DistributorModuleService, type Run } from "../../modules/distributor"
import { importTitles, type ImportProgress } from "./import-titles"

type Doing = { signal?: AbortSignal; on_progress?: (progress: ImportProgress) => void }

/**
 * Does an import that was asked for, under its source's lease.
 *
 * @throws run_not_found, run_in_progress, run_lost, run_state
 */
export async function runImport(
  container: MedusaContainer,
  run_id: string,
  { signal, on_progress }: Doing = {}
): Promise<{ run: Run; progress: ImportProgress | null }> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const run = await distributor.retrieveRun(run_id)
  return distributor.underLease(run, { signal }, async (beat) => {
    let progress: ImportProgress | null = null
    for await (const each of importTitles(container, run, { beat, signal })) {
      progress = { ...each }
      on_progress?.(progress)
      await beat({ rows: each.total, staged: each.looked_at, rejected: each.failed })
    }
    const counts = progress && {
      ...{ rows: progress.total, staged: progress.looked_at, rejected: progress.failed },
      matched: progress.created + progress.adopted,
    }
    return { run: await distributor.endRun(run_id, counts ?? {}), progress }
  })
}
