import type { MedusaContainer } from "@medusajs/framework/types"
import type { Importer, TitleRecord } from "../../modules/distributor"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  planVariant,
} from "../../modules/inventory_management"
import { stockPlanned } from "../setup/stock-planned"
import { updateExisting } from "./update-existing"

export type AdoptedVariant = {
  ean13: string
  variant_id: string
  product_id: string
  /** An import has made the product, and was stopped before it was done with it. */
  is_ours: boolean
  /** Its product has no other, and so is the title's own. */
  is_only: boolean
  record: TitleRecord
}

/**
 * Has variants that the shop has already counted by the distributor: core manages their stock, a missing item is made. Of
 * their products the fields change that the import was asked to change. Kits
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
  const reasons = new Map(planned.map(({ variant_id, left_alone }) => [variant_id, left_alone]))
  await stockPlanned(container, planned, (code) => code)
  const refused = variants.filter(({ variant_id }) => reasons.get(variant_id) !== null)
  await importer.refuse(
    refused.map(({ ean13, variant_id }) => ({
      ...{ ean13, sync_status: "skipped" as const },
      reason: `Variant ${variant_id} was left alone: ${reasons.get(variant_id) ?? "gone"}.`,
    }))
  )
  const { updates } = importer
  const left = variants.filter((each) => !refused.includes(each))
  const unchanged = await updateExisting(container, left, updates)
  await importer.refuse(unchanged)
  const taken = left.filter(({ ean13 }) => !unchanged.some((each) => each.ean13 === ean13))
  await importer.finish(taken, {
    brands: brandsOf(taken.filter(({ is_ours }) => is_ours)),
    replaced: updates.includes("brand") ? brandsOf(taken.filter(({ is_only }) => is_only)) : [],
  })
  return { done: taken.length, failed: variants.length - taken.length }
}

const brandsOf = (variants: AdoptedVariant[]) =>
  variants.flatMap(({ product_id, record }) =>
    record.title?.publisher ? [{ product_id, name: record.title.publisher }] : []
  )
