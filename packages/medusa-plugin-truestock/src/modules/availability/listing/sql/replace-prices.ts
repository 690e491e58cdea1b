import { query, type Transaction } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { PLACES } from "./places"

/**
 * Makes the price rows of these products those of their wide rows: one per scope and currency, with the status beside
 * the amount, so that a listing by price is read in the order of one index. The products are locked by the caller.
 */
export async function replacePrices(tx: Transaction, relisted: Relisted[]): Promise<void> {
  await query(
    tx,
    `with ${PLACES}, wanted as materialized (
       select p.scope_id, p.product_id, a.key as currency_code, cast(a.value as numeric) as amount,
         p.status_rank, p.purchasable
       from places p cross join jsonb_each_text(p.prices) a
       where p.is_listed
     ), gone as (
       delete from listing_price s using places p
       where s.scope_id = p.scope_id and s.product_id = p.product_id
         and not exists (
           select 1 from wanted w
           where (w.scope_id, w.product_id, w.currency_code) = (s.scope_id, s.product_id, s.currency_code))
     )
     insert into listing_price as s (scope_id, product_id, currency_code, amount, status_rank, purchasable)
     select scope_id, product_id, currency_code, amount, status_rank, purchasable from wanted
     on conflict (scope_id, product_id, currency_code) do update
       set amount = excluded.amount, status_rank = excluded.status_rank, purchasable = excluded.purchasable
       where (s.amount, s.status_rank, s.purchasable) is distinct from
         (excluded.amount, excluded.status_rank, excluded.purchasable)`,
    { relisted: JSON.stringify(relisted) }
  )
}
