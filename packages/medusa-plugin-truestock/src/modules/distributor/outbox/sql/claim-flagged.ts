import { type Connection, query } from "../../../../database/connection"

export type Flag = { source_id: string; ean13: string; flagged_at: string }

/**
 * Takes the titles whose flag nobody was told of for longest, for half a minute: other senders pass them by, and nothing is
 * locked while the event bus takes its time. Locks the titles that no one else has, a sync that applies among them.
 */
export async function claimFlagged(connection: Connection, limit: number): Promise<Flag[]> {
  return query<Flag>(
    connection,
    `update distributor_title t set flag_claimed_until = truestock_now() + interval '30 seconds'
     from (
       select source_id, ean13 from distributor_title
       where flag_sent_at is null and flagged_at is not null
         and (flag_claimed_until is null or flag_claimed_until < truestock_now())
       order by flagged_at limit :limit for update skip locked) k
     where t.source_id = k.source_id and t.ean13 = k.ean13
     returning t.source_id, t.ean13, to_json(t.flagged_at) #>> '{}' as flagged_at`,
    { limit }
  )
}

/**
 * The event bus has taken them. A title that was flagged anew meanwhile is told of again, at once. Locks titles in EAN
 * order, as everybody who waits for them.
 */
export async function markFlagsSent(connection: Connection, flags: Flag[]): Promise<void> {
  await query(
    connection,
    `update distributor_title t set flag_claimed_until = null,
       flag_sent_at = case when t.flagged_at = k.flagged_at then truestock_now() end
     from (
       select t.source_id, t.ean13, f.flagged_at
       from jsonb_to_recordset(cast(:flags as jsonb)) as f(source_id text, ean13 text, flagged_at timestamptz)
       join distributor_title t on t.source_id = f.source_id and t.ean13 = f.ean13
       order by t.source_id, t.ean13 for update of t) k
     where t.source_id = k.source_id and t.ean13 = k.ean13`,
    { flags: JSON.stringify(flags) }
  )
}
