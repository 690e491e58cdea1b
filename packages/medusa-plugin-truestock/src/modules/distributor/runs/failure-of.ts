import { TruestockError } from "../../../errors"

/** Why a run ended before its end, as it is kept and shown. */
export function failureOf(error: unknown): { code: string; message: string } {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const said = error instanceof TruestockError || (error as Error)?.name === "FeedError"
  return said
    ? { code: String(code), message: String(message) }
    : {
        code: "unexpected",
        message: String(message ?? error)
          .split(" - ")
          .at(-1)!
          .slice(0, 500),
      }
}
