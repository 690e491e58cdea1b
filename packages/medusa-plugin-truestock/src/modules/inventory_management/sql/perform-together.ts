import { type Connection, query } from "../../../database/connection"
import { perform, type Performance, type Performed } from "./perform"

/** What a single statement would have raised. */
export type Raised = { raised: { code: string; hint: string; message: string; detail: string } }

/**
 * Reservations of one level, each a line, in one statement and transaction: each is done or not, whatever becomes of
 * the others. What one of them raises is answered in its place.
 */
export async function performTogether(
  connection: Connection,
  performances: Performance[]
): Promise<(Performed<unknown> | Raised)[]> {
  if (performances.length === 1) {
    return [await perform(connection, performances[0]!)]
  }
  const [row] = await query<{ performed: (Performed<unknown> | Raised)[] }>(
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
  return row!.performed
}
