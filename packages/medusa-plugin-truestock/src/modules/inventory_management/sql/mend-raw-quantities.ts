import { query, type Transaction } from "../../../database/connection"
import { rawOf } from "../guard/function-text"

/** Writes the JSON twins of a level's quantities anew. No quantity changes, so there is no movement. */
export async function mendRawQuantities(tx: Transaction, level_id: string): Promise<void> {
  const twins = ["stocked", "reserved", "incoming"].map(
    (name) => `raw_${name}_quantity = ${rawOf(`${name}_quantity`)}`
  )
  await query(tx, `update inventory_level set ${twins.join(", ")}, updated_at = now() where id = :level_id`, {
    level_id,
  })
}
