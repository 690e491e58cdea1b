import { FeedError } from "./errors"

/** Throws FeedError `aborted` once the signal was given. */
export function throwIfAborted(signal: AbortSignal | undefined, what: string): void {
  if (signal?.aborted)
    throw new FeedError("aborted", `Reading ${what} was stopped on request.`, { cause: signal.reason })
}
