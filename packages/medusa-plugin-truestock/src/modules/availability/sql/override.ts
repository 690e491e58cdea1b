import { generateEntityId } from "@medusajs/framework/utils"
import { query, type Transaction } from "../../../database/connection"
import type { AvailabilityStatus } from "../status"

/** Whom an override is for: no variant = the whole product, no channel = all channels. */
export type OverrideScope = {
  product_id: string
  variant_id?: string | null
  sales_channel_id?: string | null
}

/** An override as stored. `expires_at` null = until cleared. */
export type Override = OverrideScope & {
  status: AvailabilityStatus
  notes: string | null
  note_visible: boolean
  set_by: string | null
  expires_at: Date | null
}

const SCOPE = `product_id = :product_id
  and coalesce(variant_id, '') = coalesce(:variant_id, '')
  and coalesce(sales_channel_id, '') = coalesce(:sales_channel_id, '') and deleted_at is null`

const scopeBindings = (scope: OverrideScope) => ({
  product_id: scope.product_id,
  variant_id: scope.variant_id ?? null,
  sales_channel_id: scope.sales_channel_id ?? null,
})

/** The override of exactly this scope, or null. */
export async function readOverride(tx: Transaction, scope: OverrideScope): Promise<Override | null> {
  const [row] = await query<Override>(
    tx,
    `select product_id, variant_id, sales_channel_id, status, notes, note_visible, set_by, expires_at
     from availability_override where ${SCOPE}`,
    scopeBindings(scope)
  )
  return row ?? null
}

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
      id: generateEntityId(undefined, "avovr"),
      ...scopeBindings(override),
      status: override.status,
      notes: override.notes,
      note_visible: override.note_visible,
      set_by: override.set_by,
      expires_at: override.expires_at,
    }
  )
}

export async function removeOverride(tx: Transaction, scope: OverrideScope): Promise<void> {
  await query(tx, `delete from availability_override where ${SCOPE}`, scopeBindings(scope))
}
