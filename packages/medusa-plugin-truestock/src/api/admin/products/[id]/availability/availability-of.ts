import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { quoted, TruestockError } from "../../../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import type { AvailabilityDetails } from "../../../../../modules/availability/details"
import { isStorable } from "../../../../../storable-text"
import { updateProductAvailabilityWorkflow } from "../../../../../workflows/availability/update-product-availability"

/** What is known of the request's product. 404 `product_not_found`. */
export async function availabilityOf(req: AuthenticatedMedusaRequest): Promise<AvailabilityDetails> {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const product_id = productIdOf(req)
  const known = await availability.readDetails(product_id)
  if (known) return known
  // Created a moment ago, or not at all: the refresh knows, and says which.
  await updateProductAvailabilityWorkflow(req.scope).run({ input: { product_id } })
  return (await availability.readDetails(product_id)) ?? notFound(product_id)
}

/** No product has an id with a zero byte, and Postgres refuses to look for one. */
export function productIdOf(req: AuthenticatedMedusaRequest): string {
  const id = req.params.id!
  return isStorable(id) ? id : notFound(id)
}

function notFound(id: string): never {
  throw new TruestockError("product_not_found", `Product ${quoted(id)} not found`)
}
