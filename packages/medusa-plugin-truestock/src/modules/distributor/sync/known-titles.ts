import type { StockRecord } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { type KnownTitle, readKnown } from "./sql/read-known"

/** What is known of those titles of a batch that it tells of in part, or that are gone: of the others nothing need be. */
export async function knownTitles(
  connection: Connection,
  source_id: string,
  records: StockRecord[]
): Promise<Map<string, KnownTitle>> {
  const eans = records.filter(({ partial, removed }) => partial || removed).map(({ ean13 }) => ean13)
  const known = eans.length === 0 ? [] : await readKnown(connection, source_id, eans)
  return new Map(known.map((title) => [title.ean13, title]))
}
