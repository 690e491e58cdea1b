import type { MedusaContainer } from "@medusajs/framework/types"
import { DISTRIBUTOR_MODULE, type DistributorModuleService } from "../../modules/distributor"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../modules/inventory_management"
import { setUpLocationWorkflow } from "../setup/set-up-location"
import { planDistributor } from "./plan-distributor"

export type DistributorSetup = {
  source_id: string
  location_id: string
  location: string
  became: "created" | "changed" | "unchanged"
  warnings: string[]
}

/**
 * Makes the stock location of a distributor, with code and kind, and has the sales channel sell from it. What is there
 * already stays; done again it finds nothing to do.
 *
 * @throws source_not_found, invalid_setup (several locations of that name)
 */
export async function setUpDistributor(
  container: MedusaContainer,
  source_id: string
): Promise<DistributorSetup> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const source = distributor.sourceOf(source_id)
  return setup.oneAtATime(async () => {
    const { location, warnings } = planDistributor(source, await setup.readShop())
    const isNew = location.location_id === null
    const location_id = location.is_changed
      ? (await setUpLocationWorkflow(container).run({ input: location })).result
      : location.location_id!
    await distributor.setLocation(source.id, location_id)
    const became = isNew ? "created" : location.is_changed ? "changed" : "unchanged"
    return { source_id, location_id, location: location.name, became, warnings }
  })
}
