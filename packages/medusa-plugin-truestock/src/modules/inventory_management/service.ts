import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Chore } from "../../background/chore"
import { Loop } from "../../background/loop"
import { quoted, TruestockError } from "../../errors"
import { sendFilledBackorders } from "./backorders/send-filled-backorders"
import { keepGuardAttached } from "./guard/keep-attached"
import { lockLiveService } from "./lock-first/live-service"
import { matchMovements } from "./match-movements"
import { GUARD_MODES, type GuardMode, type MovementReference } from "./movement"
import { makeRepair, type Repair, type RepairOutcome } from "./repairs"
import { openLedger } from "./repairs/open-ledger"
import { keepSnapshots } from "./reports/keep-snapshots"
import { type Recalculation, recalculate, type RecalculationStep } from "./repairs/recalculate"
import { ReservationService } from "./reservations/reservation-service"
import { settleOrderedHolds } from "./settle-ordered-holds"
import { sendShortfalls } from "./send-shortfalls"
import { InventorySetup } from "./setup/inventory-setup"
import { addReferences } from "./sql/add-references"
import { allocateBackorders } from "./sql/allocate-backorders"
import { forgetKeys } from "./sql/forget-keys"
import { forgetObservations } from "./sql/forget-observations"
import { writeGuardMode } from "./sql/guard-mode"
import { endOrphanedHolds, type StrayHolds } from "./sql/stray-holds"
import { tidyHolds } from "./sql/tidy-holds"

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
 * guard and ledger work in the database, whoever writes. Here is what changes something; what can be asked is in
 * reader.ts.
 */
export default class InventoryManagementModuleService extends ReservationService {
  private readonly logger: Logger
  private readonly background: Loop
  private readonly workerMode: string
  /** Setting a shop up: what there is, and what is missing. */
  readonly setup = new InventorySetup(this.connection, this.options.allow_fractions)

  constructor(dependencies: Dependencies, options: unknown, declaration?: InternalModuleDeclaration) {
    super(dependencies, options)
    this.logger = dependencies[ContainerRegistrationKeys.LOGGER]
    this.workerMode = declaration?.worker_mode ?? "shared"
    const eventBus = dependencies[Modules.EVENT_BUS]
    const { connection, logger, options: parsed } = this
    const chore = (what: string, everyMs: number, work: () => Promise<unknown>) =>
      new Chore(what, everyMs, work, logger)
    const chores = [
      chore("report shortfalls", 1_000, () => sendShortfalls(connection, eventBus, logger)),
      chore("allocate backorders", 1_000, () => allocateBackorders(connection)),
      chore("report filled backorders", 1_000, () => sendFilledBackorders(connection, eventBus)),
      chore("keep the guard attached", 60_000, () => keepGuardAttached(connection, parsed, logger)),
      chore("tidy expired holds", 10_000, () => tidyHolds(connection)),
      chore("settle what orders have left of holds", 10_000, () => settleOrderedHolds(connection)),
      chore("keep snapshots of the ledger", 60_000, () => keepSnapshots(connection, undefined, 1)),
      chore("forget old keys", 3_600_000, () => forgetKeys(connection)),
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

  /** Ends holds that have expired, whose cart is gone, or that an order has left. Answers how many. */
  async endStrayHolds(): Promise<StrayHolds> {
    const expired = await this.tidyHolds()
    const ordered = await this.settleOrderedHolds()
    return { expired, ordered, orphaned: await endOrphanedHolds(this.connection) }
  }

  /**
   * What orders have left of their carts' holds, as when a server dies between an order and its reservation: confirmed
   * for a line that never got its units, else released. The module does so by itself, two minutes after the order.
   * Answers how many.
   */
  async settleOrderedHolds(): Promise<number> {
    return settleOrderedHolds(this.connection)
  }

  /** Marks holds that have expired as such. The module does so by itself; nothing depends on it. Answers how many. */
  async tidyHolds(): Promise<number> {
    return tidyHolds(this.connection)
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

  /** Makes a planned repair, unless what is wrong has changed since it was planned. */
  async makeRepair(repair: Repair): Promise<RepairOutcome> {
    return makeRepair(this.connection, repair)
  }

  /** Opens the books of levels that have none, batch by batch; yields how many each batch opened. Can be stopped and run again. */
  openLedger(): AsyncGenerator<number> {
    return openLedger(this.connection)
  }

  /** Lists, or where `apply` makes, every repair that the stock needs; yields each with what became of it. */
  async *recalculate(recalculation: Recalculation): AsyncGenerator<RecalculationStep> {
    if (recalculation.apply) await this.assertAttached()
    yield* recalculate(this.connection, recalculation)
  }

  /** Writes the ledger snapshots that are due (see reports/keep-snapshots.ts). A worker does it by itself; answers how many. */
  async keepSnapshots(every_movements?: number): Promise<number> {
    return keepSnapshots(this.connection, every_movements)
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

  /** Without its triggers a repair would leave no movement. */
  private async assertAttached(): Promise<void> {
    const checks = await this.diagnose({ deep: false, examples: 3 })
    const wrong = checks.find(({ name, status }) => NEEDED_BY_REPAIRS.includes(name) && status === "error")
    if (wrong) throw new TruestockError("guard_not_attached", `Nothing was repaired. ${wrong.summary}`)
  }
}
