import type { Transaction } from "../../../database/connection"
import type { Relisted } from "./relisted"
import { addCounts } from "./sql/add-counts"
import { makeScopes } from "./sql/make-scopes"
import { replaceEntries } from "./sql/replace-entries"
import { replacePrices } from "./sql/replace-prices"

/**
 * Brings entries, prices and counts up to the wide rows of these products, in the transaction that wrote those. Last
 * of all a refresh does: the counts are locked from here to the commit.
 */
export async function relist(tx: Transaction, relisted: Relisted[]): Promise<void> {
  if (relisted.length === 0) {
    return
  }
  const moved = relisted.filter((one) => one.is_moved)
  await makeScopes(tx, moved)
  const changes = await replaceEntries(tx, relisted)
  await replacePrices(tx, moved)
  await addCounts(tx, changes)
}
