import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISTRIBUTOR_MODULE, type DistributorModuleService } from "../../modules/distributor"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../modules/inventory_management"
import type { ProductPlace } from "./new-product"

/** Where a source's products are sold, and how they are sent: the channels of its location, the shop's first profile. */
export async function placeOf(container: MedusaContainer, source_id: string): Promise<ProductPlace> {
  const distributor = container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { location_id } = (await distributor.listSources()).find(({ id }) => id === source_id)!
  const { locations } = await setup.readShop()
  const { data: profiles } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "shipping_profile", fields: ["id", "type"], pagination: { take: 20, skip: 0 } })
  const profile = profiles.find(({ type }) => type === "default") ?? profiles[0]
  return {
    sales_channel_ids: locations.find((each) => each.location_id === location_id)?.sales_channel_ids ?? [],
    shipping_profile_id: profile?.id ?? null,
  }
}
