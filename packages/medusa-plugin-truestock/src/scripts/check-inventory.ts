import { INVARIANTS, worstOf } from "../health"
import { diagnoseStockWorkflow } from "../workflows/truestock/diagnose-stock"
import { renderChecks } from "./render-checks"
import { print, script } from "./script"
import { withProgress } from "./with-progress"

/** Offenders listed per invariant; all are counted. */
const EXAMPLES = 100

/** `truestock check-inventory [--json]`: every invariant, and level by level what breaks it. Changes nothing. */
export default script(async ({ container, has }) => {
  const { result: health } = await withProgress(
    (seconds) => `Reading levels, reservations and the ledger, for ${seconds} s`,
    () => diagnoseStockWorkflow(container).run({ input: { deep: true, examples: EXAMPLES } })
  )
  const checks = health.checks.filter((check) => check.name in INVARIANTS)
  const status = worstOf(checks)
  if (has("json")) {
    await print(JSON.stringify({ status, checked_at: health.checked_at, checks }))
  } else {
    for (const line of renderChecks(checks)) await print(line)
  }
  return status === "ok" ? 0 : 1
})
