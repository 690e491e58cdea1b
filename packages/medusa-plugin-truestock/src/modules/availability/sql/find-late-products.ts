import { type Connection, query } from "../../../database/connection"
import { isWide } from "./fan-out-changes"
import type { Change } from "./claim-changes"
import { resolveProducts } from "./resolve-products"

/** Waiting changes that are worth telling apart; beyond that, anything may be on its way. */
const MOST_RESOLVED = 10_000

/**
 * Those of the products that something is on its way for: a change that waits, or a time that has come. A change that
 * a drain is working on still waits, for whoever looks from outside its transaction. Locks nothing.
 */
export async function findLateProducts(connection: Connection, productIds: string[]): Promise<Set<string>> {
  const waiting = await query<Change>(
    connection,
    `select kind, ref_id, attempts from availability_change
     where id > (select settled_id from availability_change_cursor)
     limit ${MOST_RESOLVED + 1}`
  )
  if (waiting.length > MOST_RESOLVED || waiting.some(isWide)) {
    return new Set(productIds)
  }
  const due = await query<{ product_id: string }>(
    connection,
    `select product_id from availability
     where product_id = any(cast(:product_ids as text[])) and due_at <= truestock_now()`,
    { product_ids: productIds }
  )
  return new Set([...(await resolveProducts(connection, waiting)), ...due.map((row) => row.product_id)])
}
