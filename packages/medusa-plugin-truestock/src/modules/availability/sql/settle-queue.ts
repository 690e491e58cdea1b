import { type Connection, query } from "../../../database/connection"

/**
 * Moves the id behind which the queue is known to be empty for good.
 *
 * Ids are drawn before their transaction commits, so "no row below n" does not mean that none will appear. Two
 * steps, about a second apart, make it certain:
 *   1. remember the last id drawn, and *afterwards* draw a transaction id of our own. Every writer has its
 *      transaction id before it draws a row id (truestock_change_xid), so whoever drew one of those ids has a
 *      smaller transaction id than ours;
 *   2. once no transaction up to that one is still running, every row up to the remembered id is visible or never
 *      will be: the queue is settled below the first row that is still there.
 *
 * Must run outside a transaction that has written anything (it would have drawn its transaction id too early), and
 * in this order: the last id is read where it is declared, the row lock below draws the transaction id.
 * Locks the cursor's row only; a second process skips. With nothing new it only reads, so an idle shop is idle.
 *
 * A sequence or a transaction counter that has gone back (a truncated queue, a dump restored elsewhere, a logical
 * standby that took over) starts the cursor anew: better to walk over dead rows than to pass by living ones.
 */
export async function settleQueue(connection: Connection): Promise<void> {
  await query(
    connection,
    `do $$
     declare
       last_drawn bigint := coalesce((
         select last_value from pg_sequences
         where schemaname = current_schema()
           and sequencename = split_part(pg_get_serial_sequence('availability_change', 'id'), '.', 2)), 0);
       cursor_row availability_change_cursor;
       first_waiting bigint;
     begin
       perform 1 from availability_change_cursor where settled_id = last_drawn;
       if found then return; end if;
       select * into cursor_row from availability_change_cursor for update skip locked;
       if not found then return; end if;
       if cursor_row.settled_id > last_drawn then
         update availability_change_cursor set settled_id = 0, pending_id = null, pending_xid = null;
       elsif cursor_row.pending_xid is null or cursor_row.pending_xid > pg_current_xact_id() then
         update availability_change_cursor set pending_id = last_drawn, pending_xid = pg_current_xact_id();
       elsif pg_snapshot_xmin(pg_current_snapshot()) > cursor_row.pending_xid then
         select min(id) into first_waiting from availability_change where id > cursor_row.settled_id;
         update availability_change_cursor
         set settled_id = greatest(settled_id, least(pending_id, coalesce(first_waiting - 1, pending_id))),
             pending_id = last_drawn, pending_xid = pg_current_xact_id();
       end if;
     end $$`
  )
}
