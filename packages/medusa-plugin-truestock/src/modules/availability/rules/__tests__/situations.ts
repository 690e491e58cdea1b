import { parseOptions } from "../../../../options"
import type {
  LevelFacts,
  OverrideFacts,
  PartFacts,
  PolicyFacts,
  ProductFacts,
  VariantFacts,
} from "../../facts"
import type { AvailabilityStatus } from "../../status"
import type { VariantQuestion } from "../decide-variant"

/** Stories for the examples: one book, one shop floor, and a second one of another channel. */
export const HERE = "sloc_here"
export const NEARBY = "sloc_nearby"
export const ELSEWHERE = "sloc_elsewhere"
export const CHANNEL = "sc_web"
export const BOOK = "variant_book"
export const NOW = new Date("2026-06-15T12:00:00.000Z")

const HOUR_MS = 3_600_000

/** The moment so many hours from now; negative = ago. */
export function hours(fromNow: number): string {
  return new Date(NOW.getTime() + fromNow * HOUR_MS).toISOString()
}

export function level(available: number, more: Partial<LevelFacts> = {}): LevelFacts {
  return { location_id: HERE, available, incoming: 0, as_of: null, ...more }
}

export function part(levels: LevelFacts[], required = 1): PartFacts {
  return { inventory_item_id: `iitem_${required}_${levels.length}`, required, levels }
}

/** A managed book of one part. */
export function book(levels: LevelFacts[], more: Partial<VariantFacts> = {}): VariantFacts {
  return { id: BOOK, manage_inventory: true, allow_backorder: false, parts: [part(levels)], ...more }
}

export function policy(said: Partial<PolicyFacts>): PolicyFacts {
  return {
    variant_id: null,
    location_id: null,
    low_stock_threshold: null,
    safety_stock: null,
    backorder_limit: null,
    lead_time_days: null,
    release_date: null,
    strict_on_sale_date: null,
    allow_preorder: null,
    discontinued: null,
    not_for_sale: null,
    ...said,
  }
}

/** What the supplier of the book says. */
export function supply(said: Partial<PolicyFacts>): PolicyFacts {
  return policy({ variant_id: BOOK, is_supply: true, ...said })
}

export function override(status: AvailabilityStatus, more: Partial<OverrideFacts> = {}): OverrideFacts {
  return {
    variant_id: null,
    sales_channel_id: null,
    status,
    notes: null,
    note_visible: false,
    expires_at: null,
    ...more,
  }
}

/** Asks about a variant in a channel that sells from HERE and NEARBY. */
export function question(
  variant: VariantFacts | null,
  more: Partial<Omit<VariantQuestion, "options">> & { options?: Record<string, unknown> } = {}
): VariantQuestion {
  return {
    variant,
    sales_channel_id: CHANNEL,
    location_ids: [HERE, NEARBY],
    policies: [],
    overrides: [],
    now: NOW,
    ...more,
    options: parseOptions(more.options),
  }
}

/** A published product in no channel yet, with nothing known of it before. */
export function product(known: Partial<ProductFacts>): ProductFacts {
  return {
    product_id: "prod_book",
    is_deleted: false,
    is_published: true,
    title: "A book",
    subtitle: null,
    handle: "a-book",
    thumbnail: null,
    collection_id: null,
    type_id: null,
    brand_id: null,
    brand_name: null,
    created_at: hours(-9000),
    updated_at: hours(-9000),
    category_ids: [],
    tag_ids: [],
    codes: [],
    prices: {},
    channels: [],
    inactive_location_ids: [],
    variants: [],
    policies: [],
    overrides: [],
    previous_status: null,
    previous_channels: {},
    ...known,
  }
}
