import type { Connection } from "../../database/connection"
import { type MatchedMovements, matchMovements as matchBatch } from "./sql/match-movements"

/** Movements that one statement looks at. */
const BATCH_SIZE = 10_000

/** Matches the whole ledger after a movement, batch by batch. Answers how many movements found their order. */
export async function matchMovements(connection: Connection, after_id: string): Promise<number> {
  let matched = 0
  for (let last: string | null = after_id; last !== null;) {
    const batch: MatchedMovements = await matchBatch(connection, last, BATCH_SIZE)
    matched += batch.matched
    last = batch.last_id
  }
  return matched
}
