import type { Feed, Reject } from "truestock-distributor-feeds"
import type { SourceFeed } from "../sync/source-feed"

/** A feed of the titles of a list: the lines of the list that name no title are counted and kept as its own rejects are. */
export function rejectsFirst(feed: SourceFeed, rejects: Reject[]): SourceFeed {
  if (rejects.length === 0) return feed
  return { ...feed, read: (options) => withRejects(feed.read(options), rejects) }
}

async function* withRejects(feed: Feed, rejects: Reject[]): Feed {
  const counted = <Counts extends { rows: number; rejected: number }>(counts: Counts): Counts => ({
    ...counts,
    rows: counts.rows + rejects.length,
    rejected: counts.rejected + rejects.length,
  })
  const nothing = { rows: 0, matched: 0, rejected: 0, bytes: 0, unknown: {}, notes: {} }
  yield { records: [], rejects, statistics: counted(nothing) }
  for (;;) {
    const { value, done } = await feed.next()
    if (done) return counted(value)
    yield { ...value, statistics: counted(value.statistics) }
  }
}
