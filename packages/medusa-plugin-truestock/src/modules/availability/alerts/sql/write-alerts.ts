import { query, type Transaction } from "../../../../database/connection"
import { newId } from "../../../../database/new-id"
import type { AlertKind } from "../stock-alert"

export type Crossing = {
  kind: AlertKind
  product_id: string
  variant_id: string
  quantity: number
  threshold: number
}

/**
 * Records crossings, in the transaction that saw them; the rows are the outbox of their events and of the messages
 * about them. Those of a product that is not published are nobody's business yet. Locks nothing.
 */
export async function writeAlerts(tx: Transaction, crossings: Crossing[]): Promise<void> {
  await query(
    tx,
    `insert into stock_alert (id, kind, product_id, variant_id, title, sku, quantity, threshold, created_at)
     select c.id, c.kind, c.product_id, c.variant_id,
       p.title || case when exists (select 1 from product_variant o
           where o.product_id = p.id and o.id <> v.id and o.deleted_at is null)
         then ' (' || v.title || ')' else '' end,
       v.sku, c.quantity, c.threshold, truestock_now()
     from json_to_recordset(cast(:crossings as json))
       as c(id text, kind text, product_id text, variant_id text, quantity integer, threshold integer)
     join product p on p.id = c.product_id and p.deleted_at is null and p.status = 'published'
     join product_variant v on v.id = c.variant_id and v.deleted_at is null`,
    { crossings: JSON.stringify(crossings.map((crossing) => ({ id: newId("stalert"), ...crossing }))) }
  )
}
