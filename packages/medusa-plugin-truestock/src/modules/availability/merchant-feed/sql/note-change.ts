import { query, type Transaction } from "../../../../database/connection"

/** So many connections can commit at once without waiting for one another. */
const SLOTS = 16

/**
 * Counts a refresh, in its transaction: who sees what it wrote sees the count too, and who does not, does not. A
 * sequence would tell its number before the commit. Locks one row, last of all, until the commit.
 */
export async function noteChange(tx: Transaction): Promise<void> {
  await query(
    tx,
    `insert into read_model_version as v (slot, changes) values (pg_backend_pid() % ${SLOTS}, 1)
     on conflict (slot) do update set changes = v.changes + 1`
  )
}
