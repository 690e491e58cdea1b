import { query, type Transaction } from "../../../../database/connection"
import type { StockAlert } from "../../alerts/stock-alert"
import { ALERT_COLUMNS } from "./claim-alert-messages"
import { CLAIMABLE, CLAIMED } from "./claimable"

export type Digest = { message_id: string; alerts: StockAlert[] }

const UNIT = { hourly: "hour", daily: "day" } as const
const NOT_OLDER = "created_at > truestock_now() - interval '2 days'"

/**
 * Takes what is to be told in one message: all that crossed a line before the running hour or day (UTC, the database's
 * clock) began and was told by no other message. Of each period there is one message; what commits too late for it is
 * told by the next. One that was claimed and not sent is taken again, with the same alerts.
 *
 * An advisory lock, until the transaction ends, keeps two processes from sharing a period's alerts between them.
 */
export async function claimDigest(tx: Transaction, every: "hourly" | "daily"): Promise<Digest | null> {
  await query(tx, "select pg_advisory_xact_lock(hashtext('truestock_stock_digest'))")
  return (await claimLeft(tx)) ?? claimPeriod(tx, every)
}

const claimLeft = (tx: Transaction) =>
  claim(
    tx,
    `message_id = (
       select message_id from stock_alert
       where mailed_at is null and message_id like 'stock-digest:%' and ${NOT_OLDER} and ${CLAIMABLE}
       order by created_at limit 1)`
  )

async function claimPeriod(tx: Transaction, every: "hourly" | "daily"): Promise<Digest | null> {
  const [period] = await query<{ message_id: string; begins_at: string }>(
    tx,
    `select 'stock-digest:${every}:' || to_char(begins_at, 'YYYY-MM-DD"T"HH24') as message_id,
       cast(begins_at at time zone 'UTC' as text) as begins_at
     from (select date_trunc('${UNIT[every]}', truestock_now() at time zone 'UTC') as begins_at) p`
  )
  return claim(
    tx,
    `message_id is null and created_at < cast(:begins_at as timestamptz) and ${NOT_OLDER}
     and not exists (select 1 from stock_alert where message_id = :message_id)`,
    period!
  )
}

async function claim(
  tx: Transaction,
  which: string,
  { message_id = "", begins_at = "" } = {}
): Promise<Digest | null> {
  const alerts = await query<StockAlert & { message_id: string }>(
    tx,
    `update stock_alert set ${CLAIMED}, message_id = coalesce(message_id, nullif(:message_id, ''))
     where mailed_at is null and ${which}
     returning ${ALERT_COLUMNS}, message_id`,
    { message_id, begins_at }
  )
  if (alerts.length === 0) return null
  return { message_id: alerts[0]!.message_id, alerts: alerts.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}
