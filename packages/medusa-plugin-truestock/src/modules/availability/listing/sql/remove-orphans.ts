import { query, type Transaction } from "../../../../database/connection"

/** Removes entries, prices and counts of scopes that do not exist, which no refresh would ever come across. */
export async function removeOrphans(tx: Transaction): Promise<void> {
  for (const table of ["listing_entry", "listing_price", "listing_count"]) {
    await query(
      tx,
      `delete from ${table} t where not exists (select 1 from listing_scope s where s.id = t.scope_id)`
    )
  }
}
