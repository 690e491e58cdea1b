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
const MOST_LANES = 2

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
 * draining  takes batches, two side by side while they are full. About once a second it first queues what has
 *           become due and settles the queue. A failed batch is retried after a growing pause (the database may
 *           be away); from the third failure in a row on, changes are taken singly and the one that fails is
 *           deferred.
 * sending   when no change waits: delivers a batch of `availability.changed`, then looks for changes again.
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
  /** Batches taken side by side: a guess at how much is waiting, nothing depends on it. */
  private lanes = 1

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
      let worked = true
      while (worked && !this.stopping) {
        await this.housekeeping()
        // Events only when no change waits, a batch at a time: the listing comes first.
        worked = (await this.step()) > 0 || (await this.send()) > 0
      }
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
      return this.drainLanes()
    }
    const error = await drainOneOrDefer(connection, options)
    if (error) {
      logger.error(`Availability refresh put a change back for later: ${messageOf(error)}`)
    }
    return countWaiting(connection)
  }

  /**
   * One batch, or two side by side while full batches say that there is more: one decides or waits for its turn in
   * the database while the other is written. They are as independent as two processes. Both end before this does.
   */
  private async drainLanes(): Promise<number> {
    const { connection, options } = this.deps
    const batches = await Promise.allSettled(
      Array.from({ length: this.lanes }, () => drainBatch(connection, options, options.batch_size))
    )
    const failed = batches.find((batch) => batch.status === "rejected")
    if (failed) {
      throw failed.reason
    }
    const taken = batches.map((batch) => (batch.status === "fulfilled" ? batch.value : 0))
    this.lanes = Math.max(...taken) === options.batch_size ? MOST_LANES : 1
    return taken.reduce((sum, n) => sum + n, 0)
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
