import { query, type Transaction } from "../../../../database/connection"
import { isHere } from "./is-here"

/**
 * Part of a refresh that has changed rows of these products, which it has locked: whoever waits for them and has seen
 * them gone is due when they are here again, and no longer when they are gone before the message is on its way. Decided
 * by what is stored and not by a difference, so that doing it twice, or by a rebuild, tells nobody anything.
 */
export async function noteReturns(tx: Transaction, productIds: string[]): Promise<void> {
  await query(
    tx,
    `update back_in_stock_subscription s
     set was_away = s.was_away or not w.is_here,
       due_at = case when s.was_away and w.is_here then coalesce(s.due_at, truestock_now()) end
     from (
       select id, ${isHere("a")} as is_here
       from back_in_stock_subscription a
       where a.product_id = any(cast(:product_ids as text[]))
         and a.notified_at is null and a.unsubscribed_at is null
     ) w
     where s.id = w.id and s.notified_at is null and s.unsubscribed_at is null
       and (s.was_away, s.due_at is not null)
         is distinct from (s.was_away or not w.is_here, s.was_away and w.is_here)`,
    { product_ids: productIds }
  )
}
