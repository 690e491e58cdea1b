import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../../errors"
import type { GuardMode } from "../../../../modules/inventory_management"
import { setGuardModeWorkflow } from "../../../../workflows/truestock/set-guard-mode"

const bodySchema = z.strictObject({ mode: z.unknown() })

/**
 * POST /admin/truestock/guard-mode `{ mode }`: enforce, observe or off, for every process at once. Answers
 * `{ guard_mode }`. 400 `invalid_body`, `invalid_mode`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodySchema.safeParse(req.body)
  if (!body.success) {
    const [issue] = body.error.issues
    throw new TruestockError(
      "invalid_body",
      `Body ${quoted(req.body)} is wrong: ${issue?.message}. Use mode.`
    )
  }
  // The service knows the modes.
  const mode = body.data.mode as GuardMode
  const { result } = await setGuardModeWorkflow(req.scope).run({ input: { mode } })
  res.json(result)
}
