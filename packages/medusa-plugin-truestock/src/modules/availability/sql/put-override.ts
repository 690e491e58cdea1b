import { newId } from "../../../database/new-id"
import { query, type Transaction } from "../../../database/connection"
import { type Override, scopeBindings } from "./override-scope"

/** Creates or replaces the override of its scope: one row, whatever the concurrency (unique index on the scope). */
export async function putOverride(tx: Transaction, override: Override): Promise<void> {
  await query(
    tx,
    `insert into availability_override as o
       (id, product_id, variant_id, sales_channel_id, status, notes, note_visible, set_by, expires_at)
     values (:id, :product_id, :variant_id, :sales_channel_id, :status, :notes, :note_visible, :set_by, :expires_at)
     on conflict (product_id, coalesce(variant_id, ''), coalesce(sales_channel_id, '')) where deleted_at is null
     do update set status = excluded.status, notes = excluded.notes, note_visible = excluded.note_visible,
       set_by = excluded.set_by, expires_at = excluded.expires_at, updated_at = now()`,
    {
      id: newId("avovr"),
      ...scopeBindings(override),
      status: override.status,
      notes: override.notes,
      note_visible: override.note_visible,
      set_by: override.set_by,
      expires_at: override.expires_at,
    }
  )
}
