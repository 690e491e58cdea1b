import { type Connection, query } from "../../../../database/connection"

/**
 * Keeps the hash of a channel's token. `rotate` puts it in the place of another, which then opens nothing any more;
 * without it a token that is there stays. Answers whether it was kept. Locks the channel's row.
 */
export async function putToken(
  connection: Connection,
  salesChannelId: string,
  tokenHash: string,
  rotate: boolean
): Promise<boolean> {
  const kept = await query(
    connection,
    `insert into merchant_feed_token as t (sales_channel_id, token_hash)
     values (:sales_channel_id, :token_hash)
     on conflict (sales_channel_id) do update
       set token_hash = excluded.token_hash, updated_at = now() where cast(:rotate as boolean)
     returning t.sales_channel_id`,
    { sales_channel_id: salesChannelId, token_hash: tokenHash, rotate }
  )
  return kept.length > 0
}
