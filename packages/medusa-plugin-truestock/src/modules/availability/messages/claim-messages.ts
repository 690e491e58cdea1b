import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { claimConfirmations, claimReturns } from "../back-in-stock/sql/claim-subscriptions"
import { composeAlert, composeDigest } from "./compose-alert"
import { composeConfirmation, composeReturn } from "./compose-subscription"
import { claimAlertMessages } from "./sql/claim-alert-messages"
import { claimDigest } from "./sql/claim-digest"
import type { StockMessage } from "./stock-message"

/** Of each kind, at a time. */
const BATCH_SIZE = 50

/**
 * Takes messages that are to be sent, for five minutes: no other process gets them meanwhile, and those that are not
 * settled by then (settle-message.ts) are given out again, as the same messages.
 */
export async function claimMessages(connection: Knex, options: TruestockOptions): Promise<StockMessage[]> {
  const { notify } = options
  const confirmations = notify.double_opt_in ? await claimConfirmations(connection, BATCH_SIZE) : []
  const returns = await claimReturns(connection, BATCH_SIZE)
  return [
    ...(await claimForShop(connection, options.alerts)),
    ...confirmations.map((subscription) => composeConfirmation(subscription, notify)),
    ...returns.map((subscription) => composeReturn(subscription, notify)),
  ]
}

async function claimForShop(connection: Knex, alerts: TruestockOptions["alerts"]): Promise<StockMessage[]> {
  if (alerts === null) return []
  const { to, digest: every } = alerts
  if (every === "none") {
    return (await claimAlertMessages(connection, BATCH_SIZE)).map((alert) => composeAlert(to, alert))
  }
  const digest = await connection.transaction((tx) => claimDigest(tx, every))
  return digest ? [composeDigest(to, digest)] : []
}
