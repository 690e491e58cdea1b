import { newId } from "../../../database/new-id"
import { query, type Transaction } from "../../../database/connection"

/** The reason of a summary row that exists only as a lock so far. */
export const NOT_YET_DECIDED = "not_yet_decided"

/**
 * Locks products against every other refresh or override until the transaction ends: one refresh of a product at a
 * time, so that a slow one never writes older facts over newer ones.
 *
 * The lock is the product's row in `availability` (a row lock costs no shared memory, however many there are).
 * Missing rows are made first; both statements go in product id order, so two drainers never deadlock. Facts must
 * be read afterwards, in a statement of their own: one that began before the lock was granted would not see what
 * its holder committed.
 */
export async function lockProducts(tx: Transaction, productIds: string[]): Promise<void> {
  await query(
    tx,
    `insert into availability (id, product_id, status, reason)
     select k.id, k.product_id, 'incoming', '${NOT_YET_DECIDED}'
     from unnest(cast(:ids as text[]), cast(:product_ids as text[])) as k(id, product_id)
     where exists (select 1 from product p where p.id = k.product_id)
       and not exists (select 1 from availability a where a.product_id = k.product_id)
     order by k.product_id
     on conflict (product_id) do nothing`,
    { ids: productIds.map(() => newId("avail")), product_ids: productIds }
  )
  await query(
    tx,
    `select 1 from availability where product_id = any(cast(:product_ids as text[])) order by product_id for update`,
    { product_ids: productIds }
  )
}
