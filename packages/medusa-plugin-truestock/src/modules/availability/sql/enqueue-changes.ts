import { type Connection, query } from "../../../database/connection"
import type { ChangeKind } from "../feed/trigger-set"

/** Appends to the change queue what the feed's triggers would: "look at these again". */
export async function enqueueChanges(
  connection: Connection,
  kind: ChangeKind,
  refIds: string[] | null
): Promise<void> {
  await query(
    connection,
    `insert into availability_change (kind, ref_id)
     select :kind, r from unnest(cast(:ref_ids as text[])) as r`,
    { kind, ref_ids: refIds ?? [null as unknown as string] }
  )
}
