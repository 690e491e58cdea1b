import { adjustFunction } from "./adjust"
import {
  createStockFunction,
  lockAllFunction,
  lockForFunction,
  lockStockFunction,
  moveStockFunction,
  sayWhyFunction,
  writeStockFunction,
} from "./change-stock"
import {
  cancelCountFunction,
  countJsonFunction,
  enterCountFunction,
  openCountFunction,
  postCountFunction,
} from "./count"
import { cancelIncomingFunction, changeIncomingFunction, expectFunction } from "./incoming"
import { noteCostFunction, noteCostsFunction } from "./note-costs"
import { oncePerLevelFunction, receiveFunction } from "./receive"
import {
  cancelTransferFunction,
  draftTransferFunction,
  receiveTransferFunction,
  shipTransferFunction,
  transferJsonFunction,
} from "./transfer"
import { backupsFunction, withPlacesFunction } from "./backups"
import { firstPlaceFunction, placeLinesFunction } from "./place-lines"
import { confirmFunction } from "./confirm"
import { createItemFunction, insertItemFunction, itemsOfFunction } from "./create-item"
import { createLevelFunction } from "./create-level"
import { extendFunction } from "./extend"
import { extendCartFunction } from "./extend-cart"
import { complainOfFunction, failingAdjustmentsFunction } from "./failing-adjustments"
import { followVariantFunction, relinkItemFunction } from "./follow-variant"
import { cartHoldFunction, cartNeedsFunction, holdCartFunction } from "./hold-cart"
import { openPlacesFunction } from "./open-places"
import { complainFunction, operateFunction, performFunction } from "./perform"
import { performTogetherFunction } from "./perform-together"
import { releaseFunction } from "./release"
import { releaseCartFunction } from "./release-cart"
import { assertBackupFunction, setLocationFunction } from "./set-location"
import { setCostsFunction, takeBackCostsFunction } from "./set-costs"
import { assertLevelsFunction, reserveFunction, reserveHoldsFunction } from "./reserve"
import { syncFunction } from "./sync"
import { takeBackItemFunction, takeBackLevelFunction } from "./take-back-created"

/** What our own services ask of the stock: each a function of the database, reached through truestock_perform. */
export function operationFunctions(schema: string): Record<string, string> {
  return {
    truestock_complain: complainFunction(schema),
    truestock_backups: backupsFunction(schema),
    truestock_with_places: withPlacesFunction(schema),
    truestock_first_place: firstPlaceFunction(schema),
    truestock_place_lines: placeLinesFunction(schema),
    truestock_open_places: openPlacesFunction(schema),
    truestock_assert_levels: assertLevelsFunction(schema),
    truestock_reserve_holds: reserveHoldsFunction(schema),
    truestock_reserve: reserveFunction(schema),
    truestock_confirm: confirmFunction(schema),
    truestock_release: releaseFunction(schema),
    truestock_extend: extendFunction(schema),
    truestock_say_why: sayWhyFunction(schema),
    truestock_create_stock: createStockFunction(schema),
    truestock_lock_stock: lockStockFunction(schema),
    truestock_lock_all: lockAllFunction(schema),
    truestock_lock_for: lockForFunction(schema),
    truestock_failing_adjustments: failingAdjustmentsFunction(schema),
    truestock_write_stock: writeStockFunction(schema),
    truestock_complain_of: complainOfFunction(schema),
    truestock_move_stock: moveStockFunction(schema),
    truestock_adjust: adjustFunction(schema),
    truestock_cart_needs: cartNeedsFunction(schema),
    truestock_cart_hold: cartHoldFunction(schema),
    truestock_hold_cart: holdCartFunction(schema),
    truestock_extend_cart: extendCartFunction(schema),
    truestock_release_cart: releaseCartFunction(schema),
    truestock_note_cost: noteCostFunction(schema),
    truestock_note_costs: noteCostsFunction(schema),
    truestock_set_costs: setCostsFunction(schema),
    truestock_take_back_costs: takeBackCostsFunction(schema),
    truestock_once_per_level: oncePerLevelFunction(schema),
    truestock_receive: receiveFunction(schema),
    truestock_expect: expectFunction(schema),
    truestock_change_incoming: changeIncomingFunction(schema),
    truestock_cancel_incoming: cancelIncomingFunction(schema),
    truestock_transfer_json: transferJsonFunction(schema),
    truestock_draft_transfer: draftTransferFunction(schema),
    truestock_ship_transfer: shipTransferFunction(schema),
    truestock_receive_transfer: receiveTransferFunction(schema),
    truestock_cancel_transfer: cancelTransferFunction(schema),
    truestock_count_json: countJsonFunction(schema),
    truestock_open_count: openCountFunction(schema),
    truestock_enter_count: enterCountFunction(schema),
    truestock_post_count: postCountFunction(schema),
    truestock_cancel_count: cancelCountFunction(schema),
    truestock_assert_backup: assertBackupFunction(schema),
    truestock_set_location: setLocationFunction(schema),
    truestock_items_of: itemsOfFunction(schema),
    truestock_insert_item: insertItemFunction(schema),
    truestock_create_item: createItemFunction(schema),
    truestock_create_level: createLevelFunction(schema),
    truestock_take_back_item: takeBackItemFunction(schema),
    truestock_take_back_level: takeBackLevelFunction(schema),
    truestock_relink_item: relinkItemFunction(schema),
    truestock_follow_variant: followVariantFunction(schema),
    truestock_sync: syncFunction(schema),
    truestock_operate: operateFunction(schema),
    truestock_perform: performFunction(schema),
    truestock_perform_together: performTogetherFunction(schema),
  }
}
