import { type Connection, query } from "../../../database/connection"
import type { Change } from "./claim-changes"

const LONGEST_PAUSE_SECONDS = 300

/**
 * Puts changes that cannot be applied back at the end of the queue, each try later than the one before (2, 4, 8 ...
 * seconds, 5 minutes at most), so that one bad product does not hold up the others.
 */
export async function deferChanges(connection: Connection, changes: Change[]): Promise<void> {
  await query(
    connection,
    `insert into availability_change (kind, ref_id, attempts, due_at)
     select kind, ref_id, attempts + 1,
       truestock_now() + make_interval(secs => least(power(2, attempts + 1), ${LONGEST_PAUSE_SECONDS}))
     from json_to_recordset(cast(:changes as json)) as c(kind text, ref_id text, attempts integer)`,
    { changes: JSON.stringify(changes) }
  )
}
