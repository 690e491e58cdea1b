import { limitOf, reasonOf } from "./distributor/asked-for"
import { askAndCarryOut, carryOut, checkLocation, distributorOf } from "./distributor/carry-out"
import { chooseTarget } from "./distributor/choose-target"
import { interruptible } from "./distributor/interruptible"
import { tellRuns } from "./distributor/render-run"
import { script } from "./script"

/**
 * `truestock sync-stock [target...] [--source <id>] [--limit <n>] [--dry-run] [--override <reason>] [--json]`: takes the
 * stock that the distributor states, file after file until there is nothing new. A guard that trips ends it.
 */
export default script(async ({ container, has, valueOf, valuesOf }) => {
  const distributor = distributorOf(container)
  const sources = await distributor.listSources()
  const chosen = chooseTarget(sources, valuesOf("target"), valueOf("source"))
  const asked = {
    ...{ ...chosen, kind: "sync" as const, limit: limitOf(valueOf("limit")), is_dry_run: has("dry-run") },
    override_reason: reasonOf(valueOf("override")),
  }
  if (!asked.is_dry_run) await checkLocation(container, chosen.source_id)
  const runs = await interruptible(async (signal) => {
    const done = [await askAndCarryOut(container, asked, signal)]
    while (!signal.aborted) {
      const next = await distributor.retrieveFollowingSync(done.at(-1)!.id)
      if (!next) break
      done.push(await carryOut(container, next, signal))
    }
    return done
  })
  return tellRuns(runs, has("json"))
})
