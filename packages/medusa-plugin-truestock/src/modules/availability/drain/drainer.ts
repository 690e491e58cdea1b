import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import type { TruestockOptions } from "../../../options"
import { countWaiting } from "../sql/count-waiting"
import { enqueueDue } from "../sql/enqueue-due"
import { settleQueue } from "../sql/settle-queue"
import { Alarm } from "./alarm"
import { drainBatch, drainOneOrDefer } from "./drain-batch"
import { sendChanges } from "./send-changes"

const HOUSEKEEPING_MS = 1_000
const FAILURES_BEFORE_SINGLE_STEPS = 3
const LONGEST_PAUSE_MS = 10_000

type Dependencies = {
  connection: Knex
  eventBus: IEventBusModuleService
  logger: Logger
  options: TruestockOptions
}

/**
 * Keeps the read model true, in a loop:
 *
 *   waiting --(poll interval, or a nudge)--> draining --(queue empty)--> sending --> waiting
 *
 * draining  takes batches until the queue is empty. About once a second it first queues what has become due and
 *           settles the queue. A failed batch is retried after a growing pause (the database may be away); from
 *           the third failure in a row on, changes are taken singly and the one that fails is deferred.
 * sending   delivers `availability.changed` for what the batches recorded.
 *
 * Everything that counts is in the database. A process holds only its timer, so any number of them may run this
 * loop, and any of them may be killed at any time.
 */
export class Drainer {
  private running: Promise<void> | null = null
  private stopping = false
  private readonly alarm = new Alarm()
  private failures = 0
  private lastHousekeeping = 0

  constructor(private readonly deps: Dependencies) {}

  start(): void {
    if (this.running === null) {
      this.stopping = false
      this.running = this.loop()
    }
  }

  /** Ends the loop after the batch in hand. */
  async stop(): Promise<void> {
    this.stopping = true
    this.alarm.ring()
    await this.running
    this.running = null
  }

  /** "Something was just committed": look now instead of at the next poll. Lossy on purpose. */
  nudge(): void {
    this.alarm.ring()
  }

  /** Works until nothing is waiting, here or in another process, and everything is sent. For scripts and tests. */
  async drainAll(): Promise<number> {
    const { connection, options } = this.deps
    let taken = 0
    await enqueueDue(connection, options.batch_size)
    for (;;) {
      const batch = await drainBatch(connection, options, options.batch_size)
      taken += batch
      if (batch > 0) continue
      if ((await countWaiting(connection)) === 0) break
      await pause(20)
    }
    while ((await this.send()) > 0);
    return taken
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      await this.alarm.wait(await this.turn())
    }
  }

  /** One turn of the loop; answers how long to wait before the next. */
  private async turn(): Promise<number> {
    const { logger, options } = this.deps
    try {
      await this.housekeeping()
      while (!this.stopping && (await this.step()) > 0);
      while (!this.stopping && (await this.send()) > 0);
      this.failures = 0
      return options.poll_interval_ms
    } catch (error) {
      this.failures++
      const pauseMs = Math.min(LONGEST_PAUSE_MS, options.poll_interval_ms * 2 ** this.failures)
      if (!this.stopping) {
        logger.warn(`Availability refresh failed, trying again in ${pauseMs} ms: ${messageOf(error)}`)
      }
      return pauseMs
    }
  }

  private async step(): Promise<number> {
    const { connection, options, logger } = this.deps
    if (this.failures < FAILURES_BEFORE_SINGLE_STEPS) {
      return drainBatch(connection, options, options.batch_size)
    }
    const error = await drainOneOrDefer(connection, options)
    if (error) {
      logger.error(`Availability refresh put a change back for later: ${messageOf(error)}`)
    }
    return countWaiting(connection)
  }

  private send(): Promise<number> {
    return sendChanges(this.deps.connection, this.deps.eventBus, this.deps.logger)
  }

  private async housekeeping(): Promise<void> {
    if (Date.now() - this.lastHousekeeping < HOUSEKEEPING_MS) {
      return
    }
    this.lastHousekeeping = Date.now()
    await enqueueDue(this.deps.connection, this.deps.options.batch_size)
    await settleQueue(this.deps.connection)
  }
}

/** The database's own words: knex puts the whole statement before them. */
function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split(" - ").at(-1) ?? error.message) : String(error)
}
