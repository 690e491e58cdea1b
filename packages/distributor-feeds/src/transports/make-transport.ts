import { ExponentialBackoff, handleWhen, retry } from "cockatiel"
import { FeedError } from "../errors"
import { downloadOnce } from "./download"
import type { Session, SessionKind } from "./session"
import type { RetryOptions, Transport } from "./transport"

/** What every kind of transport has in common: connections, retries, time limits, and errors with a code. */
export function makeTransport(kind: SessionKind, options: RetryOptions): Transport {
  const timeoutMs = options.timeout_ms ?? 30_000
  const policy = retry(handleWhen(isNetworkError), {
    maxAttempts: options.retries ?? 4,
    backoff: new ExponentialBackoff({ initialDelay: options.retry_delay_ms ?? 500, maxDelay: 30_000 }),
  })

  async function attempt<T>(
    what: string,
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>
  ) {
    if (signal?.aborted) throw aborted(what, signal)
    let session: Session | undefined
    const stop = () => session?.close()
    signal?.addEventListener("abort", stop)
    try {
      session = await kind.open(timeoutMs)
      if (signal?.aborted) throw aborted(what, signal)
      return await work(session)
    } catch (error) {
      throw signal?.aborted ? aborted(what, signal) : explained(error, what)
    } finally {
      signal?.removeEventListener("abort", stop)
      session?.close()
    }
  }

  function explained(error: unknown, what: string): unknown {
    if (error instanceof FeedError) return error
    const known = kind.explain(error)
    return known ? new FeedError(known.code, `${kind.address}, ${what}: ${known.text}`) : error
  }

  const withRetries = async <T>(
    what: string,
    signal: AbortSignal | undefined,
    work: (session: Session) => Promise<T>
  ) => {
    try {
      return await policy.execute(() => attempt(what, signal, work), signal)
    } catch (error) {
      // The wait before another attempt was broken off.
      throw signal?.aborted ? aborted(what, signal) : error
    }
  }

  return {
    list: (folder, { signal } = {}) =>
      withRetries(folder, signal, async (session) => {
        const files = await session.list(folder)
        return files.sort((a, b) => (a.name < b.name ? -1 : 1))
      }),
    stat: (path, { signal } = {}) => withRetries(path, signal, (session) => session.stat(path)),
    download: (path, local, download = {}) =>
      withRetries(path, download.signal, (session) =>
        downloadOnce(session, path, local, timeoutMs, download)
      ),
  }
}

function isNetworkError(error: Error): boolean {
  return error instanceof FeedError && (error.code === "unreachable" || error.code === "timed_out")
}

function aborted(what: string, signal: AbortSignal): FeedError {
  return new FeedError("aborted", `${what} was stopped on request.`, { cause: signal.reason })
}
