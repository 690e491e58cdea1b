import { newId } from "../../../database/new-id"
import { query, type Transaction } from "../../../database/connection"
import { type PolicyColumns, type PolicyScope, policyScopeBindings } from "./policy-scope"

/**
 * Creates the policy of a scope or changes the given columns of it; null clears one. One row per scope, whatever
 * the concurrency (unique index on the scope).
 */
export async function putPolicy(tx: Transaction, scope: PolicyScope, columns: PolicyColumns): Promise<void> {
  const names = Object.keys(columns)
  const list = (render: (name: string) => string) => names.map((name) => `, ${render(name)}`).join("")
  await query(
    tx,
    `insert into availability_policy (id, product_id, variant_id, location_id${list((name) => name)})
     values (:id, :product_id, :variant_id, :location_id${list((name) => `:${name}`)})
     on conflict (product_id, coalesce(variant_id, ''), coalesce(location_id, '')) where deleted_at is null
     do update set updated_at = now()${list((name) => `${name} = excluded.${name}`)}`,
    { id: newId("avpol"), ...policyScopeBindings(scope), ...columns }
  )
}
