import { type IpageOptions, readIpage } from "truestock-distributor-feeds"
import { TruestockError } from "../../../errors"
import type { SourceFeed } from "../sync/source-feed"
import type { Opening } from "./open-feed"
import type { SourceOptions } from "./source-options"

type Ipage = Extract<SourceOptions["feed"], { kind: "ingram_ipage" }>

/** Title pages, one by one, in the session of a person: of the titles named, of those of a saved search, or of all tracked. */
export async function openIpage({ source, run, signal }: Opening, feed: Ipage): Promise<SourceFeed> {
  const asking = askingIpage(source.id, feed)
  return {
    snapshot: null,
    more: false,
    capabilities: { mode: "point_lookup", absence: "unknown", locations: "per_dc" },
    read: ({ eans }) =>
      readIpage(
        {
          ...asking,
          // A sync looks up what it follows; a discovery what is named.
          eans: eans ?? run.target.eans ?? [],
        },
        signal
      ),
  }
}

/** How pages are asked for: politely, and in the session of the person who is logged in. @throws source_not_set_up */
export function askingIpage(source_id: string, feed: Ipage): Omit<IpageOptions, "eans"> {
  const session = process.env[feed.session_env]
  if (!session) {
    throw new TruestockError(
      "source_not_set_up",
      `Distributor ${source_id} needs a session: log in by hand, and put its Cookie header into ${feed.session_env}.`
    )
  }
  return {
    ...{ baseUrl: feed.base_url, source: source_id, session, concurrency: feed.concurrency },
    ...{ page_timeout_ms: feed.page_timeout_seconds * 1_000, delay_ms: feed.delay_ms },
  }
}
