import type { TruestockOptions } from "../../../options"
import type { ClaimedSubscription } from "../back-in-stock/sql/claim-subscriptions"
import type { StockMessage } from "./stock-message"

/** Asks whether an address belongs to who has asked in its name. */
export function composeConfirmation(
  subscription: ClaimedSubscription,
  { confirm_url }: TruestockOptions["notify"]
): StockMessage {
  const { id, confirmations, title, token } = subscription
  const link = confirm_url && withToken(confirm_url, token)
  const subject = `Shall we tell you when ${title} is back?`
  const text = [
    `Somebody, probably you, wants to be told at this address when ${title} is back in stock.`,
    link ? `If so, please confirm: ${link}` : "If so, please confirm it.",
    "If not, there is nothing to do: nothing more will be sent.",
  ].join("\n")
  return {
    id: `${id}:confirm:${confirmations}`,
    to: subscription.email,
    template: "truestock-confirm-subscription",
    subject,
    text,
    data: { ...told(subscription), subject, text, confirm_url: link },
    about: "confirmation",
    ids: [id],
  }
}

/** Tells that what somebody waits for is back. */
export function composeReturn(
  subscription: ClaimedSubscription,
  { unsubscribe_url }: TruestockOptions["notify"]
): StockMessage {
  const { id, title, token } = subscription
  const link = unsubscribe_url && withToken(unsubscribe_url, token)
  const subject = `${title} is back in stock`
  const text = [`${title} is back in stock.`, ...(link ? [`No more of these messages: ${link}`] : [])].join(
    "\n"
  )
  return {
    id,
    to: subscription.email,
    template: "truestock-back-in-stock",
    subject,
    text,
    data: { ...told(subscription), subject, text, unsubscribe_url: link },
    about: "return",
    ids: [id],
  }
}

const told = ({ product_id, variant_id, title, handle, token }: ClaimedSubscription) => ({
  ...{ product_id, variant_id, title, handle, token },
})

function withToken(address: string, token: string): string {
  const url = new URL(address)
  url.searchParams.set("token", token)
  return url.toString()
}
