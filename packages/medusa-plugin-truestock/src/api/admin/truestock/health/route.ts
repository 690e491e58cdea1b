import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../errors"
import { diagnoseStockWorkflow } from "../../../../workflows/truestock/diagnose-stock"

const EXAMPLES = 10

/**
 * GET /admin/truestock/health: `{ status, guard_mode, checked_at, checks }`, what `truestock doctor` says.
 *
 * Query: `deep` (true or false, default false): also the checks that read whole tables, which takes its time on a big
 * shop. 400 `invalid_parameter`, `unknown_parameter`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const input = { deep: isDeep(req.query), examples: EXAMPLES }
  const { result } = await diagnoseStockWorkflow(req.scope).run({ input })
  res.json(result)
}

function isDeep({ deep = "false", ...unknown }: Record<string, unknown>): boolean {
  const [name] = Object.keys(unknown)
  if (name !== undefined) {
    throw new TruestockError(
      "unknown_parameter",
      `Unknown parameter ${quoted(name)} with value ${quoted(unknown[name])}. Use deep.`
    )
  }
  if (deep !== "true" && deep !== "false") {
    throw new TruestockError(
      "invalid_parameter",
      `Parameter deep has the value ${quoted(deep)}; it must be true or false.`
    )
  }
  return deep === "true"
}
