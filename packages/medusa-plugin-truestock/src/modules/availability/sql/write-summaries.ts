import { type Connection, query, type Transaction } from "../../../database/connection"

export type SummaryRow = {
  product_id: string
  is_deleted: boolean
  status: string
  reason: string
  source: "calculated" | "manual"
  purchasable: boolean
  quantity: number | null
  available_on: string | null
  eta: string | null
  notes: string | null
  due_at: string | null
}

const SAID =
  "json_to_recordset(cast(:rows as json)) as r(" +
  "product_id text, is_deleted boolean, status text, reason text, source text, purchasable boolean, " +
  "quantity integer, available_on timestamptz, eta timestamptz, notes text, due_at timestamptz)"

const DIFFERS = `(a.status, a.reason, a.source, a.purchasable, a.quantity, a.available_on, a.eta, a.notes,
    a.deleted_at is not null)
  is distinct from
    (r.status, r.reason, r.source, r.purchasable, r.quantity, r.available_on, r.eta, r.notes, r.is_deleted)`

/**
 * Writes the summaries of products whose rows the caller has locked. The row of a deleted product is marked, never
 * removed: it is the lock (lock-products.ts), and a restored product finds it again.
 */
export async function writeSummaries(tx: Transaction, rows: SummaryRow[]): Promise<void> {
  await query(
    tx,
    `update availability a
     set status = r.status, reason = r.reason, source = r.source, purchasable = r.purchasable,
       quantity = r.quantity, available_on = r.available_on, eta = r.eta, notes = r.notes, due_at = r.due_at,
       deleted_at = case when r.is_deleted then coalesce(a.deleted_at, now()) end,
       updated_at = now()
     from ${SAID}
     where a.product_id = r.product_id and (${DIFFERS} or a.due_at is distinct from r.due_at)`,
    { rows: JSON.stringify(rows) }
  )
}

/**
 * Which of these products have another summary, or none. Changes and locks nothing. The due time is left out: it is
 * cleared when the product is queued, and that is no difference.
 */
export async function compareSummaries(connection: Connection, rows: SummaryRow[]): Promise<string[]> {
  const differing = await query<{ product_id: string }>(
    connection,
    `select r.product_id from ${SAID} left join availability a on a.product_id = r.product_id
     where ${DIFFERS} and (a.id is not null or not r.is_deleted)`,
    { rows: JSON.stringify(rows) }
  )
  return differing.map((row) => row.product_id)
}
