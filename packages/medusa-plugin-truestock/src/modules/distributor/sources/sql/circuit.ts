import { type Connection, query } from "../../../../database/connection"

/** A site that has refused is left alone for so long. */
const OPEN_SECONDS = 3_600

/** Kept in the database: whichever process would ask the site next has to know. */
export async function openCircuit(connection: Connection, source_id: string, reason: string): Promise<void> {
  await query(
    connection,
    `update distributor_source set circuit_until = truestock_now() + make_interval(secs => :seconds), circuit_reason = :reason
     where id = :source_id`,
    { source_id, reason, seconds: OPEN_SECONDS }
  )
}

/** The same on a person's word, which is kept. Of a site that nobody leaves alone nothing is said. */
export async function resetCircuit(
  connection: Connection,
  reset: { source_id: string; reason: string; actor_id: string | null }
): Promise<void> {
  await query(
    connection,
    `update distributor_source set circuit_until = null, circuit_reason = null, circuit_reset_at = truestock_now(),
       circuit_reset_by = :actor_id, circuit_reset_reason = :reason
     where id = :source_id and circuit_until > truestock_now()`,
    reset
  )
}

export async function closeCircuit(connection: Connection, source_id: string): Promise<void> {
  await query(
    connection,
    `update distributor_source set circuit_until = null, circuit_reason = null
     where id = :source_id and circuit_until is not null`,
    { source_id }
  )
}
