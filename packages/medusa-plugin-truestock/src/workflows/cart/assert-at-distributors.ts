import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TruestockError } from "../../errors"
import {
  type CheckedTitle,
  DISTRIBUTOR_MODULE,
  type DistributorModuleService,
} from "../../modules/distributor"
import { firstPlaces, type StockedCart } from "./first-places"

/**
 * Asks distributors whether they have what the cart's order would be promised there, where the shop wants them asked
 * (`check_at_order`). Takes no longer than their time limit.
 *
 * @throws insufficient_inventory, stock_not_confirmed
 */
export async function assertAtDistributors(
  container: MedusaContainer,
  cart: StockedCart & { id: string }
): Promise<void> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  if (!distributor.asksAtOrder) return
  const { titles, refusal } = await distributor.checkOrder({ cart_id: cart.id, lines: firstPlaces(cart) })
  if (titles.length > 0) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const level = titles.every(({ outcome }) => outcome === "enough") ? "info" : "warn"
    const end = refusal ? `refused (${refusal.code})` : "accepted"
    logger[level](`truestock: the order of cart ${cart.id} was ${end}: ${titles.map(told).join("; ")}`)
  }
  if (refusal) throw new TruestockError(refusal.code, refusal.message)
}

function told({ source_id, ean13, wanted, outcome, available, problem }: CheckedTitle): string {
  const why = problem ?? (available === null ? "on order" : `${available} there`)
  return `${source_id} ${ean13} ${outcome}, ${wanted} wanted, ${why}`
}
