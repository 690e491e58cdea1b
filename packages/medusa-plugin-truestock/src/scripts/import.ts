import { fieldsOf, limitOf } from "./distributor/asked-for"
import { askAndCarryOut, checkLocation, distributorOf } from "./distributor/carry-out"
import { chooseTarget } from "./distributor/choose-target"
import { interruptible } from "./distributor/interruptible"
import { tellRuns } from "./distributor/render-run"
import { script } from "./script"

/**
 * `truestock import [source] [isbn...] [--update <fields>] [--limit <n>] [--dry-run] [--json]`: makes products of the
 * titles in the queue, and stocks those that the shop has; of these the fields named become what the distributor says. Stopped anywhere, the next one goes on.
 */
export default script(async ({ container, has, valueOf, valuesOf }) => {
  const sources = await distributorOf(container).listSources()
  const chosen = chooseTarget(sources, valuesOf("target"), valueOf("source"))
  const is_dry_run = has("dry-run")
  if (!is_dry_run) await checkLocation(container, chosen.source_id)
  const asked = {
    ...{ ...chosen, kind: "import" as const, limit: limitOf(valueOf("limit")), is_dry_run },
    update_fields: fieldsOf(valueOf("update")),
  }
  const run = await interruptible((signal) => askAndCarryOut(container, asked, signal))
  return tellRuns([run], has("json"))
})
