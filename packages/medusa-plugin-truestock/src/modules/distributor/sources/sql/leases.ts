import { type Connection, query } from "../../../../database/connection"

/** A lease that is not renewed for so long is anybody's. */
export const LEASE_SECONDS = 60

/** Of which source, for which run, and in whose hands: `holder` is the process, as several may be at one run. */
export type Lease = { source_id: string; run_id: string; holder: string }

const HELD = `id = :source_id and lease_run_id = :run_id and lease_holder = :holder`

/**
 * Takes the source's lease for a run, if nobody has it or it has run out; not even for the same run, which another
 * process may be at. One row, one update: of two that try at once the second waits for the first and then finds it taken.
 * A row and not an advisory lock, since a run outlives its connections, and a pooler's are not the run's own.
 */
export async function takeLease(connection: Connection, lease: Lease): Promise<boolean> {
  const rows = await query(
    connection,
    `insert into distributor_source as s (id, lease_run_id, lease_holder, lease_until)
     values (:source_id, :run_id, :holder, truestock_now() + make_interval(secs => :seconds))
     on conflict (id) do update set lease_run_id = excluded.lease_run_id, lease_holder = excluded.lease_holder,
       lease_until = excluded.lease_until
     where s.lease_run_id is null or s.lease_until <= truestock_now()
     returning id`,
    { ...lease, seconds: LEASE_SECONDS }
  )
  return rows.length === 1
}

/** false = another run has taken it meanwhile: this one must write nothing more. */
export async function renewLease(connection: Connection, lease: Lease): Promise<boolean> {
  const rows = await query(
    connection,
    `update distributor_source set lease_until = truestock_now() + make_interval(secs => :seconds)
     where ${HELD} returning id`,
    { ...lease, seconds: LEASE_SECONDS }
  )
  return rows.length === 1
}

/**
 * The same within a transaction that writes: whoever would take the lease over waits until it is committed, so a run
 * that was thought dead cannot write beside its successor.
 */
export async function holdLease(connection: Connection, lease: Lease): Promise<boolean> {
  const rows = await query(
    connection,
    `select id from distributor_source where ${HELD} for no key update`,
    lease
  )
  return rows.length === 1
}

export async function endLease(connection: Connection, lease: Lease): Promise<void> {
  await query(
    connection,
    `update distributor_source set lease_run_id = null, lease_holder = null, lease_until = null where ${HELD}`,
    lease
  )
}

/** Which run has it, if any has. */
export async function readLease(connection: Connection, source_id: string): Promise<string | null> {
  const [row] = await query<{ lease_run_id: string }>(
    connection,
    `select lease_run_id from distributor_source where id = :source_id and lease_until > truestock_now()`,
    { source_id }
  )
  return row?.lease_run_id ?? null
}
