import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Whatever a second seed could double. */
const ENTITIES = [
  "product",
  "product_variant",
  "product_category",
  "product_collection",
  "product_tag",
  "product_type",
  "brand",
  "price",
  "inventory_item",
  "inventory_level",
  "reservation",
  "order",
  "cart",
  "customer",
  "customer_address",
  "user",
  "auth_identity",
  "api_key",
  "sales_channel",
  "stock_location",
  "fulfillment_set",
  "service_zone",
  "shipping_option",
  "shipping_profile",
  "region",
  "tax_region",
  "tax_rate",
]

/** The shop as the tests look at it; the container is asked for late, since it is not there before the boot. */
export function shopOf(getContainer: () => MedusaContainer) {
  const query = () =>
    getContainer().resolve<Omit<RemoteQueryFunction, symbol>>(ContainerRegistrationKeys.QUERY)
  return {
    query,

    /** How many of each entity there are. */
    async counts(): Promise<Record<string, number>> {
      const all = ENTITIES.map(async (entity) => {
        const { data } = await query().graph({ entity, fields: ["id"] })
        return [entity, data.length] as const
      })
      return Object.fromEntries(await Promise.all(all))
    },

    /** Lets the next seed look at everything again, instead of taking the shop for finished. */
    async forgetResult(): Promise<void> {
      const { data } = await query().graph({ entity: "store", fields: ["id"] })
      await getContainer().resolve(Modules.STORE).updateStores(data[0]!.id, { metadata: {} })
    },
  }
}

/** Swallows the progress of a seed. */
export const quietly = () => undefined
