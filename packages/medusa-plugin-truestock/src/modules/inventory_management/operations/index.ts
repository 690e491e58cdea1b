import { adjustFunction } from "./adjust"
import { lockStockFunction, writeStockFunction } from "./change-stock"
import { confirmFunction } from "./confirm"
import { extendFunction } from "./extend"
import { extendCartFunction } from "./extend-cart"
import { failingAdjustmentsFunction } from "./failing-adjustments"
import { cartHoldFunction, cartNeedsFunction, holdCartFunction } from "./hold-cart"
import { complainFunction, operateFunction, performFunction } from "./perform"
import { performTogetherFunction } from "./perform-together"
import { releaseFunction } from "./release"
import { releaseCartFunction } from "./release-cart"
import { assertLevelsFunction, reserveFunction, reserveHoldsFunction } from "./reserve"

/** What our own services ask of the stock: each a function of the database, reached through truestock_perform. */
export function operationFunctions(schema: string): Record<string, string> {
  return {
    truestock_complain: complainFunction(schema),
    truestock_assert_levels: assertLevelsFunction(schema),
    truestock_reserve_holds: reserveHoldsFunction(schema),
    truestock_reserve: reserveFunction(schema),
    truestock_confirm: confirmFunction(schema),
    truestock_release: releaseFunction(schema),
    truestock_extend: extendFunction(schema),
    truestock_lock_stock: lockStockFunction(schema),
    truestock_failing_adjustments: failingAdjustmentsFunction(schema),
    truestock_write_stock: writeStockFunction(schema),
    truestock_adjust: adjustFunction(schema),
    truestock_cart_needs: cartNeedsFunction(schema),
    truestock_cart_hold: cartHoldFunction(schema),
    truestock_hold_cart: holdCartFunction(schema),
    truestock_extend_cart: extendCartFunction(schema),
    truestock_release_cart: releaseCartFunction(schema),
    truestock_operate: operateFunction(schema),
    truestock_perform: performFunction(schema),
    truestock_perform_together: performTogetherFunction(schema),
  }
}
