import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Chore } from "../../background/chore"
import { Loop } from "../../background/loop"
import { newId } from "../../database/new-id"
import { quoted, TruestockError } from "../../errors"
import { isStorableJson } from "../../storable-text"
import type { Adjusted, AdjustmentInput, AdjustmentOptions, FailedAdjustment } from "./adjustment"
import { parseAdjustments } from "./adjustment-input"
import { adjustInventory } from "./adjust-inventory"
import { sendFilledBackorders } from "./backorders/send-filled-backorders"
import type { CartHold } from "./cart-hold"
import { keepGuardAttached } from "./guard/keep-attached"
import { exchangeLocation } from "./locations/exchange-location"
import type { Location, LocationProfile } from "./locations/location"
import type { InventoryItem, InventoryItemInput, InventoryLevel, InventoryLevelInput } from "./items/item"
import { Costs } from "./costs/costs"
import { Items } from "./items/items"
import { lockLiveService } from "./lock-first/live-service"
import { matchMovements } from "./match-movements"
import { GUARD_MODES, type GuardMode, type MovementReference } from "./movement"
import { type Asking, performOperation } from "./perform-operation"
import { Stockroom } from "./stockroom/stockroom"
import { makeRepair, type Repair, type RepairOutcome } from "./repairs"
import { openLedger } from "./repairs/open-ledger"
import { keepSnapshots } from "./reports/keep-snapshots"
import { type Recalculation, recalculate, type RecalculationStep } from "./repairs/recalculate"
import type { Reservation, ReservationInput } from "./reservation"
import { parseConfirmation, parseExtension, parseRelease, parseReservations } from "./reservation-input"
import { settleOrderedHolds } from "./settle-ordered-holds"
import { sendTogether } from "./send-together"
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
export default class InventoryManagementModuleService extends Stockroom {
  private readonly logger: Logger
  private readonly background: Loop
  private readonly workerMode: string
  private readonly sendReservations = sendTogether(this.connection)
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

  /**
   * Promises units: with an expiry a hold, which ends by itself, else a reservation of core's. Several lines are one
   * decision: all of them or none, lines of one level added up.
   *
   * @throws insufficient_inventory, inactive_location, unknown_level, invalid_quantity, invalid_expiry,
   *   invalid_reservation, too_many_rows, invalid_key, key_in_use, key_reused
   */
  async createReservation(line: ReservationInput, asking?: Asking): Promise<Reservation>
  async createReservation(lines: ReservationInput[], asking?: Asking): Promise<Reservation[]>
  async createReservation(given: ReservationInput | ReservationInput[], asking?: Asking) {
    const asked = {
      lines: parseReservations(Array.isArray(given) ? given : [given], this.options.allow_fractions),
    }
    const input = { lines: asked.lines.map((line) => ({ id: newId("resitem"), ...line })) }
    const send = this.sendReservations(input.lines)
    const { answer } = await performOperation<Reservation[]>(
      this.connection,
      "reserve",
      { input, asked, send },
      asking
    )
    return Array.isArray(given) ? answer : answer[0]!
  }

  /**
   * Makes a hold firm: under the same id it is a reservation of core's from now on; of a smaller quantity the rest is
   * free. With `consume` its units leave the stock instead, as at fulfilment; so may those of a reservation of core's.
   *
   * @throws reservation_not_found, reservation_not_held, reservation_ended, reservation_expired, invalid_quantity,
   *   insufficient_inventory where the stock has fallen below it, ...
   */
  async confirmReservation(
    id: string,
    how: { quantity?: number | null; consume?: boolean; line_item_id?: string | null } = {},
    asking?: Asking
  ): Promise<Reservation> {
    const input = parseConfirmation({ id, ...how }, this.options.allow_fractions)
    return (await performOperation<Reservation>(this.connection, "confirm", { input }, asking)).answer
  }

  /**
   * Gives the units of a hold, or of a reservation of core's, back.
   *
   * @throws reservation_not_found, reservation_ended (confirmed ones too), reservation_expired
   */
  async releaseReservation(id: string, asking?: Asking): Promise<Reservation> {
    return (
      await performOperation<Reservation>(this.connection, "release", { input: parseRelease({ id }) }, asking)
    ).answer
  }

  /**
   * Lets a hold last longer, never shorter, and not beyond its latest time.
   *
   * @throws reservation_not_found, reservation_not_held, reservation_ended, reservation_expired, invalid_expiry
   */
  async extendReservation(
    id: string,
    until: { ttl_seconds?: number; expires_at?: Date | string },
    asking?: Asking
  ): Promise<Reservation> {
    const input = parseExtension({ id, ...until })
    return (await performOperation<Reservation>(this.connection, "extend", { input }, asking)).answer
  }

  /**
   * Holds what a cart needs of managed stock, all of it or nothing, for the time of the option `hold`. Asked again, it
   * lasts longer, follows the cart's lines, and never outlasts `most_seconds` from its first moment. null = the cart
   * needs nothing that can be held.
   *
   * @throws insufficient_inventory, cart_not_found, cart_completed, too_many_holds, key_in_use, key_reused
   */
  async holdCart(cart_id: string, publishable_key: string | null, asking?: Asking): Promise<CartHold | null> {
    if (!isStorableJson(cart_id))
      throw new TruestockError("cart_not_found", `There is no cart ${quoted(cart_id)}.`)
    const { on_payment_session: _, ...limits } = this.options.hold
    const asked = { cart_id, publishable_key, ...limits }
    const input = { ...asked, token: randomUUID() }
    return (await performOperation<CartHold | null>(this.connection, "hold_cart", { input, asked }, asking))
      .answer
  }

  /** Gives back what a cart holds. Answers how many holds that were. */
  async releaseCartHold(cart_id: string, asking?: Asking): Promise<number> {
    if (!isStorableJson(cart_id)) return 0
    const request = { input: { cart_id } }
    return (await performOperation<{ released: number }>(this.connection, "release_cart", request, asking))
      .answer.released
  }

  /** A sign of life of a cart: what it holds lasts longer, within its limits. Answers how many holds do. */
  async extendCartHold(cart_id: string): Promise<number> {
    const request = { input: { cart_id, ttl_seconds: this.options.hold.ttl_seconds } }
    return (await performOperation<{ extended: number }>(this.connection, "extend_cart", request)).answer
      .extended
  }

  /**
   * Adds to what is stocked, or takes from it, with a reason: one row or up to 10,000, in one transaction.
   *
   * @throws insufficient_inventory (below what is promised), negative_stock, stale_quantity, unknown_level,
   *   invalid_quantity, invalid_adjustment, duplicate_row, too_many_rows, invalid_key, key_in_use, key_reused;
   *   with `on_error: "skip"` the first four are reported row by row instead
   */
  async adjustInventory(
    rows: AdjustmentInput[],
    options: AdjustmentOptions = {},
    asking?: Asking
  ): Promise<{ adjusted: Adjusted[]; failed: FailedAdjustment[] }> {
    const input = parseAdjustments(rows, options, this.options.allow_fractions)
    return adjustInventory(this.connection, input, asking)
  }

  /**
   * Says of a stock location what Medusa does not know: code, kind, whether it sells, and whose backup it is. What is
   * left out stays.
   *
   * @throws location_not_found, duplicate_location_code, invalid_backup, invalid_location
   */
  async setLocation(location_id: string, change: Partial<LocationProfile>): Promise<Location> {
    return (await this.exchangeLocation(location_id, change)).location
  }

  /** The same, for who may have to take it back: `previous` is what the changed fields said before. @throws as setLocation */
  async exchangeLocation(
    location_id: string,
    change: Partial<LocationProfile>,
    asking?: Asking
  ): Promise<{ location: Location; previous: Partial<LocationProfile> }> {
    const { previous } = await exchangeLocation(this.connection, location_id, change, asking)
    return { location: await this.retrieveLocation(location_id), previous }
  }

  /** Inventory items and levels: made, taken back, and kept as their variants are. */
  get items(): Items {
    return new Items(this.connection, this.options)
  }

  /**
   * Makes an inventory item of Medusa's, with a variant that variant's; without levels.
   *
   * @throws duplicate_sku, variant_not_found, variant_has_item, invalid_item, invalid_key, key_in_use, key_reused
   */
  async createInventoryItem(input: InventoryItemInput, asking?: Asking): Promise<InventoryItem> {
    return this.items.create(input, asking)
  }

  /**
   * Makes an item's level at a location, with its opening stock, which the ledger keeps with its reason.
   *
   * @throws duplicate_level, item_not_found, unknown_location, invalid_quantity, invalid_level, invalid_key, key_in_use,
   *   key_reused
   */
  async createInventoryLevel(input: InventoryLevelInput, asking?: Asking): Promise<InventoryLevel> {
    return this.items.createLevel(input, asking)
  }

  /** What items cost, said by hand. */
  get costs(): Costs {
    return new Costs(this.connection)
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
