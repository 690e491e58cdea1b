import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { holdCart } from "./hold-cart"

/**
 * With the option `hold.on_payment_session` the checkout that begins to pay holds what it is about to pay for. What is
 * not there any more is refused here, before any money is spoken of.
 */
async function holdOnPaymentSession(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const cartId = stock.holdsOnPaymentSession ? await cartOf(req, req.params.id!) : undefined
  if (cartId) await holdCart(req, cartId)
  next()
}

async function cartOf(req: MedusaRequest, payment_collection_id: string): Promise<string | undefined> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id },
  })
  return data[0]?.cart_id
}

export const holdOnPaymentSessionMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/store/payment-collections/:id/payment-sessions",
    middlewares: [holdOnPaymentSession],
  },
]
