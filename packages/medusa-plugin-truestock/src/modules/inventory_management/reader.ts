import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { type Check, type Examination, runChecks } from "../../health"
import { quoted, TruestockError } from "../../errors"
import { parseOptions, type TruestockOptions } from "../../options"
import { isStorable } from "../../storable-text"
import type { CartHold } from "./cart-hold"
import { STOCK_CHECKS } from "./checks"
import { noSuchLocation } from "./locations/exchange-location"
import type { Location, LocationFilters, LocationPage } from "./locations/location"
import { parseLocationQuestion } from "./locations/location-input"
import { listLocations } from "./locations/sql/list-locations"
import { inspectLiveService } from "./lock-first/live-service"
import { parseHolds } from "./hold-input"
import { parseInventory, parseStockQuestion } from "./inventory-input"
import type { LockFirstState } from "./lock-first/lock-first"
import InventoryLocation from "./models/inventory-location"
import InventoryShortfall from "./models/inventory-shortfall"
import type { GuardMode } from "./movement"
import { movementCursor } from "./movement-cursor"
import {
  assertFilters,
  assertStorable,
  type HistoryInput,
  MOST_MOVEMENTS,
  type PageInput,
  parseHistory,
  parsePage,
} from "./movement-input"
import { planRepairs, type Repair, type RepairKind } from "./repairs"
import { reportByGroup, reportByName } from "./reports/read-report"
import type { GroupInput, Report, ReportInput } from "./reports/report"
import { parseShortfalls } from "./shortfall-input"
import { findStockedItems, type NamedStock } from "./sql/find-stocked-items"
import { readGuardMode } from "./sql/guard-mode"
import { type Hold, type HoldQuestion, listHolds } from "./sql/list-holds"
import { type InventoryQuestion, listInventory, type StockedItem } from "./sql/list-inventory"
import { listMovements, type Movement, type MovementFilters } from "./sql/list-movements"
import { listShortfalls, type Shortfall, type ShortfallQuestion } from "./sql/list-shortfalls"
import { readAvailableQuantity } from "./sql/read-available-quantity"
import { readCartHold } from "./sql/read-cart-hold"
import { readClock } from "./sql/read-clock"
import { readReservation } from "./sql/read-reservation"
import { type HistoryPoint, readHistory } from "./sql/read-history"
import { countStrayHolds, type StrayHolds } from "./sql/stray-holds"
import { countUnopenedLevels } from "./sql/unopened-levels"

/**
 * What the inventory_management module can be asked, beside the generated methods (`listInventoryLocations`,
 * `listInventoryShortfalls`, ...). Nothing here changes anything.
 */
export class InventoryReader extends MedusaService({ InventoryLocation, InventoryShortfall }) {
  protected readonly connection: Knex
  protected readonly options: TruestockOptions

  constructor(dependencies: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }, options: unknown) {
    // eslint-disable-next-line prefer-rest-params -- the generated base class takes whatever Medusa passes
    super(...arguments)
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.options = parseOptions(options)
  }

  /**
   * Units of an item that can be promised now: stocked - reserved - held, of all active locations, or of the active ones
   * among those named, each for itself not below zero. Without a level there are none.
   *
   * @throws invalid_parameter
   */
  async getAvailableQuantity(inventory_item_id: string, location_ids?: string[]): Promise<number> {
    assertStorable({ inventory_item_id, ...location_ids })
    return readAvailableQuantity(this.connection, inventory_item_id, location_ids ?? null)
  }

  /** Holds that have expired and are not marked so, or whose cart is gone. */
  async countStrayHolds(): Promise<StrayHolds> {
    return countStrayHolds(this.connection)
  }

  /** Whether a payment session makes its cart hold what it is about to pay for. */
  get holdsOnPaymentSession(): boolean {
    return this.options.hold.on_payment_session
  }

  /** What a cart holds; null = nothing, or no such cart. */
  async retrieveCartHold(cart_id: string): Promise<CartHold | null> {
    return isStorable(cart_id) ? readCartHold(this.connection, cart_id) : null
  }

  /**
   * Inventory items by SKU, each with its levels: stocked, reserved, held, and available = stocked - reserved - held,
   * below zero where more is promised than there is. The totals are sums of the levels answered. The count is exact.
   *
   * @throws invalid_limit, invalid_offset, invalid_parameter
   */
  async listInventory(
    asked: Partial<InventoryQuestion> = {}
  ): Promise<{ inventory_items: StockedItem[]; count: number }> {
    return listInventory(this.connection, parseInventory(asked))
  }

  /**
   * The stock of up to 10,000 items, named by their SKUs or by their ids, and whether the shop has parts of units. What
   * there is not is left out.
   *
   * @throws invalid_body, too_many_rows
   */
  async findStock(asked: {
    skus?: unknown
    inventory_item_ids?: unknown
  }): Promise<{ inventory_items: NamedStock[]; allow_fractions: boolean }> {
    const inventory_items = await findStockedItems(this.connection, parseStockQuestion(asked))
    return { inventory_items, allow_fractions: this.options.allow_fractions }
  }

  /**
   * Medusa's stock locations by name, each with its profile and address.
   *
   * @throws invalid_limit, invalid_offset, invalid_parameter
   */
  async listLocations(filters: LocationFilters = {}, page: LocationPage = {}): Promise<Location[]> {
    return (await this.listAndCountLocations(filters, page))[0]
  }

  /** The same with the exact count. @throws as listLocations */
  async listAndCountLocations(
    filters: LocationFilters = {},
    page: LocationPage = {}
  ): Promise<[locations: Location[], count: number]> {
    return listLocations(this.connection, parseLocationQuestion(filters, page))
  }

  /** One stock location of Medusa's, with its profile and address. @throws location_not_found */
  async retrieveLocation(location_id: string): Promise<Location> {
    const [found] = isStorable(location_id) ? await this.listLocations({ location_id }) : []
    if (!found) throw noSuchLocation(location_id)
    return found
  }

  /**
   * Promises that expire, or did, newest first, with the exact count. Default: those that hold now.
   *
   * @throws invalid_limit, invalid_offset, invalid_parameter
   */
  async listHolds(asked: Partial<HoldQuestion> = {}): Promise<{ holds: Hold[]; count: number; now: Date }> {
    return listHolds(this.connection, parseHolds(asked))
  }

  /** A hold in any state, or a live reservation of core's, as a confirmed one. @throws reservation_not_found */
  async retrieveReservation(id: string): Promise<Hold> {
    const found = isStorable(id) ? await readReservation(this.connection, id) : undefined
    if (!found) throw new TruestockError("reservation_not_found", `There is no reservation ${quoted(id)}.`)
    return found
  }

  /** How each of core's inner inventory methods stands on the instance that this shop uses. */
  inspectLockFirst(): LockFirstState {
    return inspectLiveService()
  }

  /** What the guard does with a promise that is not covered. */
  async retrieveGuardMode(): Promise<GuardMode> {
    return readGuardMode(this.connection)
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

  /** How many levels have no books yet. */
  async countUnopenedLevels(): Promise<number> {
    return countUnopenedLevels(this.connection)
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
   * Units by location, item, category or status: now, or at a past date, from the ledger. Without a limit all rows.
   *
   * @throws unknown_report_group, future_date, unknown_location, unknown_parameter, invalid_parameter, invalid_date,
   *   invalid_limit, invalid_offset
   */
  async generateReport(asked: GroupInput): Promise<Report> {
    return reportByGroup(this.connection, asked, this.options)
  }

  /**
   * One of the reports by-location, low-stock, value, ageing, dead-stock, sell-through, shrinkage; what each tells is
   * said where it is written (reports/sql). Without a limit all rows.
   *
   * @throws unknown_report, and as generateReport
   */
  async readReport(name: string, asked: ReportInput = {}): Promise<Report> {
    return reportByName(this.connection, name, asked, this.options)
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
}
