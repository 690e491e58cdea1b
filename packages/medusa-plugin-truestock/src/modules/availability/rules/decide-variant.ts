import type { TruestockOptions } from "../../../options"
import type { LeadTimeDays, OverrideFacts, PolicyFacts, VariantFacts } from "../facts"
import { AvailabilityStatus } from "../status"
import { countUnits } from "./count-units"
import { expectedArrival } from "./expected-arrival"
import { withoutStaleLevels } from "./freshness"
import { hasNoLevelYet, isIncoming, mayBackorder } from "./promise-beyond-stock"
import { resolveOverride } from "./resolve-override"
import { resolvePolicy, type ResolvedPolicy } from "./resolve-policy"

/** Which rule decided. Stored beside the status, so that an operator can be told why. */
export type AvailabilityReason =
  | "not_for_sale"
  | "override"
  | "stale_source"
  | "discontinued"
  | "not_released"
  | "inventory_not_managed"
  | "above_threshold"
  | "at_or_below_threshold"
  | "backorder_allowed"
  | "units_incoming"
  | "no_variant"
  | "no_level_yet"
  | "nothing_to_sell"

/** What is decided of one variant at a set of locations. */
export type VariantDecision = {
  status: AvailabilityStatus
  reason: AvailabilityReason
  purchasable: boolean
  /** Whole units that one order can get from stock; 0 where the status forbids a sale, null = no limit. */
  quantity: number | null
  /** Core's inventory_quantity at these locations; null where core knows none. */
  available_quantity: number | null
  /** What one order line can get, whatever the status: the most at one location, less safety stock. null as above. */
  max_single_location: number | null
  /** The moment a preorder is released; null where no date is known. */
  available_on: string | null
  lead_time_days: LeadTimeDays | null
  /** When a backordered unit, or one that is incoming, is expected to be here; null where nobody knows. */
  eta: string | null
  /** What the override in force tells shoppers; null where there is none, or its note is internal. */
  note: string | null
  /** When the passing of time alone may change this decision. */
  due_at: Date | null
}

/** What the decision is made of. `variant` null = the product has none. */
export type VariantQuestion = {
  variant: VariantFacts | null
  sales_channel_id: string | null
  /** Given: one location judged alone, by its own policy. */
  location_id?: string
  /** The active locations the channel sells from. */
  location_ids: readonly string[]
  policies: readonly PolicyFacts[]
  overrides: readonly OverrideFacts[]
  now: Date
  options: TruestockOptions
}

type Evidence = {
  policy: ResolvedPolicy
  override: OverrideFacts | null
  isStale: boolean
  releasedOn: string | null
  hasVariant: boolean
  isManaged: boolean
  sellable: number
  canBackorder: boolean
  isIncoming: boolean
  hasNoLevelYet: boolean
}

/** The table of design section 4: first match wins. */
function firstMatch(e: Evidence): [AvailabilityStatus, AvailabilityReason] {
  if (e.policy.not_for_sale !== null) return [AvailabilityStatus.OUT_OF_STOCK, "not_for_sale"]
  if (e.override) return [e.override.status, "override"]
  if (e.isStale) return [AvailabilityStatus.OUT_OF_STOCK, "stale_source"]
  if (e.policy.discontinued && e.sellable <= 0) return [AvailabilityStatus.DISCONTINUED, "discontinued"]
  if (e.releasedOn !== null) {
    return [
      e.policy.allow_preorder ? AvailabilityStatus.PREORDER : AvailabilityStatus.INCOMING,
      "not_released",
    ]
  }
  if (!e.hasVariant) return [AvailabilityStatus.INCOMING, "no_variant"]
  if (!e.isManaged) return [AvailabilityStatus.IN_STOCK, "inventory_not_managed"]
  if (e.sellable > 0) {
    return e.sellable > e.policy.low_stock_threshold
      ? [AvailabilityStatus.IN_STOCK, "above_threshold"]
      : [AvailabilityStatus.LOW_STOCK, "at_or_below_threshold"]
  }
  if (e.canBackorder) return [AvailabilityStatus.BACKORDER, "backorder_allowed"]
  if (e.isIncoming) return [AvailabilityStatus.INCOMING, "units_incoming"]
  if (e.hasNoLevelYet) return [AvailabilityStatus.INCOMING, "no_level_yet"]
  return [AvailabilityStatus.OUT_OF_STOCK, "nothing_to_sell"]
}

/**
 * Decides what may be said of a variant at a set of locations. Pure: the same question has the same answer.
 * `purchasable` is true when the status permits a sale and core's cart could reserve one unit now.
 */
export function decideVariant(question: VariantQuestion): VariantDecision {
  const { now, options, policies } = question
  const variantId = question.variant?.id ?? null
  const locationIds = new Set(question.location_ids)
  const policy = resolvePolicy(policies, options, variantId, question.location_id)
  const override = resolveOverride(question.overrides, variantId, question.sales_channel_id, now)
  const releasedOn = latestAfter(now, [policy.release_date, policy.strict_on_sale_date])

  const nothing: VariantFacts = { id: "", manage_inventory: true, allow_backorder: false, parts: [] }
  const fresh = withoutStaleLevels(question.variant ?? nothing, locationIds, options, now)
  const at = (locationId: string) => resolvePolicy(policies, options, variantId, locationId)
  const units = countUnits(fresh.variant, locationIds, (id) => at(id).safety_stock)
  const isManaged = fresh.variant.manage_inventory
  const sellable = isManaged ? units.sellable : Infinity
  const canBackorder = mayBackorder(fresh.variant, locationIds, (id) => at(id).backorder_limit)

  const [status, reason] = firstMatch({
    policy,
    override,
    isStale: isManaged && fresh.isStale,
    releasedOn,
    hasVariant: question.variant !== null,
    isManaged,
    sellable: question.variant ? sellable : 0,
    canBackorder,
    isIncoming: isIncoming(fresh.variant, locationIds, (id) => at(id).safety_stock),
    // Of all levels: a silent one elsewhere says that the variant has been stocked.
    hasNoLevelYet: hasNoLevelYet(question.variant ?? nothing),
  })
  const isAwaited = status === AvailabilityStatus.BACKORDER || status === AvailabilityStatus.INCOMING
  const arrival = isAwaited
    ? expectedArrival(fresh.variant, locationIds, (id) => at(id).safety_stock, now)
    : null
  const isForSale = permitsSale(status, policy)
  const isCounted = isManaged && fresh.variant.parts.length > 0
  const canReserveOne =
    question.variant !== null &&
    (!isManaged || (!fresh.isStale && (units.max_single_location >= 1 || canBackorder)))

  return {
    status,
    reason,
    purchasable: canReserveOne && isForSale,
    quantity: isForSale ? (isManaged ? storable(Math.max(0, units.max_single_location)) : null) : 0,
    available_quantity: isCounted ? storable(units.available) : null,
    max_single_location: isCounted ? storable(units.max_single_location) : null,
    available_on: status === AvailabilityStatus.PREORDER ? releasedOn : null,
    lead_time_days: status === AvailabilityStatus.BACKORDER ? policy.lead_time_days : null,
    // Nothing is sold before its release, even if it is here.
    eta: isAwaited ? latestAfter(null, [releasedOn, arrival?.at.toISOString() ?? null]) : null,
    note: reason === "override" && override?.note_visible ? override.notes : null,
    due_at: earliestAfter(now, [
      releasedOn,
      ...question.overrides.map((o) => o.expires_at),
      fresh.nextStaleAt?.toISOString() ?? null,
      arrival?.told_until.toISOString() ?? null,
      ...fresh.variant.parts.flatMap(({ levels }) => levels.map(({ held_until }) => held_until ?? null)),
    ]),
  }
}

function permitsSale(status: AvailabilityStatus, policy: ResolvedPolicy): boolean {
  switch (status) {
    case AvailabilityStatus.IN_STOCK:
    case AvailabilityStatus.LOW_STOCK:
    case AvailabilityStatus.BACKORDER:
      return true
    case AvailabilityStatus.PREORDER:
      return policy.allow_preorder
    default:
      return false
  }
}

/** The last of the moments that are still to come (of all, without `now`), or null. */
function latestAfter(now: Date | null, moments: (string | null)[]): string | null {
  return moments
    .filter((moment) => moment !== null)
    .filter((moment) => now === null || new Date(moment) > now)
    .reduce<string | null>((last, m) => (last === null || new Date(m) > new Date(last) ? m : last), null)
}

/** The first of the moments after `now`, or null. */
function earliestAfter(now: Date, moments: (string | null)[]): Date | null {
  return moments
    .filter((moment) => moment !== null)
    .map((moment) => new Date(moment))
    .filter((moment) => moment > now)
    .reduce<Date | null>((first, m) => (first === null || m < first ? m : first), null)
}

const LARGEST_STORED = 2_147_483_647

/** As stored: an integer column; Infinity (a variant that needs nothing of any part) is "no limit". */
function storable(units: number): number | null {
  return Number.isFinite(units) ? Math.max(-LARGEST_STORED, Math.min(LARGEST_STORED, units)) : null
}
