import { type Connection, query, type Transaction } from "../../../../database/connection"

/** A kept count that is not the number of its entries. */
export type WrongCount = {
  scope_id: number
  sales_channel_id: string | null
  category_id: string | null
  status_rank: number
  purchasable: boolean
  kept: number
  counted: number
}

const WRONG = `
  select scope_id, s.sales_channel_id, s.category_id, status_rank, purchasable,
    coalesce(k.count, 0) as kept, coalesce(e.count, 0) as counted
  from listing_count k
  full join (
    select scope_id, status_rank, purchasable, cast(count(*) as integer) as count
    from listing_entry group by scope_id, status_rank, purchasable
  ) e using (scope_id, status_rank, purchasable)
  left join listing_scope s on s.id = scope_id
  where coalesce(k.count, 0) <> coalesce(e.count, 0)`

/** Counts and entries change in one transaction, so in one snapshot every difference is a real one. Locks nothing. */
export function findWrongCounts(connection: Connection): Promise<WrongCount[]> {
  return query<WrongCount>(connection, `${WRONG} order by scope_id, status_rank, purchasable`)
}

/**
 * Sets the counts that are wrong to what the entries are. Locks the table of counts against writers first, so that no
 * refresh adds to a count between its reading and its setting; readers go on. Refreshes wait for as long as the
 * entries take to count.
 */
export async function mendCounts(tx: Transaction): Promise<number> {
  await query(tx, "lock table listing_count in share row exclusive mode")
  const mended = await query(
    tx,
    `insert into listing_count (scope_id, status_rank, purchasable, count)
     select scope_id, status_rank, purchasable, counted from (${WRONG}) w
     on conflict (scope_id, status_rank, purchasable) do update set count = excluded.count
     returning 1`
  )
  return mended.length
}
