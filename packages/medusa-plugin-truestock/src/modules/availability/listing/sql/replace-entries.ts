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

const isEntryOf = (place: string) =>
  `(e.is_whole, e.scope_id, e.product_id) = (${place}.is_whole, ${place}.scope_id, ${place}.product_id)`

const DIFFERS = `(c.was_status_rank, c.was_purchasable, c.was_title, c.was_created_at, c.was_updated_at) is distinct from
  (c.status_rank, c.purchasable, c.title, c.created_at, c.updated_at)`

/**
 * Makes the entries of these products those of their wide rows, and answers by how much that changes the counts.
 * The products are locked by the caller, so nobody else writes these entries: what is not there is inserted and what
 * differs updated, without the second look and the row lock that ON CONFLICT would take for each. The change is
 * reckoned from the entries that are there, not from what ought to be there: counts and entries stay together even
 * where an entry was wrong.
 */
export function replaceEntries(tx: Transaction, relisted: Relisted[]): Promise<CountChange[]> {
  return query<CountChange>(
    tx,
    `with ${PLACES}, compared as materialized (
       select p.*, e.scope_id is not null as is_standing, e.status_rank as was_status_rank,
         e.purchasable as was_purchasable, e.title as was_title, e.created_at as was_created_at,
         e.updated_at as was_updated_at
       from places p
       left join listing_entry e on ${isEntryOf("p")}
     ), gone as (
       delete from listing_entry e using compared c
       where c.is_standing and not c.is_listed and ${isEntryOf("c")}
     ), changed as (
       update listing_entry e
       set status_rank = c.status_rank, purchasable = c.purchasable, title = c.title, created_at = c.created_at,
         updated_at = c.updated_at
       from compared c
       where c.is_standing and c.is_listed and ${DIFFERS} and ${isEntryOf("c")}
     ), come as (
       insert into listing_entry
         (is_whole, scope_id, product_id, status_rank, purchasable, title, created_at, updated_at)
       select is_whole, scope_id, product_id, status_rank, purchasable, title, created_at, updated_at
       from compared where is_listed and not is_standing
     )
     select scope_id, status_rank, purchasable, cast(sum(n) as integer) as change
     from (
       select scope_id, status_rank, purchasable, 1 as n from compared where is_listed
       union all
       select scope_id, was_status_rank, was_purchasable, -1 from compared where is_standing
     ) changes
     group by scope_id, status_rank, purchasable
     having sum(n) <> 0`,
    { relisted: JSON.stringify(relisted) }
  )
}
