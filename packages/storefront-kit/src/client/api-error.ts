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
  /** No answer came: offline, refused, or kept back by CORS. */
  | "network_error"
  /** An answer came that is not JSON, such as a proxy's page. */
  | "unreadable_answer"
  /** Refused without a code. */
  | "unknown_error"
  // Codes that a later server adds.
  | (string & {})

type Refusal = {
  code: TruestockErrorCode
  message: string
  status: number | null
  type?: string | null
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

  constructor({ code, message, status, type = null, cause }: Refusal) {
    super(message, { cause })
    this.code = code
    this.status = status
    this.type = type
  }
}

/** Also true for errors of a second copy of this package, which `instanceof` does not know. */
export function isTruestockApiError(error: unknown): error is TruestockApiError {
  return error instanceof Error && error.name === "TruestockApiError" && "code" in error
}
