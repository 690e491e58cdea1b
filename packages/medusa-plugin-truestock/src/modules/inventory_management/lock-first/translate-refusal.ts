import { MedusaError } from "@medusajs/framework/utils"
import { TruestockError } from "../../../errors"

type Refusal = { hint?: string; detail?: string; message?: string }

/**
 * The guard's refusal in the words a caller of core's service knows: "Not enough stock available". Any other error
 * is answered as it is.
 */
export function translateRefusal(error: unknown): unknown {
  const { hint, detail } = (error ?? {}) as Refusal
  if (hint !== "insufficient_inventory" && hint !== "inactive_location" && hint !== "invalid_quantity") {
    return error
  }
  const { inventory_item_id, location_id, requested } = JSON.parse(detail ?? "{}") as Record<string, string>
  switch (hint) {
    case "insufficient_inventory":
      return new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Not enough stock available for item ${inventory_item_id} at location ${location_id}`,
        hint
      )
    case "inactive_location":
      return new TruestockError(
        hint,
        `Location ${location_id} is inactive: nothing can be reserved there. Activate it, or choose another.`
      )
    case "invalid_quantity":
      return new TruestockError(
        hint,
        `Quantity ${requested} of ${inventory_item_id} makes no reservation. Use a number of units above 0.`
      )
  }
}
