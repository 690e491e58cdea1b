import { type Connection, query } from "../../../../database/connection"

/** The sales channel whose token this is, while the channel sells; null = none. Locks nothing. */
export async function findChannelOfToken(connection: Connection, tokenHash: string): Promise<string | null> {
  const [found] = await query<{ id: string }>(
    connection,
    `select c.id from merchant_feed_token t
     join sales_channel c on c.id = t.sales_channel_id and c.deleted_at is null and not c.is_disabled
     where t.token_hash = :token_hash`,
    { token_hash: tokenHash }
  )
  return found?.id ?? null
}
