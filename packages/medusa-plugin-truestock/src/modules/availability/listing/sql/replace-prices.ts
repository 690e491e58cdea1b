import { query, type Transaction } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { PLACES } from "./places"

/**
 * Makes the price rows of these products those of their wide rows: one per scope and currency. The products are locked
 * by the caller (replace-entries.ts). The status is not in them: it changes often and prices do not, and a listing by
 * price looks it up in the entry.
 */
export async function replacePrices(tx: Transaction, relisted: Relisted[]): Promise<void> {
  if (relisted.length === 0) {
    return
  }
  await query(
    tx,
    `with ${PLACES}, wanted as materialized (
       select p.scope_id, p.product_id, a.key as currency_code, cast(a.value as numeric) as amount
       from places p cross join jsonb_each_text(p.prices) a
       where p.is_listed
     ), compared as materialized (
       select w.*, s.amount as was_amount
       from wanted w
       left join listing_price s
         on s.scope_id = w.scope_id and s.product_id = w.product_id and s.currency_code = w.currency_code
     ), gone as (
       delete from listing_price s using places p
       where s.scope_id = p.scope_id and s.product_id = p.product_id
         and (not p.is_listed or p.prices -> s.currency_code is null)
     ), changed as (
       update listing_price s set amount = c.amount
       from compared c
       where c.was_amount <> c.amount
         and s.scope_id = c.scope_id and s.product_id = c.product_id and s.currency_code = c.currency_code
     )
     insert into listing_price (scope_id, currency_code, product_id, amount)
     select scope_id, currency_code, product_id, amount
     from compared where was_amount is null`,
    { relisted: JSON.stringify(relisted) }
  )
}
