import { MedusaError } from "@medusajs/framework/utils"

/**
 * Every error of the plugin, once. `code` is stable and part of the API; `type` decides the HTTP status
 * (invalid_data and not_allowed 400, not_found 404, conflict 409). Messages say what was wrong, with which value, and what to do.
 */
export const TRUESTOCK_ERRORS = {
  product_not_found: MedusaError.Types.NOT_FOUND,
  variant_not_found: MedusaError.Types.NOT_FOUND,
  sales_channel_not_found: MedusaError.Types.INVALID_DATA,
  invalid_status: MedusaError.Types.INVALID_DATA,
  invalid_limit: MedusaError.Types.INVALID_DATA,
  invalid_offset: MedusaError.Types.INVALID_DATA,
  invalid_order: MedusaError.Types.INVALID_DATA,
  invalid_fields: MedusaError.Types.INVALID_DATA,
  invalid_parameter: MedusaError.Types.INVALID_DATA,
  unknown_parameter: MedusaError.Types.INVALID_DATA,
  invalid_facets: MedusaError.Types.INVALID_DATA,
  invalid_price: MedusaError.Types.INVALID_DATA,
  unknown_region: MedusaError.Types.INVALID_DATA,
  unknown_location: MedusaError.Types.INVALID_DATA,
  location_not_found: MedusaError.Types.NOT_FOUND,
  duplicate_location_code: MedusaError.Types.CONFLICT,
  invalid_location: MedusaError.Types.INVALID_DATA,
  invalid_backup: MedusaError.Types.INVALID_DATA,
  sales_channel_not_in_key: MedusaError.Types.INVALID_DATA,
  invalid_body: MedusaError.Types.INVALID_DATA,
  invalid_override: MedusaError.Types.INVALID_DATA,
  invalid_notes: MedusaError.Types.INVALID_DATA,
  invalid_expiry: MedusaError.Types.INVALID_DATA,
  invalid_policy: MedusaError.Types.INVALID_DATA,
  invalid_options: MedusaError.Types.INVALID_DATA,
  invalid_quantity: MedusaError.Types.INVALID_DATA,
  invalid_cursor: MedusaError.Types.INVALID_DATA,
  invalid_date: MedusaError.Types.INVALID_DATA,
  invalid_mode: MedusaError.Types.INVALID_DATA,
  unknown_report: MedusaError.Types.NOT_FOUND,
  unknown_report_group: MedusaError.Types.INVALID_DATA,
  future_date: MedusaError.Types.INVALID_DATA,
  guard_not_attached: MedusaError.Types.NOT_ALLOWED,
  inactive_location: MedusaError.Types.NOT_ALLOWED,
  insufficient_inventory: MedusaError.Types.NOT_ALLOWED,
  reservation_not_found: MedusaError.Types.NOT_FOUND,
  reservation_not_held: MedusaError.Types.CONFLICT,
  reservation_ended: MedusaError.Types.CONFLICT,
  reservation_expired: MedusaError.Types.CONFLICT,
  unknown_level: MedusaError.Types.NOT_FOUND,
  invalid_adjustment: MedusaError.Types.INVALID_DATA,
  invalid_reservation: MedusaError.Types.INVALID_DATA,
  duplicate_row: MedusaError.Types.INVALID_DATA,
  item_not_found: MedusaError.Types.NOT_FOUND,
  invalid_item: MedusaError.Types.INVALID_DATA,
  invalid_level: MedusaError.Types.INVALID_DATA,
  duplicate_sku: MedusaError.Types.CONFLICT,
  duplicate_level: MedusaError.Types.CONFLICT,
  variant_has_item: MedusaError.Types.CONFLICT,
  item_in_use: MedusaError.Types.CONFLICT,
  level_in_use: MedusaError.Types.CONFLICT,
  too_many_rows: MedusaError.Types.INVALID_DATA,
  negative_stock: MedusaError.Types.CONFLICT,
  invalid_receipt: MedusaError.Types.INVALID_DATA,
  invalid_incoming: MedusaError.Types.INVALID_DATA,
  invalid_cost: MedusaError.Types.INVALID_DATA,
  currency_differs: MedusaError.Types.CONFLICT,
  incoming_not_found: MedusaError.Types.NOT_FOUND,
  incoming_closed: MedusaError.Types.CONFLICT,
  incoming_exceeded: MedusaError.Types.CONFLICT,
  invalid_transfer: MedusaError.Types.INVALID_DATA,
  transfer_not_found: MedusaError.Types.NOT_FOUND,
  transfer_state: MedusaError.Types.CONFLICT,
  transfer_exceeded: MedusaError.Types.CONFLICT,
  invalid_count: MedusaError.Types.INVALID_DATA,
  count_not_found: MedusaError.Types.NOT_FOUND,
  count_closed: MedusaError.Types.CONFLICT,
  stale_quantity: MedusaError.Types.CONFLICT,
  cart_not_found: MedusaError.Types.NOT_FOUND,
  cart_completed: MedusaError.Types.CONFLICT,
  too_many_holds: MedusaError.Types.CONFLICT,
  invalid_setup: MedusaError.Types.INVALID_DATA,
  invalid_csv: MedusaError.Types.INVALID_DATA,
  invalid_key: MedusaError.Types.INVALID_DATA,
  stock_busy: MedusaError.Types.CONFLICT,
  key_in_use: MedusaError.Types.CONFLICT,
  key_reused: MedusaError.Types.CONFLICT,
  not_purchasable: MedusaError.Types.NOT_ALLOWED,
  stock_not_confirmed: MedusaError.Types.CONFLICT,
  invalid_email: MedusaError.Types.INVALID_DATA,
  invalid_token: MedusaError.Types.INVALID_DATA,
  subscription_not_found: MedusaError.Types.NOT_FOUND,
  too_many_requests: MedusaError.Types.NOT_ALLOWED,
  storefront_not_configured: MedusaError.Types.CONFLICT,
  unknown_currency: MedusaError.Types.INVALID_DATA,
  feed_not_found: MedusaError.Types.NOT_FOUND,
  feed_token_exists: MedusaError.Types.CONFLICT,
  source_not_found: MedusaError.Types.NOT_FOUND,
  run_not_found: MedusaError.Types.NOT_FOUND,
  run_in_progress: MedusaError.Types.CONFLICT,
  run_lost: MedusaError.Types.CONFLICT,
  run_not_guarded: MedusaError.Types.CONFLICT,
  run_state: MedusaError.Types.CONFLICT,
  source_not_set_up: MedusaError.Types.CONFLICT,
  source_location_lost: MedusaError.Types.CONFLICT,
  unknown_search: MedusaError.Types.INVALID_DATA,
  target_required: MedusaError.Types.INVALID_DATA,
  invalid_isbn: MedusaError.Types.INVALID_DATA,
} as const

export type TruestockErrorCode = keyof typeof TRUESTOCK_ERRORS

/** A MedusaError with one of the plugin's codes: Medusa's error handler answers `{ code, type, message }`. */
export class TruestockError extends MedusaError {
  constructor(code: TruestockErrorCode, message: string) {
    super(TRUESTOCK_ERRORS[code], message, code)
  }
}

/**
 * There is not enough for one of our own operations. 409, not 400: the request makes sense, and may succeed later.
 * (Core's carts are answered 400 by core, and so are ours, by insufficient_inventory above.)
 */
export class InsufficientInventory extends TruestockError {
  constructor(
    message: string,
    readonly about?: { inventory_item_id: string; location_id: string; requested: number; available: number }
  ) {
    super("insufficient_inventory", message)
    this.type = MedusaError.Types.CONFLICT
  }
}

/** Somebody asks too often. 429 with Retry-After (api/error-handler.ts). */
export class TooManyRequests extends TruestockError {
  constructor(
    message: string,
    readonly retry_after_seconds: number
  ) {
    super("too_many_requests", message)
  }
}

const LONGEST_SHOWN_VALUE = 100

/** How a message quotes an offending value: as JSON, cut so that a megabyte of input is not echoed. */
export function quoted(value: unknown): string {
  // JSON knows neither NaN nor Infinity, and would call both null.
  const text = typeof value === "number" ? String(value) : asJson(value)
  return text.length > LONGEST_SHOWN_VALUE ? `${text.slice(0, LONGEST_SHOWN_VALUE)}…` : text
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return "(nested too deep, or in circles)"
  }
}
