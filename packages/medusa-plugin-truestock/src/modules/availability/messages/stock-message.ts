/** Emitted with messages that are to be sent, by whichever process takes it: `{ messages: StockMessage[] }`. */
export const STOCK_MESSAGES = "truestock.stock_messages"

/** The channel of Medusa's Notification Module that messages go through. */
export const MESSAGE_CHANNEL = "email"

/** What a notification provider renders by; without a template of its own it has subject and text. */
export type MessageTemplate =
  | "truestock-low-stock"
  | "truestock-stock-digest"
  | "truestock-confirm-subscription"
  | "truestock-back-in-stock"

export type StockMessage = {
  /** The idempotency key of the notification: the same message, tried again, has the same. */
  id: string
  to: string
  template: MessageTemplate
  subject: string
  text: string
  data: Record<string, unknown>
  /** What is told by it, so that it is told once. */
  about: "alerts" | "confirmation" | "return"
  ids: string[]
}
