import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { STOCK_MESSAGES, type StockMessage } from "../modules/availability"
import { sendStockMessagesWorkflow } from "../workflows/alerts/send-stock-messages"

/**
 * Sends what the availability module has handed out: "Low Stock Alert", digests, and what shoppers wait for. An event
 * that is lost, or told twice, harms nothing: the messages are claimed again, and each is sent under its own id.
 */
export default async function sendStockMessages({
  event,
  container,
}: SubscriberArgs<{ messages: StockMessage[] }>): Promise<void> {
  await sendStockMessagesWorkflow(container).run({ input: { messages: event.data.messages } })
}

export const config: SubscriberConfig = {
  event: STOCK_MESSAGES,
  context: { subscriberId: "truestock-send-stock-messages" },
}
