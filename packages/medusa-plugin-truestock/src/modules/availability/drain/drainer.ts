import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { TruestockOptions } from "../../../options"
import { forgetAlerts } from "../alerts/sql/forget-alerts"
import { sendAlerts } from "../alerts/send-alerts"
import { forgetSubscriptions } from "../back-in-stock/sql/forget-subscriptions"
import { MessageHandout } from "../messages/hand-out-messages"
import { forgetRates } from "../sql/forget-rates"
import { keepFeedAttached } from "../feed/keep-attached"
import { countWaiting } from "../sql/count-waiting"
import { enqueueDue } from "../sql/enqueue-due"
import { settleQueue } from "../sql/settle-queue"
import { Chore, messageOf } from "../../../background/chore"
import { Loop } from "../../../background/loop"
import { drainBatch, drainOne } from "./drain-batch"
import { sendChanges } from "./send-changes"

const FAILURES_BEFORE_SMALLER_BATCHES = 3
const LONGEST_PAUSE_MS = 10_000
const MOST_LANES = 2
const BATCHES_BETWEEN_EVENTS = 10

type Dependencies = {
  connection: Knex
  eventBus: IEventBusModuleService
  logger: Logger
  options: TruestockOptions
}

/**
 * Keeps the read model true, in a loop:
 *
 *   waiting --(poll interval, or a nudge)--> draining <--> sending --(nothing left)--> waiting
 *
 * draining  takes batches, two side by side while they are full. A failed batch is tried again after a growing
 *           pause (the database may be away); from the third failure in a row on it is cut to a tenth each time,
 *           down to the one change that fails: that one is deferred, and the batches grow again.
 * sending   when no change waits, and after every tenth batch: delivers some `availability.changed` and alerts, then
 *           looks for changes again. The listing comes first, but a long sync does not silence the events.
 *
 * Beside that, chores at their own pace and with their own failures, which never hold up the draining: queue what
 * has become due, try what was deferred, settle the queue, hand out messages, see that the triggers are there.
 *
 * Everything that counts is in the database. A process holds only its timer, so any number of them may run this
 * loop, and any of them may be killed at any time.
 */
export class Drainer {
  private readonly loop = new Loop(() => this.turn())
  private failures = 0
  /** Batches taken side by side: a guess at how much is waiting, nothing depends on it. */
  private lanes = 1
  private readonly chores: Chore[]
  private readonly sending: Chore
  private readonly messages: MessageHandout

  constructor(private readonly deps: Dependencies) {
    const { connection, logger, options } = deps
    const chore = (what: string, everyMs: number, work: () => Promise<unknown>) =>
      new Chore(what, everyMs, work, logger)
    this.messages = new MessageHandout(deps)
    this.chores = [
      chore("look for what is due", 1_000, () => this.queueDue(() => this.loop.isStopping)),
      chore("try deferred changes", 1_000, () => this.tryDeferred(() => this.loop.isStopping)),
      chore("settle the queue", 1_000, () => settleQueue(connection)),
      chore("hand out messages", 1_000, () => this.messages.handOut()),
      chore("forget old alerts", 3_600_000, () => forgetAlerts(connection)),
      chore("forget spent subscriptions", 3_600_000, () => forgetSubscriptions(connection)),
      chore("forget old request rates", 600_000, () => forgetRates(connection)),
      chore("keep the change feed attached", 60_000, () => keepFeedAttached(connection, options, logger)),
    ]
    this.sending = chore("deliver events", 0, () => this.sendEvents())
  }

  start(): void {
    this.loop.start()
  }

  /** Ends the loop after the batch in hand. */
  async stop(): Promise<void> {
    await this.loop.stop()
  }

  /** "Something was just committed": look now instead of at the next poll. */
  nudge(): void {
    this.loop.nudge()
  }

  /** Works until nothing is waiting, here or in another process, and everything is sent. For scripts and tests. */
  async drainAll(): Promise<number> {
    const { connection, options } = this.deps
    let taken = 0
    do {
      await this.queueDue()
      let batch: number
      do {
        batch = await drainBatch(connection, options, options.batch_size)
        taken += batch
      } while (batch > 0)
      await this.tryDeferred()
      await pause(5)
    } while ((await countWaiting(connection)) > 0)
    while ((await this.sendEvents()) > 0);
    return taken
  }

  /** Some of what waits to be told; answers how much. */
  private async sendEvents(): Promise<number> {
    const { connection, eventBus, logger } = this.deps
    const changes = await sendChanges(connection, eventBus, logger)
    const alerts = await sendAlerts(connection, eventBus)
    this.messages.noteAlerts(alerts)
    return changes + alerts
  }

  /** One turn of the loop; answers how long to wait before the next. */
  private async turn(): Promise<number> {
    try {
      for (let batches = 1, taken = 1; taken > 0 && !this.loop.isStopping; batches++) {
        for (const chore of this.chores) await chore.runIfTime()
        taken = await this.step()
        if (batches % BATCHES_BETWEEN_EVENTS === 0) await this.sending.runIfTime()
      }
      this.failures = 0
    } catch (error) {
      return this.pauseAfter(error)
    }
    const sent = this.loop.isStopping ? 0 : await this.sending.runIfTime()
    return sent ? 0 : this.deps.options.poll_interval_ms
  }

  /** Takes a batch; answers how many changes it took. */
  private async step(): Promise<number> {
    const { connection, options, logger } = this.deps
    if (!this.isSingle()) {
      const taken = await this.drainLanes(this.batchSize())
      this.failures = Math.max(0, this.failures - 1)
      return taken
    }
    const { taken, error } = await drainOne(connection, options, "fresh")
    if (error) logger.error(`Availability refresh put a change back for later: ${messageOf(error)}`)
    this.failures = error ? 0 : this.failures - 1
    return taken
  }

  /** A tenth for every failure from the third on. */
  private batchSize(): number {
    const cuts = Math.max(0, this.failures - FAILURES_BEFORE_SMALLER_BATCHES + 1)
    return Math.max(1, Math.floor(this.deps.options.batch_size / 10 ** cuts))
  }

  private isSingle(): boolean {
    return this.failures >= FAILURES_BEFORE_SMALLER_BATCHES && this.batchSize() === 1
  }

  /**
   * One batch, or two side by side while full batches say that there is more: one decides or waits for its turn in
   * the database while the other is written. They are as independent as two processes. Both end before this does.
   */
  private async drainLanes(limit: number): Promise<number> {
    const { connection, options } = this.deps
    const batches = await Promise.allSettled(
      Array.from({ length: this.lanes }, () => drainBatch(connection, options, limit))
    )
    const failed = batches.find((batch) => batch.status === "rejected")
    if (failed) {
      this.lanes = 1
      throw failed.reason
    }
    const taken = batches.map((batch) => (batch.status === "fulfilled" ? batch.value : 0))
    this.lanes = Math.max(...taken) === options.batch_size ? MOST_LANES : 1
    return taken.reduce((sum, n) => sum + n, 0)
  }

  /** Short while batches are being cut; growing before, and when even a single change cannot be taken. */
  private pauseAfter(error: unknown): number {
    const { logger, options } = this.deps
    const wasSingle = this.isSingle()
    this.failures++
    const isCutting = this.failures >= FAILURES_BEFORE_SMALLER_BATCHES && !wasSingle
    const growth = isCutting ? 1 : 2 ** this.failures
    const pauseMs = Math.min(LONGEST_PAUSE_MS, options.poll_interval_ms * growth)
    if (!this.loop.isStopping) {
      logger.warn(`Availability refresh failed, trying again in ${pauseMs} ms: ${messageOf(error)}`)
    }
    return pauseMs
  }

  private async queueDue(isOver = () => false): Promise<void> {
    const { connection, options } = this.deps
    while ((await enqueueDue(connection, options.batch_size)) === options.batch_size && !isOver());
  }

  private async tryDeferred(isOver = () => false): Promise<void> {
    const { connection, options, logger } = this.deps
    for (let taken = 1; taken > 0 && !isOver();) {
      const tried = await drainOne(connection, options, "deferred")
      if (tried.error) logger.error(`Availability refresh deferred a change again: ${messageOf(tried.error)}`)
      taken = tried.taken
    }
  }
}
