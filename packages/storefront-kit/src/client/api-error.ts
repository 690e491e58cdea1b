/** What the store routes refuse with, and what the client itself says when there is no such answer. */
export type TruestockErrorCode =
  | "product_not_found"
  | "invalid_status"
  | "invalid_limit"
  | "invalid_offset"
  | "invalid_cursor"
  | "invalid_order"
  | "invalid_fields"
  | "invalid_facets"
  | "invalid_price"
  | "invalid_parameter"
  | "unknown_parameter"
  | "unknown_region"
  | "unknown_location"
  | "sales_channel_not_in_key"
  | "publishable_key_required"
  | "publishable_key_invalid"
  | "invalid_body"
  | "invalid_email"
  | "invalid_token"
  | "variant_not_found"
  | "subscription_not_found"
  | "cart_not_found"
  /** More is asked for than there is now; `details` say how many there are, where the shop tells it. */
  | "insufficient_inventory"
  | "not_purchasable"
  | "cart_completed"
  | "too_many_holds"
  | "stock_busy"
  | "key_in_use"
  | "key_reused"
  | "too_many_requests"
  /** No answer came: offline, refused, or kept back by CORS. */
  | "network_error"
  /** No answer came in `timeout_ms`; whether the shop did what it was asked is not known. */
  | "timeout"
  /** An answer came that is not JSON, such as a proxy's page. */
  | "unreadable_answer"
  /** Refused without a code. */
  | "unknown_error"
  // Codes that a later server adds.
  | (string & {})

/** What an answer says of a refusal beside code, type and message. */
export type TruestockErrorDetails = {
  /** Of `insufficient_inventory`: units that were asked for. */
  requested?: number
  /** Of `insufficient_inventory`: units that can be had. */
  available?: number
  inventory_item_id?: string
  location_id?: string
  [name: string]: unknown
}

type Refusal = {
  code: TruestockErrorCode
  message: string
  status: number | null
  type?: string | null
  details?: TruestockErrorDetails
  retry_after_seconds?: number | null
  cause?: unknown
}

/** Why a request has no result. Compare `code`; `message` is for developers, names the offending value and may change. */
export class TruestockApiError extends Error {
  override readonly name = "TruestockApiError"
  readonly code: TruestockErrorCode
  /** HTTP status; null where no answer came. */
  readonly status: number | null
  /** Medusa's kind of error, such as `invalid_data` or `not_found`; null where the answer has none. */
  readonly type: string | null
  readonly details: TruestockErrorDetails
  /** Of `too_many_requests`: when to come again; null where the browser may not read it (CORS), or it is not said. */
  readonly retry_after_seconds: number | null

  constructor(refusal: Refusal) {
    super(refusal.message, { cause: refusal.cause })
    this.code = refusal.code
    this.status = refusal.status
    this.type = refusal.type ?? null
    this.details = refusal.details ?? {}
    this.retry_after_seconds = refusal.retry_after_seconds ?? null
  }
}

/** Also true for errors of a second copy of this package, which `instanceof` does not know. */
export function isTruestockApiError(error: unknown): error is TruestockApiError {
  return error instanceof Error && error.name === "TruestockApiError" && "code" in error
}
