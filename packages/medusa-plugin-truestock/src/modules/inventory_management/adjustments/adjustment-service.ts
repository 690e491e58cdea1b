import { ItemService } from "../items/item-service"
import type { Asking } from "../perform-operation"
import { adjustInventory } from "./adjust-inventory"
import type { Adjusted, AdjustmentInput, AdjustmentOptions, FailedAdjustment } from "./adjustment"
import { parseAdjustments } from "./adjustment-input"

/** Stock that is adjusted by hand. */
export class AdjustmentService extends ItemService {
  /**
   * Adds to what is stocked, or takes from it, with a reason: one row or up to 10,000, in one transaction.
   *
   * @throws insufficient_inventory (below what is promised), negative_stock, stale_quantity, unknown_level,
   *   invalid_quantity, invalid_adjustment, duplicate_row, too_many_rows, invalid_key, key_in_use, key_reused;
   *   with `on_error: "skip"` the first four are reported row by row instead
   */
  async adjustInventory(
    rows: AdjustmentInput[],
    options: AdjustmentOptions = {},
    asking?: Asking
  ): Promise<{ adjusted: Adjusted[]; failed: FailedAdjustment[] }> {
    const input = parseAdjustments(rows, options, this.options.allow_fractions)
    return adjustInventory(this.connection, input, asking)
  }
}
