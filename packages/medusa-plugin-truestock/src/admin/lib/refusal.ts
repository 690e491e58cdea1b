/** What the server says no with: `code` is stable, `about` whatever else it tells, like `available`. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string | undefined,
    readonly about: Record<string, unknown>
  ) {
    super(message)
  }
}

/** A refusal as its status and body tell it; the body of a proxy between us may be anything. */
export function refusalOf(status: number, statusText: string, body: unknown): Refusal {
  const { code, message, type: _, ...about } = (body ?? {}) as Record<string, unknown>
  return new Refusal(
    typeof message === "string" ? message : statusText,
    status,
    typeof code === "string" ? code : undefined,
    about
  )
}

/**
 * Whether it is not known what became of a request: it may have been done, though no answer came, or still be under
 * way. Only the same request with the same Idempotency-Key can safely be sent again.
 */
export function isUnanswered(error: Error): boolean {
  return !(error instanceof Refusal) || error.status >= 500 || error.code === "key_in_use"
}
