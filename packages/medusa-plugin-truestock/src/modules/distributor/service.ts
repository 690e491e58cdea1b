import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  ICachingModuleService,
  IEventBusModuleService,
  InternalModuleDeclaration,
  Logger,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { currentActor } from "../../actor"
import { Chore } from "../../background/chore"
import { Loop } from "../../background/loop"
import { newId } from "../../database/new-id"
import { TruestockError } from "../../errors"
import { parseOptions } from "../../options"
import { askedAtOrder, checkOrder, type OrderCheck } from "./at-order/check-order"
import type { OrderLine } from "./at-order/order-line"
import { type Caching, TitleCaches } from "./caches/title-caches"
import { DistributorReader, type Source } from "./distributor-reader"
import { sendAllFlagged } from "./outbox/send-flagged"
import { doRun, underLease } from "./runs/do-run"
import { parseRun, type RunInput } from "./runs/run-input"
import type { Run, RunCounts } from "./runs/run"
import { changeRun } from "./runs/sql/change-run"
import { createRun } from "./runs/sql/create-run"
import { letThrough } from "./runs/sql/let-through"
import { nextRun, requestDueSync } from "./runs/sql/next-run"
import { stopRun } from "./runs/sql/stop-run"
import { aimRun } from "./sources/aim-run"
import { assertPlace } from "./sources/assert-place"
import { resetCircuit } from "./sources/sql/circuit"
import { putSourceLocation } from "./sources/sql/source-state"
import { Importer } from "./titles/importer"

/** Emitted for a run that needs the shop's workflows: `{ run_id, source_id, kind }`. A run is asked for until it is begun. */
export const DISTRIBUTOR_RUN_REQUESTED = "distributor.run_requested"

const LOOK_EVERY_MS = 1_000

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
  /** Only where the shop has it. */
  [Modules.CACHING]?: ICachingModuleService
}

export type Doing = {
  signal?: AbortSignal
  /** Called as the run goes on, with what has been counted so far. */
  on_progress?: (run: { phase: Run["phase"]; counts: Partial<RunCounts> }) => void
}

/**
 * The distributor module: what distributors offer, and how it reaches the shop's stock. Runs are noted in the database and
 * done by whoever takes their source's lease: a command, or a worker in the background.
 */
export default class DistributorModuleService extends DistributorReader {
  private readonly background: Loop
  private readonly workerMode: string
  /** Asked for when it is needed: modules are made in no order. */
  private readonly caching: () => Caching | undefined
  private readonly stopping = { controller: new AbortController() }

  constructor(dependencies: Dependencies, options: unknown, declaration?: InternalModuleDeclaration) {
    super(dependencies[ContainerRegistrationKeys.PG_CONNECTION], parseOptions(options))
    this.workerMode = declaration?.worker_mode ?? "shared"
    this.caching = () => dependencies[Modules.CACHING]
    const logger = dependencies[ContainerRegistrationKeys.LOGGER]
    const eventBus = dependencies[Modules.EVENT_BUS]
    const chores = [
      new Chore("ask for due syncs", 10_000, () => this.requestDueSyncs(), logger),
      new Chore("tell of changed titles", 1_000, () => this.tell(eventBus), logger),
      new Chore("do waiting runs", 1_000, () => this.doNextRun(eventBus), logger),
    ]
    this.background = new Loop(async () => {
      for (const each of chores) await each.runIfTime()
      return LOOK_EVERY_MS
    })
  }

  /** Called by Medusa. A shop without distributors has nothing to do in the background. */
  __hooks = {
    onApplicationStart: async () => {
      this.stopping.controller = new AbortController()
      if (this.workerMode !== "server" && this.options.distributors.length > 0) this.background.start()
    },
    onApplicationPrepareShutdown: async () => {
      this.stopping.controller.abort(new Error("The process is shutting down."))
      await this.background.stop()
    },
  }

  /**
   * Notes that a run is wanted; a worker does it within a second or two.
   *
   * @throws source_not_found, source_not_set_up, unknown_search, target_required, invalid_isbn, invalid_limit
   */
  async requestRun(input: RunInput): Promise<Run> {
    const source = this.sourceOf(input.source_id)
    const asked = parseRun(input, source)
    const { location_id } = (await this.listSources()).find(({ id }) => id === source.id)!
    if (location_id === null && ["sync", "import", "settle"].includes(asked.kind)) {
      throw new TruestockError(
        "source_not_set_up",
        `Distributor ${source.id} has no stock location yet. Run: truestock setup-distributor ${source.id}`
      )
    }
    const id = newId("drun")
    const actor = currentActor()
    await createRun(this.connection, {
      ...{ id, source_id: source.id, actor_id: actor?.id ?? null, actor_type: actor?.type ?? null },
      ...asked,
    })
    return this.retrieveRun(id)
  }

  /**
   * Does a run, or goes on with one whose process has died. Ends as `done`, `guarded`, `stopped` or `failed`; the error of a
   * failed one is in its record, and thrown.
   *
   * @throws run_not_found, run_in_progress, run_lost, and what its feed throws (FeedError)
   */
  async doRun(id: string, doing: Doing = {}): Promise<Run> {
    const run = await this.retrieveRun(id)
    const { connection, options, caching } = this
    await doRun(run, { connection, options, caching, source: this.sourceOf(run.source_id), ...doing })
    return this.retrieveRun(id)
  }

  /**
   * Does some work of a run that needs the shop's workflows, under the source's lease.
   *
   * @throws run_not_found, run_in_progress, run_lost, run_state, and what the work throws
   */
  async underLease<Result>(
    run: Run,
    doing: Doing,
    work: (beat: (counts?: Partial<RunCounts>) => Promise<void>) => Promise<Result>
  ): Promise<Result> {
    const source = this.sourceOf(run.source_id)
    return underLease(run, { connection: this.connection, source, ...doing }, (beat) =>
      work((counts = {}) => beat(counts))
    )
  }

  /** Records that a run has come to its end. */
  async endRun(id: string, counts: Partial<RunCounts>): Promise<Run> {
    await changeRun(this.connection, id, { status: "done", counts })
    return this.retrieveRun(id)
  }

  /** What an import does to the queue. @throws source_location_lost, unknown_search, FeedError (the list of its saved search) */
  async importerOf(run: Run, signal?: AbortSignal): Promise<Importer> {
    const { connection, options } = this
    const source = this.sourceOf(run.source_id)
    if (!run.is_dry_run) await assertPlace(connection, source)
    await aimRun(run, { connection, source, signal })
    return new Importer(connection, options, source, run, new TitleCaches(connection, run, this.caching))
  }

  /**
   * Lets a run that a guard has stopped apply what it has staged. `reason`: why a person thinks that it is right.
   *
   * @throws run_not_found, run_not_guarded
   */
  async overrideGuards(id: string, reason: string): Promise<Run> {
    const run = await this.retrieveRun(id)
    const actor_id = currentActor()?.id ?? null
    if (!(await letThrough(this.connection, { id, reason, actor_id }))) {
      throw new TruestockError(
        "run_not_guarded",
        run.status === "guarded"
          ? `Run ${id} is older than what has been applied since. Sync again.`
          : `Run ${id} is ${run.status}: only one that a guard has stopped can be let through.`
      )
    }
    return this.retrieveRun(id)
  }

  /** @throws run_not_found, run_state */
  async stopRun(id: string): Promise<Run> {
    const run = await this.retrieveRun(id)
    if (!(await stopRun(this.connection, id))) {
      throw new TruestockError("run_state", `Run ${id} is ${run.status} already.`)
    }
    return this.retrieveRun(id)
  }

  /** Whether any source is to be asked before an order is made. */
  get asksAtOrder(): boolean {
    return askedAtOrder(this.options).length > 0
  }

  /** Asks the sources for what a cart's order would be promised there, each within its time limit. */
  async checkOrder(order: { cart_id: string; lines: OrderLine[] }): Promise<OrderCheck> {
    const { connection, options } = this
    return checkOrder({ connection, options }, order)
  }

  /**
   * A site that has refused may be asked again before its hour is over. `reason`: why a person thinks so.
   *
   * @throws source_not_found
   */
  async resetCircuit(source_id: string, reason: string): Promise<Source> {
    const { id } = this.sourceOf(source_id)
    await resetCircuit(this.connection, { source_id: id, reason, actor_id: currentActor()?.id ?? null })
    return (await this.listSources()).find((source) => source.id === id)!
  }

  /** Where the stock of a source lies. @throws source_not_found */
  async setLocation(source_id: string, location_id: string): Promise<void> {
    await putSourceLocation(this.connection, this.sourceOf(source_id).id, location_id)
  }

  private tell(eventBus: IEventBusModuleService): Promise<void> {
    return sendAllFlagged(this.connection, eventBus, () => this.background.isStopping)
  }

  private async requestDueSyncs(): Promise<void> {
    for (const source of this.options.distributors) {
      const { id: source_id, sync_every_seconds: every_seconds } = source
      if (every_seconds === null) continue
      const { target } = parseRun({ source_id, kind: "sync" }, source)
      await requestDueSync(this.connection, { id: newId("drun"), source_id, every_seconds, target })
    }
  }

  /** What needs no workflow is done here; the rest is asked for, again and again until somebody begins it. */
  private async doNextRun(eventBus: IEventBusModuleService): Promise<void> {
    const sources = this.options.distributors.map(({ id }) => id)
    const run = await nextRun(this.connection, sources, ["sync", "settle", "discover", "enrich", "import"])
    if (!run) return
    if (run.kind === "import") {
      const { id: run_id, source_id, kind } = run
      await eventBus.emit({ name: DISTRIBUTOR_RUN_REQUESTED, data: { run_id, source_id, kind } }, {})
      return
    }
    await this.doRun(run.id, { signal: this.stopping.controller.signal }).catch((error: unknown) => {
      // Somebody was quicker, or stopped it; everything else is in the run's record.
      const { code = "" } = error as { code?: string }
      if (!["run_in_progress", "run_lost", "run_state"].includes(code)) throw error
    })
  }
}
