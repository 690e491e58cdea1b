import { TruestockApiError } from "./api-error.js"

/** What an answer of 400 and above says, as an error. */
export function refusal(status: number, body: unknown, retryAfter: string | null): TruestockApiError {
  if (typeof body !== "object" || body === null) return unreadable(status)
  const { code, type, message, ...details } = body as Record<string, unknown>
  const seconds = Number.parseInt(retryAfter ?? "", 10)
  return new TruestockApiError({
    code: typeof code === "string" ? code : "unknown_error",
    message: typeof message === "string" ? message : `Refused with status ${status}.`,
    status,
    type: typeof type === "string" ? type : null,
    details,
    retry_after_seconds: Number.isNaN(seconds) ? null : seconds,
  })
}

/** An answer that is not JSON, of which `text` came. */
export function unreadable(status: number, text?: string): TruestockApiError {
  return new TruestockApiError({
    code: "unreadable_answer",
    message:
      text === undefined ? `Refused with status ${status}.` : `The answer is not JSON: ${text.slice(0, 100)}`,
    status,
  })
}
