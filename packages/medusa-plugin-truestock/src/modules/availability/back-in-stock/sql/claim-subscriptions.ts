import { type Connection, query } from "../../../../database/connection"
import { CLAIMED, CLAIMABLE } from "../../messages/sql/claimable"

export type ClaimedSubscription = {
  id: string
  email: string
  token: string
  confirmations: number
  product_id: string
  variant_id: string | null
  /** Of the product, with the variant's in brackets where one is meant. */
  title: string
  handle: string
}

/** Who is to be told that what they wait for is back. Once for each: a row that was told is spent. */
export const claimReturns = (connection: Connection, limit: number) =>
  claim(connection, limit, "confirmed_at is not null and due_at is not null", "due_at")

/** Who is to be asked whether the address is theirs. */
export const claimConfirmations = (connection: Connection, limit: number) =>
  claim(connection, limit, "confirmed_at is null and confirmation_sent_at is null", "created_at")

/** Takes them for a while; other processes pass them by, and nothing is locked while a provider takes its time. */
function claim(
  connection: Connection,
  limit: number,
  which: string,
  order: string
): Promise<ClaimedSubscription[]> {
  return query<ClaimedSubscription>(
    connection,
    `with claimed as (
       update back_in_stock_subscription set ${CLAIMED}
       where id in (
         select id from back_in_stock_subscription
         where ${which} and notified_at is null and unsubscribed_at is null and ${CLAIMABLE}
         order by ${order}, id
         limit :limit
         for update skip locked)
       returning *
     )
     select c.id, c.email, c.token, c.confirmations, c.product_id, c.variant_id, p.handle,
       p.title || coalesce(' (' || v.title || ')', '') as title
     from claimed c
     join product p on p.id = c.product_id
     left join product_variant v on v.id = c.variant_id`,
    { limit }
  )
}
