import { type Connection, query } from "../../../database/connection"
import { perform, type Performance, type Performed } from "./perform"

/** What a single statement would have raised: with Postgres' `code`, `hint` and `detail`. */
export type Raised = { raised: Error }

/** The level is locked by somebody else: what fails for one fails for all. */
export const LOCK_NOT_AVAILABLE = "55P03"

/**
 * Reservations of one level, each a line, in one statement and transaction: each is done or not, whatever becomes of
 * the others. What one of them raises is answered in its place.
 *
 * @throws what concerns all of them
 */
export async function performTogether(
  connection: Connection,
  performances: Performance[]
): Promise<(Performed<unknown> | Raised)[]> {
  if (performances.length === 1) {
    return [await perform(connection, performances[0]!).catch(asRaised)]
  }
  const [row] = await query<{ performed: (Performed<unknown> | { raised: { message: string } })[] }>(
    connection,
    "select truestock_perform_together(cast(:performances as jsonb)) as performed",
    {
      performances: JSON.stringify(
        performances.map(({ key, ...performance }) => ({
          ...performance,
          key: key?.value,
          request_hash: key?.request_hash,
        }))
      ),
    }
  )
  return row!.performed.map((performed) =>
    "raised" in performed
      ? { raised: Object.assign(new Error(performed.raised.message), performed.raised) }
      : performed
  )
}

function asRaised(error: Error & { code?: string }): Raised {
  if (error.code === LOCK_NOT_AVAILABLE) throw error
  return { raised: error }
}
