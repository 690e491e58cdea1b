import type { Connection, Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import { refreshProducts } from "../drain/refresh-products"
import { lockProducts } from "../sql/lock-products"
import type { AvailabilityStatus } from "../status"
import { assertProduct } from "./assert-known"

/** What a change of a decision, or a refresh of one product, came to. */
export type AvailabilityResult = {
  product_id: string
  status: AvailabilityStatus
  /** Whether the call changed the status in any channel. */
  updated: boolean
}

/** Where decisions are kept, and the shop's own. */
export type Decider = { connection: Connection; options: TruestockOptions }

/**
 * Lock the product, change what is decided about it, refresh it: one transaction.
 *
 * @throws product_not_found, and what `change` throws; nothing is changed then
 */
export async function changeProduct<Done>(
  { connection, options }: Decider,
  product_id: string,
  change: (tx: Transaction) => Promise<Done>
): Promise<{ result: AvailabilityResult; done: Done }> {
  return connection.transaction(async (tx) => {
    await assertProduct(tx, product_id)
    await lockProducts(tx, [product_id])
    const done = await change(tx)
    const changes = await refreshProducts(tx, [product_id], options)
    const row = await tx("availability").where({ product_id }).first("status")
    const status = row.status as AvailabilityStatus
    return { result: { product_id, status, updated: changes.length > 0 }, done }
  })
}
