import { type Connection, query } from "../../../../database/connection"

/** Adds to what is to be said of a run, beside what it counts; once, however often it is said. */
export async function noteRun(connection: Connection, id: string, note: string): Promise<void> {
  await query(
    connection,
    `update distributor_run set notes = notes || to_jsonb(cast(:note as text))
     where id = :id and not notes @> to_jsonb(cast(:note as text))`,
    { id, note }
  )
}
