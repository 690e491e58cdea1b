import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { ContainerRegistrationKeys, MedusaService, Modules } from "@medusajs/framework/utils"
import { Chore } from "../../background/chore"
import { Worker } from "../../background/worker"
import { quoted, TruestockError } from "../../errors"
import { type Check, type Examination, runChecks } from "../../health"
import { parseOptions } from "../../options"
import { STOCK_CHECKS } from "./checks"
import { keepGuardAttached } from "./guard/keep-attached"
import { inspectLockFirst, lockFirst, type LockFirstState } from "./lock-first/lock-first"
import InventoryLocation from "./models/inventory-location"
import InventoryShortfall from "./models/inventory-shortfall"
import { GUARD_MODES, type GuardMode, type MovementReference } from "./movement"
import { makeRepair, planRepairs, type Repair, type RepairKind, type RepairOutcome } from "./repairs"
import { openLedger } from "./repairs/open-ledger"
import { type Recalculation, recalculate, type RecalculationStep } from "./repairs/recalculate"
import { sendShortfalls } from "./send-shortfalls"
import { addReferences } from "./sql/add-references"
import { readGuardMode, writeGuardMode } from "./sql/guard-mode"
import { matchMovements, type MatchedMovements } from "./sql/match-movements"
import { countUnopenedLevels } from "./sql/unopened-levels"

/** Movements that one statement looks at. */
const MATCH_BATCH_SIZE = 10_000

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
  private readonly worker: Worker
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
    this.worker = new Worker([
      new Chore("report shortfalls", 1_000, () => sendShortfalls(connection, eventBus, logger), logger),
      new Chore(
        "keep the guard attached",
        60_000,
        () => keepGuardAttached(connection, parsed, logger),
        logger
      ),
    ])
  }

  /** Called by Medusa. */
  __hooks = {
    onApplicationStart: async () => {
      this.lockFirst()
      if (this.workerMode !== "server") this.worker.start()
    },
    onApplicationPrepareShutdown: async () => this.worker.stop(),
  }

  /** How each of core's inner inventory methods stands on the instance that this shop uses. */
  inspectLockFirst(): LockFirstState {
    const inventory = MedusaModule.getModuleInstance(Modules.INVENTORY) as Record<string, object> | undefined
    return inventory?.[Modules.INVENTORY] ? inspectLockFirst(inventory[Modules.INVENTORY]) : {}
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
    let matched = 0
    for (let last: string | null = after_id; last !== null;) {
      const batch: MatchedMovements = await matchMovements(this.connection, last, MATCH_BATCH_SIZE)
      matched += batch.matched
      last = batch.last_id
    }
    return matched
  }

  /** Without its triggers a repair would leave no movement. */
  private async assertAttached(): Promise<void> {
    const checks = await this.diagnose({ deep: false, examples: 3 })
    const wrong = checks.find(({ name, status }) => NEEDED_BY_REPAIRS.includes(name) && status === "error")
    if (wrong) throw new TruestockError("guard_not_attached", `Nothing was repaired. ${wrong.summary}`)
  }

  /** The live instance, whatever the loader met: a shop may resolve an inventory service of its own. */
  private lockFirst(): void {
    const inventory = MedusaModule.getModuleInstance(Modules.INVENTORY) as Record<string, object> | undefined
    const service = inventory?.[Modules.INVENTORY]
    if (!service) return
    const state = lockFirst(Object.getPrototypeOf(service))
    const unknown = Object.keys(state).filter((name) => state[name] === "unknown_method")
    if (unknown.length > 0) {
      this.logger.error(
        `Truestock does not know this version of Medusa's inventory service (${unknown.join(", ")}): ` +
          "concurrent changes of stock may be refused by the database. `truestock doctor` says more."
      )
    }
  }
}
