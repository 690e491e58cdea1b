import type { MedusaContainer } from "@medusajs/framework/types"
import type { Importer } from "../../modules/distributor"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  planVariant,
} from "../../modules/inventory_management"
import { stockPlanned } from "../setup/stock-planned"

export type AdoptedVariant = {
  ean13: string
  variant_id: string
  product_id: string
  /** An import has made the product, and was stopped before it was done with it. */
  is_ours: boolean
  publisher: string | null
}

/**
 * Has variants that the shop has already counted by the distributor: core manages their stock, a missing item is made. Kits
 * and shared items are left alone, since what they need is a matter of several variants.
 */
export async function adoptVariants(
  container: MedusaContainer,
  importer: Importer,
  variants: AdoptedVariant[]
): Promise<{ done: number; failed: number }> {
  if (variants.length === 0) return { done: 0, failed: 0 }
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const facts = await setup.variantsOf(variants.map(({ variant_id }) => variant_id))
  const planned = facts.map((each) =>
    planVariant(each, { manage_inventory: true, stock: {} }, (code) => code)
  )
  const left = new Map(planned.map(({ variant_id, left_alone }) => [variant_id, left_alone]))
  await stockPlanned(container, planned, (code) => code)
  const refused = variants.filter(({ variant_id }) => left.get(variant_id) !== null)
  await importer.refuse(
    refused.map(({ ean13, variant_id }) => ({
      ...{ ean13, sync_status: "skipped" as const },
      reason: `Variant ${variant_id} was left alone: ${left.get(variant_id) ?? "gone"}.`,
    }))
  )
  const taken = variants.filter((each) => !refused.includes(each))
  await importer.finish(
    taken,
    taken.flatMap(({ product_id, is_ours, publisher }) =>
      is_ours && publisher ? [{ product_id, name: publisher }] : []
    )
  )
  return { done: variants.length - refused.length, failed: refused.length }
}
