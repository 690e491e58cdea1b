import { askAndCarryOut, checkLocation, distributorOf } from "./distributor/carry-out"
import { chooseSource } from "./distributor/choose-target"
import { interruptible } from "./distributor/interruptible"
import { tellRuns } from "./distributor/render-run"
import { script } from "./script"

/**
 * `truestock enrich <isbn>... [--source <id>] [--json]`: looks titles up anew, whether or not their file was applied before.
 * The queue is brought up to date, and of imported titles the shop's stock with it; older figures change nothing.
 */
export default script(async ({ container, has, valueOf, valuesOf }) => {
  const distributor = distributorOf(container)
  const { id: source_id } = chooseSource(await distributor.listSources(), valueOf("source"))
  const asked = { source_id, kind: "enrich" as const, target: valuesOf("isbn") }
  const run = await interruptible(async (signal) => {
    await checkLocation(container, source_id)
    return askAndCarryOut(container, asked, signal)
  })
  return tellRuns([run], has("json"))
})
