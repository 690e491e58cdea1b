import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { quoted } from "../../../errors"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const followVariantStepId = "follow-variant"

export type FollowVariantInput = { variant_id: string }

/**
 * Keeps the inventory item of a variant as the variant is. Not compensated: it is made true again by the next change of
 * the variant. What has to be left alone because another item has the SKU is logged, for somebody to decide.
 */
export const followVariantStep = createStep(
  followVariantStepId,
  async ({ variant_id }: FollowVariantInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const followed = await stock.items.follow(variant_id, askingOf(work))
    for (const { outcome, variant_id, inventory_item_id, sku } of followed) {
      if (outcome !== "duplicate_sku") continue
      const own = inventory_item_id ? `its own (${inventory_item_id}) stays as it is` : "none was made for it"
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `truestock: duplicate_sku: variant ${variant_id} has the SKU ${quoted(sku)}, which is that of another ` +
            `inventory item; ${own}. Link that item, or give one of them another SKU.`
        )
    }
    return new StepResponse(followed)
  }
)
