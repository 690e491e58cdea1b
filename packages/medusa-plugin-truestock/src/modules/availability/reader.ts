import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { type Check, type Examination, runChecks } from "../../health"
import { parseOptions, type TruestockOptions } from "../../options"
import { isStorable } from "../../storable-text"
import { AVAILABILITY_CHECKS } from "./checks"
import { assertChannel, assertProduct } from "./decisions/assert-known"
import { type Decider } from "./decisions/change-product"
import { readPolicies } from "./decisions/read-policies"
import type { AvailabilityDetails } from "./details"
import { type ListingPage, listingPage } from "./listing/listing-page"
import type { ListingQuery } from "./listing/listing-query"
import { findForeignLocations } from "./listing/sql/find-foreign-locations"
import { listAvailable, type ListingView } from "./listing/sql/list-available"
import { MerchantFeed } from "./merchant-feed/merchant-feed"
import Availability from "./models/availability"
import AvailabilityChannel from "./models/availability-channel"
import AvailabilityHistory from "./models/availability-history"
import AvailabilityLocation from "./models/availability-location"
import AvailabilityOverride from "./models/availability-override"
import AvailabilityPolicy from "./models/availability-policy"
import AvailabilityVariant from "./models/availability-variant"
import StockAlert from "./models/stock-alert"
import { assertStatus } from "./override-input"
import { readSellable } from "./read-sellable"
import type { ExplainedPolicy } from "./rules/resolve-policy"
import { judgeForSale, type SaleJudgement } from "./rules/judge-for-sale"
import { isShownIn } from "./sql/is-shown-in"
import { countProducts, type Walk } from "./sql/page-of-products"
import { type HistoryPage, listHistory } from "./sql/list-history"
import { listOverview, type OverviewPage } from "./sql/list-overview"
import type { Policy } from "./sql/list-policies"
import type { Supply } from "./sql/list-supply"
import type { OverviewFilters, OverviewRow } from "./sql/overview-rows"
import type { PolicyScope } from "./sql/policy-scope"
import { readDetails } from "./sql/read-details"
import { readSaleFacts } from "./sql/read-sale-facts"
import { readShown, type ShownByProduct } from "./sql/read-shown"
import { walkOverview } from "./sql/walk-overview"
import type { ShownAvailability } from "./shown"
import type { AvailabilityStatus } from "./status"

/**
 * What the availability module can be asked, beside the generated methods (`listAvailabilities`,
 * `listAvailabilityChannels`, ...). Nothing here changes anything.
 */
export class AvailabilityReader extends MedusaService({
  Availability,
  AvailabilityChannel,
  AvailabilityVariant,
  AvailabilityLocation,
  AvailabilityOverride,
  AvailabilityPolicy,
  AvailabilityHistory,
  StockAlert,
}) {
  protected readonly connection: Knex
  protected readonly options: TruestockOptions

  constructor(dependencies: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }, options: unknown) {
    // eslint-disable-next-line prefer-rest-params -- the generated base class takes whatever Medusa passes
    super(...arguments)
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.options = parseOptions(options)
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

  /** Which of the stock locations none of these channels sells from. */
  async findForeignLocations(location_ids: string[], sales_channel_ids: string[]): Promise<string[]> {
    return findForeignLocations(this.connection, location_ids, sales_channel_ids)
  }

  /** What shoppers of these channels are told of the products and their variants. */
  async readShown(product_ids: string[], sales_channel_ids: string[]): Promise<ShownByProduct> {
    return readShown(this.connection, product_ids, sales_channel_ids, this.options)
  }

  /** The same of one product; null where shoppers of these channels are not shown it. */
  async readShownProduct(
    product_id: string,
    sales_channel_ids: string[]
  ): Promise<{ product: ShownAvailability; variants: Map<string, ShownAvailability> } | null> {
    if (!(await this.isShownIn(product_id, sales_channel_ids))) return null
    const { products, variants } = await this.readShown([product_id], sales_channel_ids)
    const product = products.get(product_id)
    return product ? { product, variants } : null
  }

  /** Whether shoppers of these channels are shown the product: read live. */
  async isShownIn(product_id: string, sales_channel_ids: string[]): Promise<boolean> {
    return isStorable(product_id) && isShownIn(this.connection, product_id, sales_channel_ids)
  }

  /** Units of each variant that these channels can sell from stock now, read live; null = no limit. */
  async readSellable(
    variant_ids: string[],
    sales_channel_ids: string[]
  ): Promise<Map<string, number | null>> {
    return readSellable(this.connection, variant_ids, sales_channel_ids, this.options)
  }

  /** All that is known and decided of a product; null where it is unknown, deleted, or not decided yet. */
  async readDetails(product_id: string): Promise<AvailabilityDetails | null> {
    return isStorable(product_id) ? readDetails(this.connection, product_id) : null
  }

  /**
   * The policies of a product, what its suppliers say, and what holds for it, its variant, or that at a location: each field with its source.
   *
   * @throws product_not_found, variant_not_found, unknown_location
   */
  async readPolicies(
    scope: PolicyScope
  ): Promise<{ policies: Policy[]; supplies: Supply[]; resolved: ExplainedPolicy }> {
    return readPolicies(this.decider, scope)
  }

  /** Status changes of a product, newest first, with their exact count. @throws product_not_found */
  async readHistory(product_id: string, page: HistoryPage) {
    await assertProduct(this.connection, product_id)
    return listHistory(this.connection, product_id, page)
  }

  /** One page of all products by availability, with the exact count. @throws sales_channel_not_found */
  async listOverview(filters: OverviewFilters, page: OverviewPage) {
    await assertChannel(this.connection, filters.sales_channel_id)
    return listOverview(this.connection, filters, page)
  }

  /** All products by availability, in id order, in memory a batch at a time. @throws sales_channel_not_found */
  async *iterateOverview(filters: OverviewFilters): AsyncGenerator<OverviewRow, void, undefined> {
    await assertChannel(this.connection, filters.sales_channel_id)
    yield* walkOverview(this.connection, filters)
  }

  /**
   * Whether a cart of the sales channel may hold each of these variants now, and how many: read live from Medusa's
   * own tables, never from the read model. One judgement per id, in the order asked for; `null` = a cart without
   * sales channel, through which only what needs no reservation is sold.
   */
  async judgeForSale(
    variant_ids: string[],
    sales_channel_id: string | null,
    cart_id: string | null = null
  ): Promise<SaleJudgement[]> {
    const known = variant_ids.filter(isStorable)
    const { facts, now } = await readSaleFacts(this.connection, known, sales_channel_id, cart_id)
    const byVariant = new Map(facts.map((f) => [f.variant.id, f]))
    return variant_ids.map((id) => judgeForSale(id, byVariant.get(id), sales_channel_id, now, this.options))
  }

  /** Feeds for shopping sites, and who may fetch them. */
  get merchantFeed(): MerchantFeed {
    return new MerchantFeed(this.connection, this.options)
  }

  /** What the shop has decided about its routes. */
  get storeOptions(): Pick<
    TruestockOptions,
    "expose_quantity" | "store_products_filter" | "products_with_metadata" | "notify" | "rate_limits"
  > {
    return this.options
  }

  /** Products of the catalogue, or those among them that have no availability yet. */
  async countProducts(walk: Walk): Promise<number> {
    return countProducts(this.connection, walk)
  }

  /** Whether the change feed is attached and the drain keeps up; deep, whether the read model is true. */
  async diagnose(examination: Examination): Promise<Check[]> {
    const { connection, options } = this
    return runChecks(AVAILABILITY_CHECKS, { connection, options }, examination)
  }

  protected get decider(): Decider {
    return { connection: this.connection, options: this.options }
  }
}
