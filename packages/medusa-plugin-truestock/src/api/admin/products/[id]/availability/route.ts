import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import { assertStatus } from "../../../../../modules/availability/override-input"
import { isStorable } from "../../../../../storable-text"
import { updateProductAvailabilityWorkflow } from "../../../../../workflows/availability/update-product-availability"

const bodySchema = z.strictObject({ status: z.unknown(), notes: z.unknown().optional() })

/** GET /admin/products/:id/availability: `{ availability }`, the product's summary. 404 for an unknown product. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ availability: await retrieve(req) })
}

/**
 * POST /admin/products/:id/availability `{ status, notes? }`: a manual override for all channels, until cleared.
 * Answers `{ availability }` as it is then. 400 `invalid_status`, `invalid_notes`, `invalid_body`; 404 for an
 * unknown product; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = bodySchema.safeParse(req.body)
  if (!body.success) {
    const [issue] = body.error.issues
    throw new TruestockError(
      "invalid_body",
      `Body ${quoted(req.body)} is wrong: ${issue?.message}. Use status, notes.`
    )
  }
  const { status, notes = null } = body.data
  assertStatus(status)
  if (notes !== null && typeof notes !== "string") {
    throw new TruestockError("invalid_notes", `Notes ${quoted(notes)} must be text.`)
  }
  await updateProductAvailabilityWorkflow(req.scope).run({
    input: { product_id: productIdOf(req), status, notes, set_by: req.auth_context.actor_id },
  })
  res.json({ availability: await retrieve(req) })
}

async function retrieve(req: AuthenticatedMedusaRequest) {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const id = productIdOf(req)
  const [known] = await availability.getProductsAvailability([id])
  if (known) {
    return known
  }
  // Created a moment ago, or not at all: the refresh knows, and says which.
  await updateProductAvailabilityWorkflow(req.scope).run({ input: { product_id: id } })
  return (await availability.getProductsAvailability([id]))[0]
}

/** No product has an id with a zero byte, and Postgres refuses to look for one. */
function productIdOf(req: AuthenticatedMedusaRequest): string {
  const id = req.params.id!
  if (!isStorable(id)) {
    throw new TruestockError("product_not_found", `Product ${quoted(id)} not found`)
  }
  return id
}
