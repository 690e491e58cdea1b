import { type Connection, query } from "../../../../database/connection"
import type { KnownRecord } from "../../rules/complete-record"
import type { SaleTerms } from "../../titles/title"

export type KnownTitle = KnownRecord & { ean13: string; on_hand: number | null; terms: SaleTerms }

/** What is known of titles: for a feed that tells of them only in part. */
export async function readKnown(
  connection: Connection,
  source_id: string,
  eans: string[]
): Promise<KnownTitle[]> {
  return query<KnownTitle>(
    connection,
    `select ean13, record, locations, on_hand, terms from distributor_title
     where source_id = :source_id and ean13 = any(cast(:eans as text[])) and record <> '{}'`,
    { source_id, eans }
  )
}
