import type { StockAlert } from "../alerts/stock-alert"
import type { Digest } from "./sql/claim-digest"
import type { StockMessage } from "./stock-message"

const SUBJECT = "Low Stock Alert"
/** A digest of more names the first and counts the rest. */
const MOST_NAMED = 100

/** "Nordwind has only 3 units available", to the shop's own address. */
export function composeAlert(to: string, alert: StockAlert): StockMessage {
  return {
    id: alert.id,
    to,
    template: "truestock-low-stock",
    subject: SUBJECT,
    text: sentenceOf(alert),
    data: { ...alert, subject: SUBJECT, text: sentenceOf(alert) },
    about: "alerts",
    ids: [alert.id],
  }
}

/** All that crossed a line in a period, a sentence each. */
export function composeDigest(to: string, { message_id, alerts }: Digest): StockMessage {
  const named = alerts.slice(0, MOST_NAMED)
  const more = alerts.length - named.length
  const lines = named.map(sentenceOf).concat(more > 0 ? `and ${more} more` : [])
  const subject = `${SUBJECT} (${alerts.length})`
  return {
    id: message_id,
    to,
    template: "truestock-stock-digest",
    subject,
    text: lines.join("\n"),
    data: { subject, text: lines.join("\n"), count: alerts.length, alerts: named },
    about: "alerts",
    ids: alerts.map(({ id }) => id),
  }
}

function sentenceOf({ kind, title, quantity }: StockAlert): string {
  return kind === "back_in_stock"
    ? `${title} is back in stock: ${quantity} units available`
    : `${title} has only ${quantity} units available`
}
