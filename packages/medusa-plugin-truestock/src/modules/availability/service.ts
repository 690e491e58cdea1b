import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type AvailabilityResult, changeProduct } from "./decisions/change-product"
import { exchangeOverride, restoreOverride } from "./decisions/exchange-override"
import { exchangePolicy, type PolicyChange, restorePolicy } from "./decisions/exchange-policy"
import { subscribe } from "./back-in-stock/subscribe"
import { confirmSubscription } from "./back-in-stock/sql/confirm-subscription"
import { endSubscription } from "./back-in-stock/sql/end-subscription"
import { parseToken, type SubscriptionInput } from "./back-in-stock/subscription-input"
import { Drainer } from "./drain/drainer"
import { refreshProducts } from "./drain/refresh-products"
import { type InitializedBatch, initialize } from "./rebuild/initialize"
import { rebuild, type RebuildStep } from "./rebuild/rebuild"
import type { OverrideInput } from "./override-input"
import type { PolicyInput } from "./policy-input"
import type { StatusChange } from "./rules/status-changes"
import { claimMessages } from "./messages/claim-messages"
import { markTold, putOff } from "./messages/sql/settle-message"
import type { StockMessage } from "./messages/stock-message"
import { TruestockError } from "../../errors"
import { enqueueChanges } from "./sql/enqueue-changes"
import type { Override, OverrideScope } from "./sql/override-scope"
import { AvailabilityReader } from "./reader"
import type { AvailabilityStatus } from "./status"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService
}

/**
 * The availability module: what is decided by people (overrides, policies), the refresh, and the drain that keeps the
 * read model true. What can be asked is in reader.ts.
 */
export default class AvailabilityModuleService extends AvailabilityReader {
  private readonly drainer: Drainer
  private readonly workerMode: string

  constructor(dependencies: Dependencies, options: unknown, declaration?: InternalModuleDeclaration) {
    super(dependencies, options)
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
    if (status !== undefined && status !== null) return this.setOverride({ product_id, status, notes })
    return this.nudged((await changeProduct(this.decider, product_id, async () => undefined)).result)
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

  /** Puts an override (null = none) in place of another and answers that one: for a workflow that may have to undo it. */
  async exchangeOverride(scope: OverrideScope, next: OverrideInput | null) {
    return this.nudged(await exchangeOverride(this.decider, scope, next))
  }

  /** Undoes exchangeOverride: what it answered stands again, expired meanwhile or not. */
  async restoreOverride(scope: OverrideScope, previous: Override | null): Promise<AvailabilityResult> {
    return this.nudged(await restoreOverride(this.decider, scope, previous))
  }

  /**
   * Sets the policy of a product, a variant, or a variant at a location. Fields that are left out stay, null clears;
   * what says nothing any more is gone.
   *
   * @throws product_not_found, variant_not_found, unknown_location, invalid_policy
   */
  async setPolicy(input: PolicyInput): Promise<AvailabilityResult> {
    return (await this.exchangePolicy(input)).result
  }

  /** As setPolicy, and answers what the changed fields said before: for a workflow that may have to undo it. */
  async exchangePolicy(input: PolicyInput) {
    return this.nudged(await exchangePolicy(this.decider, input))
  }

  /** Undoes exchangePolicy. */
  async restorePolicy(previous: PolicyChange): Promise<AvailabilityResult> {
    return this.nudged(await restorePolicy(this.decider, previous))
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

  /**
   * Somebody wants to be told when a product or variant is back in stock, once. With the option `notify.double_opt_in`
   * the address is asked first. Whether it was known before is not told.
   *
   * @throws invalid_email, product_not_found (also what these channels do not show), variant_not_found
   */
  async subscribeToReturn(input: SubscriptionInput): Promise<void> {
    await subscribe(this.connection, this.options, input)
  }

  /** Confirms an address by the token of the message to it; again changes nothing. @throws invalid_token, subscription_not_found */
  async confirmSubscription(token: string): Promise<void> {
    assertFound(await confirmSubscription(this.connection, parseToken(token)))
  }

  /** Ends a subscription by its token; again changes nothing. @throws invalid_token, subscription_not_found */
  async endSubscription(token: string): Promise<void> {
    assertFound(await endSubscription(this.connection, parseToken(token)))
  }

  /** Takes messages about stock that are to be sent; whoever takes them settles each (messages/claim-messages.ts). */
  async claimMessages(): Promise<StockMessage[]> {
    return claimMessages(this.connection, this.options)
  }

  /** Says what became of a message: it is out, or it is to be tried again later. */
  async settleMessage(
    message: Pick<StockMessage, "about" | "ids">,
    outcome: "sent" | "failed"
  ): Promise<void> {
    await (outcome === "sent" ? markTold : putOff)(this.connection, message)
  }

  /** Decides every product that has no availability yet, in resumable batches. For catalogues from before. */
  initialize(): AsyncGenerator<InitializedBatch> {
    return initialize(this.connection, this.options)
  }

  /** Compares read model, listing and counts with what they are made of; `apply` mends what differs. */
  rebuild(plan: { apply: boolean }): AsyncGenerator<RebuildStep> {
    return rebuild(this.connection, this.options, plan)
  }

  /** What was changed may have an event to send. */
  private nudged<Result>(result: Result): Result {
    this.drainer.nudge()
    return result
  }
}

function assertFound(isFound: boolean): void {
  if (!isFound) {
    throw new TruestockError(
      "subscription_not_found",
      "There is no such subscription; it may have been ended, or forgotten. Subscribe anew."
    )
  }
}
