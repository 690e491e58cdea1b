import { query, type Transaction } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { PLACES } from "./places"

/** How many more (or fewer) entries a scope has with a status. */
export type CountChange = {
  scope_id: number
  status_rank: number
  purchasable: boolean
  change: number
}

/**
 * Makes the entries of these products those of their wide rows, and answers by how much that changes the counts.
 * The products are locked by the caller. The change is reckoned from the entries that are there, not from what ought
 * to be there: counts and entries stay together even where an entry was wrong.
 */
export function replaceEntries(tx: Transaction, relisted: Relisted[]): Promise<CountChange[]> {
  return query<CountChange>(
    tx,
    `with ${PLACES}, standing as materialized (
       select e.* from places p join listing_entry e using (scope_id, product_id)
     ), gone as (
       delete from listing_entry e using places p
       where not p.is_listed and e.scope_id = p.scope_id and e.product_id = p.product_id
     ), put as (
       insert into listing_entry as e (scope_id, product_id, status_rank, purchasable, title, created_at, updated_at)
       select scope_id, product_id, status_rank, purchasable, title, created_at, updated_at
       from places where is_listed
       on conflict (scope_id, product_id) do update
         set status_rank = excluded.status_rank, purchasable = excluded.purchasable, title = excluded.title,
           created_at = excluded.created_at, updated_at = excluded.updated_at
         where (e.status_rank, e.purchasable, e.title, e.created_at, e.updated_at) is distinct from
           (excluded.status_rank, excluded.purchasable, excluded.title, excluded.created_at, excluded.updated_at)
     )
     select scope_id, status_rank, purchasable, cast(sum(n) as integer) as change
     from (
       select scope_id, status_rank, purchasable, 1 as n from places where is_listed
       union all
       select scope_id, status_rank, purchasable, -1 from standing
     ) changes
     group by scope_id, status_rank, purchasable
     having sum(n) <> 0`,
    { relisted: JSON.stringify(relisted) }
  )
}
