import { query, type Transaction } from "../../../../database/connection"
import type { NewSubscription } from "../subscription-input"
import { isHere } from "./is-here"

/**
 * Locks the product's row (shared), so that no refresh is between reading who waits and writing what there is; then
 * adds the subscription, or finds the active one of the same address. `was_away`: what is in stock while it is asked
 * for must be gone first, before it can come back.
 */
export async function addSubscription(
  tx: Transaction,
  subscription: NewSubscription,
  isConfirmed: boolean
): Promise<void> {
  await query(tx, "select 1 from availability where product_id = :product_id for share", {
    product_id: subscription.product_id,
  })
  const mayResend = `s.confirmed_at is null and s.confirmation_sent_at < truestock_now() - interval '10 minutes'`
  await query(
    tx,
    `insert into back_in_stock_subscription as s
       (id, email, product_id, variant_id, sales_channel_ids, token, was_away, confirmed_at, created_at)
     select n.id, n.email, n.product_id, n.variant_id, n.sales_channel_ids, n.token, not ${isHere("n")},
       case when cast(:is_confirmed as boolean) then truestock_now() end, truestock_now()
     from json_to_record(cast(:subscription as json)) as n
       (id text, email text, product_id text, variant_id text, sales_channel_ids text[], token text)
     on conflict (product_id, lower(email), coalesce(variant_id, ''), sales_channel_ids)
       where notified_at is null and unsubscribed_at is null
     do update set
       confirmed_at = coalesce(s.confirmed_at, excluded.confirmed_at),
       confirmations = s.confirmations + case when ${mayResend} then 1 else 0 end,
       confirmation_sent_at = case when ${mayResend} then null else s.confirmation_sent_at end,
       attempts = case when ${mayResend} then 0 else s.attempts end,
       updated_at = now()`,
    { subscription: JSON.stringify(subscription), is_confirmed: isConfirmed }
  )
}
