import { type Connection, query } from "../../../database/connection"
import type { ChangeKind } from "../feed/trigger-set"

/** `deferred`: changes that failed before and whose pause is over. They are taken apart, so as not to fail others. */
export type Waiting = "fresh" | "deferred"

const IS: Record<Waiting, string> = {
  fresh: "attempts = 0",
  deferred: "attempts > 0 and due_at <= truestock_now()",
}

export type Change = { kind: ChangeKind; ref_id: string | null; attempts: number }

/**
 * Takes the oldest waiting changes out of the queue, for this transaction only: a rollback or a crash puts them
 * back. Rows that another drainer holds are skipped, so any number of processes share the queue.
 *
 * Starts behind the settled id (settle-queue.ts), so that rows which are deleted but cannot be vacuumed yet,
 * because somewhere a long transaction is open, are not scanned again at every poll.
 */
export function claimChanges(connection: Connection, limit: number, waiting: Waiting): Promise<Change[]> {
  return query<Change>(
    connection,
    `with claimed as (
       select id from availability_change
       where id > (select settled_id from availability_change_cursor)
         and ${IS[waiting]}
       order by id
       limit :limit
       for update skip locked
     )
     delete from availability_change c using claimed
     where c.id = claimed.id
     returning c.kind, c.ref_id, c.attempts`,
    { limit }
  )
}
