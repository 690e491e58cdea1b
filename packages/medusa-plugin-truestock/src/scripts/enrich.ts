import { parseRun } from "../modules/distributor/runs/run-input"
import { askAndCarryOut, checkLocation, distributorOf } from "./distributor/carry-out"
import { chooseSource } from "./distributor/choose-target"
import { interruptible } from "./distributor/interruptible"
import { tellRuns } from "./distributor/render-run"
import type { Run } from "../modules/distributor"
import { script } from "./script"

/**
 * `truestock enrich <isbn>... [--source <id>] [--json]`: looks titles up anew. The stock of those that are imported is
 * changed by a sync of these titles, with its guards; the others are brought up to date in the queue.
 */
export default script(async ({ container, has, valueOf, valuesOf }) => {
  const distributor = distributorOf(container)
  const { id: source_id } = chooseSource(await distributor.listSources(), valueOf("source"))
  const named = { source_id, kind: "enrich" as const, target: valuesOf("isbn") }
  const eans = parseRun(named, distributor.sourceOf(source_id)).target.eans ?? []
  const imported = await distributor.listImported(source_id, eans)
  const others = eans.filter((ean13) => !imported.includes(ean13))
  const runs = await interruptible(async (signal) => {
    const done: Run[] = []
    if (others.length > 0) done.push(await askAndCarryOut(container, { ...named, target: others }, signal))
    if (imported.length > 0 && !signal.aborted) {
      await checkLocation(container, source_id)
      done.push(await askAndCarryOut(container, { source_id, kind: "sync", target: imported }, signal))
    }
    return done
  })
  return tellRuns(runs, has("json"))
})
