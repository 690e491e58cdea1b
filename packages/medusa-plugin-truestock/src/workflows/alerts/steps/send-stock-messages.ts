import type { INotificationModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { messageOf } from "../../../background/chore"
import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type StockMessage,
} from "../../../modules/availability"
import { notifyOnce } from "./notify-once"

export const sendStockMessagesStepId = "send-stock-messages"

export type SendStockMessagesInput = { messages: StockMessage[] }

/**
 * One after the other, each settled as soon as its provider has taken it; one that fails keeps none of the others from
 * being sent. There is nothing to compensate: a message that is out cannot be called back.
 */
export const sendStockMessagesStep = createStep(
  sendStockMessagesStepId,
  async ({ messages }: SendStockMessagesInput, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    const notifications = container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    let sent = 0
    for (const message of messages) {
      try {
        await notifyOnce(notifications, message)
      } catch (error) {
        // The first line: the rest may be the whole notification, with its address.
        const [why] = messageOf(error).split("\n")
        logger.warn(`Stock message ${message.id} could not be sent, trying again later: ${why}`)
        await availability.settleMessage(message, "failed")
        continue
      }
      await availability.settleMessage(message, "sent")
      sent++
    }
    return new StepResponse({ sent, failed: messages.length - sent })
  }
)
