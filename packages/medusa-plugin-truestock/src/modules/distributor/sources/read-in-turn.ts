import type { Feed, FeedStatistics } from "truestock-distributor-feeds"

const NOTHING: FeedStatistics = { rows: 0, matched: 0, rejected: 0, bytes: 0, unknown: {}, notes: {} }

/** Several feeds as one: each is opened when the one before has come to its end. */
export async function* readInTurn(feeds: (() => Promise<Feed>)[]): Feed {
  let before = NOTHING
  for (const open of feeds) {
    const feed = await open()
    for (;;) {
      const { value, done } = await feed.next()
      if (done) {
        before = added(before, value)
        break
      }
      yield { ...value, statistics: added(before, value.statistics) }
    }
  }
  return before
}

const added = (one: FeedStatistics, other: FeedStatistics): FeedStatistics => ({
  rows: one.rows + other.rows,
  matched: one.matched + other.matched,
  rejected: one.rejected + other.rejected,
  bytes: one.bytes + other.bytes,
  unknown: { ...one.unknown, ...other.unknown },
  notes: { ...one.notes, ...other.notes },
})
