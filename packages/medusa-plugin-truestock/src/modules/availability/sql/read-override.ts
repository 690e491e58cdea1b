import { query, type Transaction } from "../../../database/connection"
import { OF_SCOPE, type Override, type OverrideScope, scopeBindings } from "./override-scope"

/** The override of exactly this scope, or null. */
export async function readOverride(tx: Transaction, scope: OverrideScope): Promise<Override | null> {
  const [row] = await query<Override>(
    tx,
    `select product_id, variant_id, sales_channel_id, status, notes, note_visible, set_by, expires_at
     from availability_override where ${OF_SCOPE}`,
    scopeBindings(scope)
  )
  return row ?? null
}
