import type { Connection } from "../../../database/connection"
import { toldTime } from "../rules/told-time"
import type { Run } from "./run"
import { lastApplied } from "./sql/last-applied"
import { noteRun } from "./sql/note-run"

/** Says that there was nothing to read, and where the source stands: a distributor that has gone quiet is to be seen. */
export async function noteNothingNew(
  connection: Connection,
  { id, kind, source_id }: Pick<Run, "id" | "kind" | "source_id">
): Promise<void> {
  const last = await lastApplied(connection, source_id)
  const stand = last
    ? `the last file that was applied is ${last.id}${last.as_of ? ` of ${toldTime(last.as_of)}` : ""}, at ${toldTime(last.ended_at)}.`
    : "no file has been applied yet."
  await noteRun(
    connection,
    id,
    kind === "sync" ? `Nothing new: ${stand}` : "Nothing to read: there is no full file."
  )
}
