import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { TruestockOptions } from "../../../options"
import { isAnyoneDue } from "../back-in-stock/sql/is-anyone-due"
import { claimMessages } from "./claim-messages"
import { hasProvider } from "./sql/has-provider"
import { MESSAGE_CHANNEL, STOCK_MESSAGES, type StockMessage } from "./stock-message"

type Dependencies = {
  connection: Knex
  eventBus: IEventBusModuleService
  logger: Logger
  options: TruestockOptions
}

/**
 * Claims messages and hands them to the subscriber that sends them: a module does not see Medusa's Notification Module,
 * an application does. Where nobody can send, nothing is claimed, and that is said once in the life of a process.
 */
export class MessageHandout {
  private hasComplained = false

  constructor(private readonly deps: Dependencies) {}

  /** Answers how many messages were handed out. */
  async handOut(): Promise<number> {
    const { connection, eventBus, options } = this.deps
    if (!(await hasProvider(connection, MESSAGE_CHANNEL))) {
      if (!this.hasComplained && (options.alerts !== null || (await isAnyoneDue(connection)))) {
        this.complain(
          `no notification provider has the channel "${MESSAGE_CHANNEL}", so nobody is written to`
        )
      }
      return 0
    }
    const messages = await claimMessages(connection, options)
    if (messages.length > 0) {
      await eventBus.emit<{ messages: StockMessage[] }>([{ name: STOCK_MESSAGES, data: { messages } }], {})
    }
    return messages.length
  }

  /** To be called with how many alerts were told by events. */
  noteAlerts(told: number): void {
    if (told > 0 && this.deps.options.alerts === null) {
      this.complain("the option alerts.to is not set, so they are told by events alone")
    }
  }

  private complain(why: string): void {
    if (this.hasComplained) return
    this.hasComplained = true
    this.deps.logger.info(`Stock alerts: ${why}.`)
  }
}
