import { query, type Transaction } from "../../../../database/connection"
import type { JudgedStock, StockState } from "../judge-stock"

/** A variant whose state is another than it was; `before` null = it was not watched, `state` null = it is no more. */
export type ChangedState = { variant_id: string; before: StockState | null } & (JudgedStock | { state: null })

/**
 * Makes the states of these products' variants the given ones and answers those that changed. Writes what differs only:
 * most sales cross nothing. The products are locked by the caller, as for the read model: nobody else writes these
 * rows, so of many changes around a line each crossing is seen by one refresh. `unknown` leaves a state as it is.
 */
export function replaceStates(
  tx: Transaction,
  productIds: string[],
  judged: JudgedStock[]
): Promise<ChangedState[]> {
  return query<ChangedState>(
    tx,
    `with wanted as materialized (
       select * from json_to_recordset(cast(:judged as json))
         as r(product_id text, variant_id text, state text, quantity integer, threshold integer)
     ), standing as materialized (
       select *, ctid as place from stock_watch where product_id = any(cast(:product_ids as text[]))
     ), differing as materialized (
       select product_id, variant_id, w.state, w.quantity, w.threshold, s.state as before, s.place
       from wanted w full join standing s using (product_id, variant_id)
       where w.state is distinct from s.state and w.state is distinct from 'unknown'
     ), gone as (
       delete from stock_watch t using differing d where d.state is null and t.ctid = d.place
     ), changed as (
       update stock_watch t set state = d.state from differing d where d.state is not null and t.ctid = d.place
     ), come as (
       insert into stock_watch (product_id, variant_id, state)
       select product_id, variant_id, state from differing where place is null
     )
     select product_id, variant_id, state, quantity, threshold, before from differing`,
    { judged: JSON.stringify(judged), product_ids: productIds }
  )
}
