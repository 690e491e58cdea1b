import { diagnoseStockWorkflow } from "../workflows/truestock/diagnose-stock"
import { renderChecks } from "./render-checks"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

const EXAMPLES = 10

/** `truestock doctor [--deep] [--json]`: whether everything that keeps stock true is in place. Changes nothing. */
export default script(async ({ container, has }) => {
  const input = { deep: has("deep"), examples: EXAMPLES }
  const { result: health } = await withProgress(
    (seconds) => `Looking, for ${seconds} s`,
    () => diagnoseStockWorkflow(container).run({ input })
  )
  if (has("json")) {
    await print(JSON.stringify(health))
  } else {
    for (const line of renderChecks(health.checks)) await print(line)
    await print(`\n${health.status}: guard mode ${health.guard_mode}`)
  }
  return health.status === "ok" ? 0 : 1
})
