import type { MedusaRequest } from "@medusajs/framework/http"

/** The header Idempotency-Key, if there is one; what it may hold is for the module to say. */
export function idempotencyKey(req: MedusaRequest): string | undefined {
  return req.get("Idempotency-Key")
}
