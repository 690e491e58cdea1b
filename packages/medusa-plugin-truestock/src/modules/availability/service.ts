import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService, Modules } from "@medusajs/framework/utils"
import type { Transaction } from "../../database/connection"
import { TruestockError } from "../../errors"
import { type Check, type Examination, runChecks } from "../../health"
import { parseOptions, type TruestockOptions } from "../../options"
import { isStorable } from "../../storable-text"
import { AVAILABILITY_CHECKS } from "./checks"
import { Drainer } from "./drain/drainer"
import { refreshProducts } from "./drain/refresh-products"
import { type ListingPage, listingPage } from "./listing/listing-page"
import type { ListingQuery } from "./listing/listing-query"
import { findCurrency } from "./listing/sql/find-currency"
import { findForeignLocations } from "./listing/sql/find-foreign-locations"
import { listAvailable, type ListingView } from "./listing/sql/list-available"
import Availability from "./models/availability"
import AvailabilityChannel from "./models/availability-channel"
import AvailabilityHistory from "./models/availability-history"
import AvailabilityLocation from "./models/availability-location"
import AvailabilityOverride from "./models/availability-override"
import AvailabilityPolicy from "./models/availability-policy"
import AvailabilityVariant from "./models/availability-variant"
import { assertStatus, type OverrideInput, parseOverride } from "./override-input"
import { parsePolicy, type PolicyInput } from "./policy-input"
import { type InitializedBatch, initialize } from "./rebuild/initialize"
import { rebuild, type RebuildStep } from "./rebuild/rebuild"
import type { StatusChange } from "./rules/status-changes"
import { channelExists } from "./sql/channel-exists"
import { enqueueChanges } from "./sql/enqueue-changes"
import { findProducts } from "./sql/find-products"
import { isVariantOf } from "./sql/is-variant-of"
import { lockProducts } from "./sql/lock-products"
import type { Override, OverrideScope } from "./sql/override-scope"
import { countProducts, type Walk } from "./sql/page-of-products"
import { putOverride } from "./sql/put-override"
import { putPolicy } from "./sql/put-policy"
import { readOverride } from "./sql/read-override"
import { readShown, type ShownByProduct } from "./sql/read-shown"
import { removeOverride } from "./sql/remove-override"
import type { AvailabilityStatus } from "./status"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

/** What an override or a refresh of one product came to. */
export type AvailabilityResult = {
  product_id: string
  status: AvailabilityStatus
  /** Whether the call changed the status in any channel. */
  updated: boolean
}

/**
 * The availability module. Besides the generated methods (`listAvailabilities`, `listAvailabilityChannels`, ...):
 * overrides, policies, the listing, and the drain that keeps the read model true.
 */
export default class AvailabilityModuleService extends MedusaService({
  Availability,
  AvailabilityChannel,
  AvailabilityVariant,
  AvailabilityLocation,
  AvailabilityOverride,
  AvailabilityPolicy,
  AvailabilityHistory,
}) {
  private readonly connection: Knex
  private readonly options: TruestockOptions
  private readonly drainer: Drainer
  private readonly workerMode: string

  constructor(dependencies: Dependencies, options: unknown, declaration?: InternalModuleDeclaration) {
    // eslint-disable-next-line prefer-rest-params -- the generated base class takes whatever Medusa passes
    super(...arguments)
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.options = parseOptions(options)
    this.workerMode = declaration?.worker_mode ?? "shared"
    this.drainer = new Drainer({
      connection: this.connection,
      eventBus: dependencies[Modules.EVENT_BUS],
      logger: dependencies[ContainerRegistrationKeys.LOGGER],
      options: this.options,
    })
  }

  /** Called by Medusa. A server-only process leaves the drain to the workers. */
  __hooks = {
    onApplicationStart: async () => {
      if (this.workerMode !== "server") this.drainer.start()
    },
    onApplicationPrepareShutdown: async () => this.drainer.stop(),
  }

  /**
   * Sets a product's status by hand for all channels, until cleared. Without a status the rules decide, as they
   * would have a moment later by themselves.
   *
   * @throws product_not_found, invalid_status, invalid_notes
   */
  async updateProductAvailability(
    product_id: string,
    status?: AvailabilityStatus | null,
    notes?: string | null
  ): Promise<AvailabilityResult> {
    return status === undefined || status === null
      ? this.refreshProduct(product_id)
      : this.setOverride({ product_id, status, notes })
  }

  /**
   * Sets a manual override: it holds until cleared or expired, over everything but `not_for_sale`.
   * One row per scope; the read model is changed in the same transaction.
   *
   * @throws product_not_found, variant_not_found, sales_channel_not_found, invalid_status, invalid_override,
   * invalid_notes, invalid_expiry
   */
  async setOverride(input: OverrideInput): Promise<AvailabilityResult> {
    return (await this.exchangeOverride(input, input)).result
  }

  /** Returns a product (or the given scope of it) to the rules. Nothing to clear is no error. */
  async clearOverride(scope: OverrideScope): Promise<AvailabilityResult> {
    return (await this.exchangeOverride(scope, null)).result
  }

  /**
   * Puts an override (null = none) in place of the one that stands for its scope, and answers that one, read under
   * the same lock: what a workflow needs to compensate.
   */
  async exchangeOverride(
    scope: OverrideScope,
    next: OverrideInput | null
  ): Promise<{ result: AvailabilityResult; previous: Override | null }> {
    const override = next && parseOverride(next)
    // Of a channel that is no more an override can still be cleared.
    if (override?.sales_channel_id && !(await channelExists(this.connection, override.sales_channel_id))) {
      throw new TruestockError(
        "sales_channel_not_found",
        `Sales channel ${override.sales_channel_id} not found`
      )
    }
    const { result, done } = await this.changeProduct(scope.product_id, async (tx) => {
      const previous = await readOverride(tx, scope)
      if (override) {
        await this.assertVariant(tx, override)
        await putOverride(tx, override)
      } else {
        await removeOverride(tx, scope)
      }
      return previous
    })
    return { result, previous: done }
  }

  /**
   * Sets the policy of a product, a variant, or a variant at a location. Fields that are left out stay, null clears.
   *
   * @throws product_not_found, variant_not_found, invalid_policy
   */
  async setPolicy(input: PolicyInput): Promise<AvailabilityResult> {
    const { scope, columns } = parsePolicy(input)
    const { result } = await this.changeProduct(scope.product_id, async (tx) => {
      await this.assertVariant(tx, scope)
      await putPolicy(tx, scope, columns)
    })
    return result
  }

  /** The summaries of these products, in the order asked for; what is not known is left out. */
  async getProductsAvailability(product_ids: string[]) {
    const found = await this.listAvailabilities({ product_id: product_ids }, { take: product_ids.length })
    const byProduct = new Map(found.map((row) => [row.product_id, row]))
    return product_ids.flatMap((id) => byProduct.get(id) ?? [])
  }

  /** The products with a status: by their best channel, or in the given one. */
  async getProductsByStatus(status: AvailabilityStatus, sales_channel_id?: string) {
    assertStatus(status)
    return sales_channel_id
      ? this.listAvailabilityChannels({ status, sales_channel_id }, { take: null })
      : this.listAvailabilities({ status }, { take: null })
  }

  /** One page of the listing: ids, exact count, facets, and what is said of the products. */
  async listAvailable(listing: ListingQuery, view: ListingView = "full"): Promise<ListingPage> {
    const { connection, options } = this
    return listingPage(await listAvailable(connection, listing, view), listing, options)
  }

  /** The currency of a region, or of the store's default one; null = no such region. */
  async findCurrency(region_id?: string): Promise<string | null> {
    return findCurrency(this.connection, region_id)
  }

  /** Which of the stock locations none of these channels sells from. */
  async findForeignLocations(location_ids: string[], sales_channel_ids: string[]): Promise<string[]> {
    return findForeignLocations(this.connection, location_ids, sales_channel_ids)
  }

  /** What shoppers of these channels are told of the products and their variants. */
  async readShown(product_ids: string[], sales_channel_ids: string[]): Promise<ShownByProduct> {
    return readShown(this.connection, product_ids, sales_channel_ids, this.options)
  }

  /** What the shop has decided about its store routes. */
  get storeOptions(): Pick<TruestockOptions, "expose_quantity" | "store_products_filter"> {
    return this.options
  }

  /** Decides these products anew, now. For many, enqueue() them instead and let the drain do it. */
  async refresh(product_ids: string[]): Promise<StatusChange[]> {
    const changes = await this.connection.transaction((tx) => refreshProducts(tx, product_ids, this.options))
    this.drainer.nudge()
    return changes
  }

  /** Queues products to be looked at again; without ids the whole catalogue. */
  async enqueue(product_ids?: string[]): Promise<void> {
    await enqueueChanges(this.connection, product_ids ? "product" : "all", product_ids ?? null)
    this.drainer.nudge()
  }

  /** Hastens the drain of this process; without it a change is seen at the next poll. */
  nudge(): void {
    this.drainer.nudge()
  }

  /** Works until every committed change is in the read model and its event is sent. Answers the changes taken. */
  async drain(): Promise<number> {
    return this.drainer.drainAll()
  }

  /** Products of the catalogue, or those among them that have no availability yet. */
  async countProducts(walk: Walk): Promise<number> {
    return countProducts(this.connection, walk)
  }

  /** Decides every product that has no availability yet, in resumable batches. For catalogues from before. */
  initialize(): AsyncGenerator<InitializedBatch> {
    return initialize(this.connection, this.options)
  }

  /** Compares read model, listing and counts with what they are made of; `apply` mends what differs. */
  rebuild(plan: { apply: boolean }): AsyncGenerator<RebuildStep> {
    return rebuild(this.connection, this.options, plan)
  }

  /** Whether the change feed is attached and the drain keeps up; deep, whether the read model is true. */
  async diagnose(examination: Examination): Promise<Check[]> {
    const { connection, options } = this
    return runChecks(AVAILABILITY_CHECKS, { connection, options }, examination)
  }

  private async refreshProduct(product_id: string): Promise<AvailabilityResult> {
    return (await this.changeProduct(product_id, async () => undefined)).result
  }

  /** Lock the product, change what is decided about it, refresh it: one transaction. */
  private async changeProduct<Done>(
    product_id: string,
    change: (tx: Transaction) => Promise<Done>
  ): Promise<{ result: AvailabilityResult; done: Done }> {
    const outcome = await this.connection.transaction(async (tx) => {
      if (!isStorable(product_id) || !(await findProducts(tx, [product_id])).has(product_id)) {
        throw new TruestockError("product_not_found", `Product ${product_id} not found`)
      }
      await lockProducts(tx, [product_id])
      const done = await change(tx)
      const changes = await refreshProducts(tx, [product_id], this.options)
      const row = await tx("availability").where({ product_id }).first("status")
      const status = row.status as AvailabilityStatus
      return { result: { product_id, status, updated: changes.length > 0 }, done }
    })
    this.drainer.nudge()
    return outcome
  }

  private async assertVariant(tx: Transaction, scope: { product_id: string; variant_id?: string | null }) {
    if (scope.variant_id && !(await isVariantOf(tx, scope.variant_id, scope.product_id))) {
      throw new TruestockError(
        "variant_not_found",
        `Variant ${scope.variant_id} not found in product ${scope.product_id}`
      )
    }
  }
}
