import type { INotificationModuleService } from "@medusajs/framework/types"
import { NotificationStatus } from "@medusajs/framework/utils"
import { MESSAGE_CHANNEL, type StockMessage } from "../../../modules/availability/messages/stock-message"

type Deleting = INotificationModuleService & { deleteNotifications(ids: string[]): Promise<void> }

/**
 * Sends a message unless one with its id is out already.
 *
 * Medusa keeps an idempotency key as soon as it begins to send and passes over every later one: also over what a
 * process that died has left `pending`. One that failed it sends again, but keeps as failed and complains of. Whoever
 * claimed the message is alone with it, so what is left of an attempt that did not end well makes room for this one.
 */
export async function notifyOnce(
  notifications: INotificationModuleService,
  { id, to, template, subject, text, data }: StockMessage
): Promise<void> {
  const before = await notifications.listNotifications({ idempotency_key: id } as never)
  if (before.some(({ status }) => status === NotificationStatus.SUCCESS)) return
  if (before.length > 0) {
    await (notifications as Deleting).deleteNotifications(before.map((attempt) => attempt.id))
  }
  await notifications.createNotifications({
    ...{ to, channel: MESSAGE_CHANNEL, template, data, idempotency_key: id },
    content: { subject, text },
    trigger_type: "truestock",
  })
}
