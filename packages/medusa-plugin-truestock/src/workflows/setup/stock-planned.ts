import type { MedusaContainer } from "@medusajs/framework/types"
import type { PlannedVariant } from "../../modules/inventory_management"
import { stockVariantsWorkflow } from "./stock-variants"

/** Does to variants what was planned for them; nothing where they lack nothing. */
export async function stockPlanned(
  container: MedusaContainer,
  planned: PlannedVariant[],
  idOf: (code: string) => string
): Promise<void> {
  const input = {
    take_over: planned.flatMap(({ variant_id, takes_over }) =>
      takes_over ? [{ variant_id, inventory_item_id: takes_over }] : []
    ),
    manage: planned
      .filter(({ needs_item, becomes_managed }) => needs_item || becomes_managed)
      .map(({ variant_id }) => variant_id),
    openings: planned.flatMap(({ variant_id, levels }) =>
      levels.map(({ code, stocked_quantity }) => ({ variant_id, location_id: idOf(code), stocked_quantity }))
    ),
  }
  if (Object.values(input).every(({ length }) => length === 0)) return
  await stockVariantsWorkflow(container).run({ input })
}
