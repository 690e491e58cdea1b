import { type Connection, query } from "../../../../database/connection"

export type FeedVersion = { changes: string; price_lists: string; shop: string | null; now: Date }

/**
 * What a feed's tag is made of, without a look at any product: how many refreshes have been committed, which price
 * lists hold now, what the shop is called, and the time. Locks nothing.
 */
export async function readVersion(connection: Connection): Promise<FeedVersion> {
  const [version] = await query<FeedVersion>(
    connection,
    `with clock as materialized (select truestock_now() as now)
     select
       (select cast(coalesce(sum(changes), 0) as text) from read_model_version) as changes,
       (select coalesce(md5(string_agg(l.id || l.type || l.updated_at, ',' order by l.id)), '')
        from price_list l
        where l.deleted_at is null and l.status = 'active'
          and (l.starts_at is null or l.starts_at <= clock.now) and (l.ends_at is null or l.ends_at >= clock.now)
       ) as price_lists,
       (select name from store where deleted_at is null order by created_at limit 1) as shop,
       clock.now
     from clock`
  )
  return version!
}
