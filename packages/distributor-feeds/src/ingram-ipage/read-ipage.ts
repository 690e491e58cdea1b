import { FeedError } from "../errors"
import type { Feed } from "../feed"
import { isRefusal } from "./circuit"
import { Harvest } from "./harvest"
import { lookUp } from "./look-up"
import { checkedOptions, type IpageOptions } from "./options"
import { pageAsker } from "./page-asker"

/**
 * Looks titles up on iPage, a few at a time. What cannot be read of one title is a Reject. The first login, challenge
 * or block opens the circuit: nothing more is asked, what had been read is yielded, and the feed ends with FeedError
 * `login_required`, `challenged` or `refused` (`circuit_open` where the circuit had been opened by an earlier run). So do
 * too many unreadable pages in a row (`layout_changed`, `unreachable`). Rows are counted in the order of `eans`; records
 * come as their pages do.
 */
export async function* readIpage(options: IpageOptions, signal?: AbortSignal): Feed {
  const checked = checkedOptions(options)
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const asker = pageAsker(checked, stopped)
  const harvest = new Harvest(checked)
  const inFlight = new Set<Promise<void>>()
  const eans = iterate(checked.eans)
  let row = 0
  let ended = false

  try {
    while (!ended || inFlight.size > 0) {
      while (!ended && asker.freeSlots > 0 && !harvest.failure && !harvest.isFull) {
        const next = await eans.next()
        if (next.done) ended = true
        else start(next.value, ++row)
      }
      if (harvest.failure || signal?.aborted) break
      if (inFlight.size > 0) await Promise.race(inFlight)
      if (harvest.isFull) yield harvest.taken()
    }
    stop.abort()
    await Promise.all(inFlight)
    if (!harvest.isEmpty) yield harvest.taken()
    if (harvest.failure) throw harvest.failure
    if (signal?.aborted) throw new FeedError("aborted", "Looking titles up was stopped on request.")
    return harvest.statistics
  } finally {
    stop.abort()
    await Promise.all(inFlight)
    await eans.return?.()
  }

  function start(text: string, ofRow: number) {
    const task = lookUp(text, ofRow, checked, asker)
      .then((answer) => harvest.add(answer))
      .catch((error: unknown) => {
        if (!stopped.aborted || isRefusal(error)) harvest.fail(error)
      })
      .finally(() => inFlight.delete(task))
    inFlight.add(task)
  }
}

function iterate(eans: IpageOptions["eans"]): Iterator<string> | AsyncIterator<string> {
  return Symbol.asyncIterator in eans ? eans[Symbol.asyncIterator]() : eans[Symbol.iterator]()
}
