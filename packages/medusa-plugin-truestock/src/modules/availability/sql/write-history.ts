import { newId } from "../../../database/new-id"
import { query, type Transaction } from "../../../database/connection"
import type { StatusChange } from "../rules/status-changes"

/** Records status changes; the rows are also the outbox of `availability.changed` (claim-unsent.ts). */
export async function writeHistory(tx: Transaction, changes: StatusChange[]): Promise<void> {
  if (changes.length === 0) {
    return
  }
  await query(
    tx,
    `insert into availability_history (id, product_id, sales_channel_id, from_status, to_status, reason, changed_at)
     select id, product_id, sales_channel_id, "from", "to", reason, truestock_now()
     from json_to_recordset(cast(:changes as json))
       as c(id text, product_id text, sales_channel_id text, "from" text, "to" text, reason text)`,
    {
      changes: JSON.stringify(changes.map((change) => ({ ...change, id: newId("avhis") }))),
    }
  )
}
