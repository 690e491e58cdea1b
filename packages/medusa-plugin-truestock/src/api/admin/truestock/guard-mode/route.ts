import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { GuardMode } from "../../../../modules/inventory_management"
import { bodyFields } from "../../../body-fields"
import { setGuardModeWorkflow } from "../../../../workflows/truestock/set-guard-mode"

/**
 * POST /admin/truestock/guard-mode `{ mode }`: enforce, observe or off, for every process at once. Answers
 * `{ guard_mode }`. 400 `invalid_body`, `invalid_mode`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodyFields(["mode"], req.body)
  // The service knows the modes.
  const mode = body.mode as GuardMode
  const { result } = await setGuardModeWorkflow(req.scope).run({ input: { mode } })
  res.json(result)
}
