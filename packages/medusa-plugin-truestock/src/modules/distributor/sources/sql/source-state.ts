import { type Connection, query } from "../../../../database/connection"

/** What is remembered of a source between runs. */
export type SourceState = {
  id: string
  location_id: string | null
  /** Sequence and rows of the last full that was applied, and sequence of the last delta after it. */
  full_sequence: string | null
  full_rows: number | null
  delta_sequence: string | null
  /** Of when its figures are. */
  as_of: string | null
  synced_at: string | null
  lease_run_id: string | null
  /** The site has refused, and is left alone until then. */
  circuit_until: string | null
  circuit_reason: string | null
  /** When somebody last said that it may be asked before that, who, and why. */
  circuit_reset_at: string | null
  circuit_reset_by: string | null
  circuit_reset_reason: string | null
}

const STATE = `s.id, s.location_id, s.full_sequence, s.full_rows::float8 as full_rows, s.delta_sequence,
  to_json(s.as_of) #>> '{}' as as_of, to_json(s.synced_at) #>> '{}' as synced_at,
  case when s.lease_until > truestock_now() then s.lease_run_id end as lease_run_id,
  case when s.circuit_until > truestock_now() then to_json(s.circuit_until) #>> '{}' end as circuit_until,
  case when s.circuit_until > truestock_now() then s.circuit_reason end as circuit_reason,
  to_json(s.circuit_reset_at) #>> '{}' as circuit_reset_at, s.circuit_reset_by, s.circuit_reset_reason`

const NO_CIRCUIT = {
  ...{ circuit_until: null, circuit_reason: null },
  ...{ circuit_reset_at: null, circuit_reset_by: null, circuit_reset_reason: null },
}

export async function readSourceState(connection: Connection, id: string): Promise<SourceState> {
  const [state] = await query<SourceState>(
    connection,
    `select ${STATE} from distributor_source s where s.id = :id`,
    { id }
  )
  const nothing = { location_id: null, full_sequence: null, full_rows: null, delta_sequence: null }
  return state ?? { id, ...nothing, as_of: null, synced_at: null, lease_run_id: null, ...NO_CIRCUIT }
}

/** Remembers where the source's stock lies. */
export async function putSourceLocation(
  connection: Connection,
  id: string,
  location_id: string
): Promise<void> {
  await query(
    connection,
    `insert into distributor_source (id, location_id) values (:id, :location_id)
     on conflict (id) do update set location_id = excluded.location_id
     where distributor_source.location_id is distinct from excluded.location_id`,
    { id, location_id }
  )
}
