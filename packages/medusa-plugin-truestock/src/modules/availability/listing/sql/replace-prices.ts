import { query, type Transaction } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { PLACES } from "./places"

/**
 * Makes the price rows of these products those of their wide rows: one per scope and currency, with the status beside
 * the amount, so that a listing by price is read in the order of one index. The products are locked by the caller
 * (replace-entries.ts).
 */
export async function replacePrices(tx: Transaction, relisted: Relisted[]): Promise<void> {
  await query(
    tx,
    `with ${PLACES}, wanted as materialized (
       select p.scope_id, p.product_id, a.key as currency_code, cast(a.value as numeric) as amount,
         p.status_rank, p.purchasable
       from places p cross join jsonb_each_text(p.prices) a
       where p.is_listed
     ), compared as materialized (
       select w.*, s.scope_id is not null as is_standing, s.amount as was_amount,
         s.status_rank as was_status_rank, s.purchasable as was_purchasable
       from wanted w
       left join listing_price s
         on s.scope_id = w.scope_id and s.product_id = w.product_id and s.currency_code = w.currency_code
     ), gone as (
       delete from listing_price s using places p
       where s.scope_id = p.scope_id and s.product_id = p.product_id
         and (not p.is_listed or p.prices -> s.currency_code is null)
     ), changed as (
       update listing_price s
       set amount = c.amount, status_rank = c.status_rank, purchasable = c.purchasable
       from compared c
       where c.is_standing
         and (c.was_amount, c.was_status_rank, c.was_purchasable) is distinct from
           (c.amount, c.status_rank, c.purchasable)
         and s.scope_id = c.scope_id and s.product_id = c.product_id and s.currency_code = c.currency_code
     )
     insert into listing_price (scope_id, currency_code, product_id, amount, status_rank, purchasable)
     select scope_id, currency_code, product_id, amount, status_rank, purchasable
     from compared where not is_standing`,
    { relisted: JSON.stringify(relisted) }
  )
}
