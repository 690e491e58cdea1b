import { setTimeout as pause } from "node:timers/promises"
import {
  BrokenCircuitError,
  bulkhead,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from "cockatiel"
import { FeedError } from "../errors"
import { ipageCircuit } from "./circuit"
import { type FetchedPage, fetchPage, NetworkFailure } from "./fetch-page"
import type { CheckedOptions } from "./options"

export type PageAsker = {
  /** How many more pages may be asked for now. */
  readonly freeSlots: number
  /** Asks for a page and judges it within the circuit, so that a refusal found by `judge` opens that. */
  ask<T>(url: URL, judge: (page: FetchedPage) => T): Promise<T>
}

/** Politeness in one place: how many at a time, how far apart, how long, how often, and when no more. */
export function pageAsker(options: CheckedOptions, stopped: AbortSignal): PageAsker {
  const slots = bulkhead(options.concurrency)
  const circuit = options.circuit ?? ipageCircuit()
  const again = retry(handleWhen(isNetworkError), {
    maxAttempts: options.retries,
    backoff: new ExponentialBackoff({ initialDelay: options.retry_delay_ms, maxDelay: 30_000 }),
  })
  const limit = timeout(options.page_timeout_ms, TimeoutStrategy.Aggressive)
  const request = { session: options.session, most_bytes: options.page_bytes }
  let nextStart = 0

  async function attempt(url: URL): Promise<FetchedPage> {
    const start = Math.max(Date.now(), nextStart)
    nextStart = start + options.delay_ms
    if (start > Date.now()) await pause(start - Date.now(), undefined, { signal: stopped })
    stopped.throwIfAborted()
    return limit.execute(({ signal }) => fetchPage({ url, ...request }, signal), stopped)
  }

  return {
    get freeSlots() {
      return slots.executionSlots
    },
    async ask(url, judge) {
      try {
        return await slots.execute(() =>
          circuit.execute(async () => judge(await again.execute(() => attempt(url), stopped)), stopped)
        )
      } catch (error) {
        throw told(error, url, options)
      }
    },
  }

  function isNetworkError(error: Error): boolean {
    return !stopped.aborted && (error instanceof NetworkFailure || error instanceof TaskCancelledError)
  }
}

function told(error: unknown, url: URL, { page_timeout_ms, retries }: CheckedOptions): unknown {
  if (error instanceof BrokenCircuitError) {
    return new FeedError("circuit_open", `${url.host} refused an earlier request and is left alone.`)
  }
  const times = `asked ${retries + 1} times`
  if (error instanceof TaskCancelledError) {
    return new FeedError("timed_out", `${url.host} took longer than ${page_timeout_ms} ms, ${times}.`)
  }
  if (error instanceof NetworkFailure) {
    return new FeedError("unreachable", `${error.message.replace(/\.$/, "")}, ${times}.`)
  }
  return error
}
