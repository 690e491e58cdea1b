import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"

/** Marks what is made by SQL here, beside the holds that are granted and counted. */
export const BY_SQL = "bench"

/** Each item is held once, for so long. Answers when they expire, in milliseconds of this machine's clock. */
export function hold(databaseUrl: string, items: string[], seconds: number): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ expires_at: Date }>(
      `insert into inventory_hold (id, inventory_item_id, location_id, quantity, raw_quantity, external_id, expires_at)
       select 'resitem_' || gen_random_uuid(), item, $2, 1, ${raw("1")}, '${BY_SQL}', now() + make_interval(secs => $3)
       from unnest(cast($1 as text[])) as item returning expires_at`,
      [items, MAIN_LOCATION, seconds]
    )
    return rows[0]!.expires_at.getTime()
  })
}

/** Ends what has been granted, so that each turn begins as the first one did; what `hold` has made stays. */
export function endGrantedHolds(databaseUrl: string): Promise<unknown> {
  return withDatabase(databaseUrl, (client) =>
    client.query(
      `update inventory_hold set ended_at = now(), ended_as = 'released'
       where ended_at is null and external_id is distinct from '${BY_SQL}'`
    )
  )
}

export function endAllHolds(databaseUrl: string): Promise<unknown> {
  return withDatabase(databaseUrl, async (client) => {
    await client.query(
      "update inventory_hold set ended_at = now(), ended_as = 'released' where ended_at is null"
    )
    await client.query("vacuum analyze inventory_hold")
  })
}
