import { readSavedSearch, type Reject } from "truestock-distributor-feeds"
import { quoted, TruestockError } from "../../../errors"
import type { SourceOptions } from "./source-options"

/**
 * The titles that an operator's list of a saved search names, and the lines that name none. The session goes to the
 * distributor's own site and nowhere else.
 *
 * @throws unknown_search, FeedError
 */
export async function readSearch(
  { id, feed }: Pick<SourceOptions, "id" | "feed">,
  search: string,
  signal?: AbortSignal
): Promise<{ eans: string[]; rejects: Reject[] }> {
  const found = feed.kind === "ingram_ipage" && Object.hasOwn(feed.searches, search)
  if (feed.kind !== "ingram_ipage" || !found) {
    throw new TruestockError("unknown_search", `Distributor ${id} has no saved search ${quoted(search)}.`)
  }
  const { from, column } = feed.searches[search]!
  const session = sameOrigin(from, feed.base_url) ? process.env[feed.session_env] : undefined
  const eans: string[] = []
  const rejects: Reject[] = []
  for await (const batch of readSavedSearch({ from, search, columns: { ean: column }, session }, signal)) {
    eans.push(...batch.titles.map(({ ean13 }) => ean13))
    rejects.push(...batch.rejects)
  }
  return { eans, rejects }
}

const sameOrigin = (address: string, site: string) =>
  URL.canParse(address) && new URL(address).origin === new URL(site).origin
