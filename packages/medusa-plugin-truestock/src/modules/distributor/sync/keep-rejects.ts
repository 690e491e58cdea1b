import type { Reject } from "truestock-distributor-feeds"
import type { Connection } from "../../../database/connection"
import { noteRejects } from "./sql/note-rejects"

/** All are counted; so many are kept to be looked at. */
const MOST = 1_000

/** Keeps the first rejects of a run, as they come. */
export function keepRejects(connection: Connection, run_id: string): (rejects: Reject[]) => Promise<void> {
  let kept = 0
  return async (rejects) => {
    const first = rejects.slice(0, MOST - kept)
    if (first.length === 0) return
    kept += first.length
    await noteRejects(connection, run_id, first)
  }
}
