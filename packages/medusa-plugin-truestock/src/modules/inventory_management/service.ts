import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService, Modules } from "@medusajs/framework/utils"
import { Chore } from "../../background/chore"
import { Loop } from "../../background/loop"
import { quoted, TruestockError } from "../../errors"
import { type Check, type Examination, runChecks } from "../../health"
import { parseOptions } from "../../options"
import { STOCK_CHECKS } from "./checks"
import { keepGuardAttached } from "./guard/keep-attached"
import { inspectLiveService, lockLiveService } from "./lock-first/live-service"
import type { LockFirstState } from "./lock-first/lock-first"
import { matchMovements } from "./match-movements"
import InventoryLocation from "./models/inventory-location"
import InventoryShortfall from "./models/inventory-shortfall"
import { GUARD_MODES, type GuardMode, type MovementReference } from "./movement"
import { makeRepair, planRepairs, type Repair, type RepairKind, type RepairOutcome } from "./repairs"
import { openLedger } from "./repairs/open-ledger"
import { type Recalculation, recalculate, type RecalculationStep } from "./repairs/recalculate"
import { movementCursor } from "./movement-cursor"
import {
  assertFilters,
  type HistoryInput,
  MOST_MOVEMENTS,
  type PageInput,
  parseHistory,
  parsePage,
} from "./movement-input"
import { sendShortfalls } from "./send-shortfalls"
import { parseShortfalls } from "./shortfall-input"
import { addReferences } from "./sql/add-references"
import { forgetObservations } from "./sql/forget-observations"
import { readGuardMode, writeGuardMode } from "./sql/guard-mode"
import { countUnopenedLevels } from "./sql/unopened-levels"
import { listMovements, type Movement, type MovementFilters } from "./sql/list-movements"
import { listShortfalls, type Shortfall, type ShortfallQuestion } from "./sql/list-shortfalls"
import { readClock } from "./sql/read-clock"
import { type HistoryPoint, readHistory } from "./sql/read-history"

const LOOK_EVERY_MS = 500

/** The checks without which a repair could not be on the record. */
const NEEDED_BY_REPAIRS = ["guard_triggers", "core_columns"]

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

/**
 * The inventory_management module: what stands beside Medusa's own inventory tables. The quantities are Medusa's;
 * guard and ledger work in the database, whoever writes. Generated methods: `listInventoryLocations`,
 * `listInventoryShortfalls`, ...
 */
export default class InventoryManagementModuleService extends MedusaService({
  InventoryLocation,
  InventoryShortfall,
}) {
  private readonly connection: Knex
  private readonly logger: Logger
  private readonly background: Loop
  private readonly workerMode: string

  constructor(dependencies: Dependencies, options: unknown, declaration?: InternalModuleDeclaration) {
    // eslint-disable-next-line prefer-rest-params -- the generated base class takes whatever Medusa passes
    super(...arguments)
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = dependencies[ContainerRegistrationKeys.LOGGER]
    this.workerMode = declaration?.worker_mode ?? "shared"
    const parsed = parseOptions(options)
    const eventBus = dependencies[Modules.EVENT_BUS]
    const { connection, logger } = this
    const chore = (what: string, everyMs: number, work: () => Promise<unknown>) =>
      new Chore(what, everyMs, work, logger)
    const chores = [
      chore("report shortfalls", 1_000, () => sendShortfalls(connection, eventBus, logger)),
      chore("keep the guard attached", 60_000, () => keepGuardAttached(connection, parsed, logger)),
      chore("forget old observations", 3_600_000, () => forgetObservations(connection)),
    ]
    this.background = new Loop(async () => {
      for (const each of chores) await each.runIfTime()
      return LOOK_EVERY_MS
    })
  }

  /** Called by Medusa. */
  __hooks = {
    onApplicationStart: async () => {
      lockLiveService(this.logger)
      if (this.workerMode !== "server") this.background.start()
    },
    onApplicationPrepareShutdown: async () => this.background.stop(),
  }

  /** How each of core's inner inventory methods stands on the instance that this shop uses. */
  inspectLockFirst(): LockFirstState {
    return inspectLiveService()
  }

  /** What the guard does with a promise that is not covered. */
  async retrieveGuardMode(): Promise<GuardMode> {
    return readGuardMode(this.connection)
  }

  /**
   * Changes it for every process at once: `enforce` refuses, `observe` only records what it would refuse, `off` lets
   * core count reservations as it does without the plugin. The ledger is kept in each. Answers the mode before.
   *
   * @throws invalid_mode
   */
  async setGuardMode(mode: GuardMode): Promise<GuardMode> {
    if (!GUARD_MODES.includes(mode)) {
      throw new TruestockError("invalid_mode", `Mode ${quoted(mode)} is none of ${GUARD_MODES.join(", ")}.`)
    }
    return writeGuardMode(this.connection, mode)
  }

  /** Whether guard and ledger work, and, where deep, whether every quantity is what it must be. Changes nothing. */
  async diagnose(examination: Examination): Promise<Check[]> {
    const { connection } = this
    return runChecks(STOCK_CHECKS, { connection, lockFirstState: () => this.inspectLockFirst() }, examination)
  }

  /** The first `most` repairs of a kind that the stock needs now, and how many it needs. Changes nothing. */
  async planRepairs(kind: RepairKind, most: number): Promise<{ repairs: Repair[]; count: number }> {
    return planRepairs(this.connection, kind, most)
  }

  /** Makes a planned repair, unless what is wrong has changed since it was planned. */
  async makeRepair(repair: Repair): Promise<RepairOutcome> {
    return makeRepair(this.connection, repair)
  }

  /** How many levels have no books yet. */
  async countUnopenedLevels(): Promise<number> {
    return countUnopenedLevels(this.connection)
  }

  /** Opens them, batch by batch; yields how many each batch opened. Can be stopped and run again. */
  openLedger(): AsyncGenerator<number> {
    return openLedger(this.connection)
  }

  /** Lists, or where `apply` makes, every repair that the stock needs; yields each with what became of it. */
  async *recalculate(recalculation: Recalculation): AsyncGenerator<RecalculationStep> {
    if (recalculation.apply) await this.assertAttached()
    yield* recalculate(this.connection, recalculation)
  }

  /** Says what the movements of a piece of work belong to. Appends to what is known; nothing is ever changed. */
  async addMovementReferences(correlation_id: string, references: MovementReference[]): Promise<number> {
    return addReferences(this.connection, correlation_id, references)
  }

  /**
   * Finds the order of movements whose event was lost, through their order lines. For all of the ledger, or what came
   * after a movement; may be repeated, and ended at any time. Answers how many found their order.
   */
  async matchMovements({ after_id = "0" }: { after_id?: string } = {}): Promise<number> {
    return matchMovements(this.connection, after_id)
  }

  /**
   * One page of the ledger. A page can hold less than its limit and still have a next one: it looks through a
   * bounded part of the ledger, so that no filter makes it scan the whole. `next_cursor` null = there is no more.
   *
   * @throws invalid_date, invalid_order, invalid_limit, invalid_cursor, invalid_parameter
   */
  async listMovements(
    filters: MovementFilters = {},
    page: PageInput = {}
  ): Promise<{ movements: Movement[]; next_cursor: string | null }> {
    assertFilters(filters)
    const parsed = parsePage(page)
    const { movements, next } = await listMovements(this.connection, filters, parsed)
    return { movements, next_cursor: next && movementCursor(parsed.order, next) }
  }

  /**
   * All movements that match, read page by page as they are taken.
   *
   * @throws as listMovements, with the first movement
   */
  async *iterateMovements(
    filters: MovementFilters = {},
    order?: PageInput["order"]
  ): AsyncGenerator<Movement, void, undefined> {
    let cursor: string | null = null
    do {
      const page = await this.listMovements(filters, { order, limit: MOST_MOVEMENTS, cursor })
      yield* page.movements
      cursor = page.next_cursor
    } while (cursor)
  }

  /**
   * What an item held over time, in all or at one location: steps, the first at `from`, the last at `to`.
   * Default: the last 30 days, in at most 200 points.
   *
   * @throws invalid_date, invalid_parameter
   */
  async readHistory(asked: HistoryInput): Promise<{ from: Date; to: Date; points: HistoryPoint[] }> {
    const question = parseHistory(asked, await readClock(this.connection))
    return { from: question.from, to: question.to, points: await readHistory(this.connection, question) }
  }

  /**
   * Levels of which more is promised than they may give, newest first, with the exact count.
   *
   * @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter
   */
  async listShortfalls(
    asked: Partial<ShortfallQuestion> = {}
  ): Promise<{ shortfalls: Shortfall[]; count: number }> {
    return listShortfalls(this.connection, parseShortfalls(asked))
  }

  /** Without its triggers a repair would leave no movement. */
  private async assertAttached(): Promise<void> {
    const checks = await this.diagnose({ deep: false, examples: 3 })
    const wrong = checks.find(({ name, status }) => NEEDED_BY_REPAIRS.includes(name) && status === "error")
    if (wrong) throw new TruestockError("guard_not_attached", `Nothing was repaired. ${wrong.summary}`)
  }
}
