import { newId } from "../../../database/new-id"
import type { ProductDescription, StockFacts } from "../facts"
import type { ProductAvailability } from "../rules/decide-product"
import type { VariantDecision } from "../rules/decide-variant"
import { foldCode, sortTitle, wordsOf } from "../listing/search-text"
import { resolveOverride } from "../rules/resolve-override"
import type { SummaryRow } from "../sql/write-summaries"
import { AvailabilityStatus } from "../status"

/** The rows of one product, as sql/replace-rows.ts wants them. An existing row keeps its id. */
export type ReadModelRows = {
  channels: Record<string, unknown>[]
  variants: Record<string, unknown>[]
  locations: Record<string, unknown>[]
}

/** `description` null = what is written of it stays as it is. */
export function readModelRows(
  decided: ProductAvailability,
  description: ProductDescription | null
): ReadModelRows {
  const { product_id } = decided
  const described = description && descriptionColumns(description)
  return {
    channels: decided.channels.map(({ sales_channel_id, product }) => ({
      id: newId("avch"),
      product_id,
      sales_channel_id,
      ...decisionColumns(product),
      ...described,
    })),
    variants: decided.channels.flatMap(({ sales_channel_id, variants }) =>
      variants.map(({ variant_id, decision }) => ({
        id: newId("avvar"),
        product_id,
        variant_id,
        sales_channel_id,
        ...decisionColumns(decision),
        max_single_location: decision.max_single_location,
      }))
    ),
    locations: decided.locations.map(({ variant_id, location_id, sales_channel_id, decision }) => ({
      id: newId("avloc"),
      product_id,
      variant_id,
      location_id,
      sales_channel_id: sales_channel_id ?? "",
      ...decisionColumns(decision),
    })),
  }
}

function descriptionColumns(facts: ProductDescription) {
  return {
    is_published: facts.is_published,
    title: facts.title,
    subtitle: facts.subtitle,
    handle: facts.handle,
    thumbnail: facts.thumbnail,
    collection_id: facts.collection_id,
    type_id: facts.type_id,
    brand_id: facts.brand_id,
    brand_name: facts.brand_name,
    category_ids: facts.category_ids,
    tag_ids: facts.tag_ids,
    prices: facts.prices,
    sort_title: sortTitle(facts.title),
    // As Postgres reads a tsvector: the words, with nothing that would need quotes.
    search: wordsOf(facts.title, facts.subtitle, facts.brand_name).join(" "),
    codes: [...new Set(facts.codes.map(foldCode))],
    product_created_at: facts.created_at,
    product_updated_at: facts.updated_at,
  }
}

function decisionColumns(decision: VariantDecision) {
  return {
    status: decision.status,
    reason: decision.reason,
    purchasable: decision.purchasable,
    quantity: decision.quantity,
    available_quantity: decision.available_quantity,
    available_on: decision.available_on,
    lead_time_min_days: decision.lead_time_days?.min ?? null,
    lead_time_max_days: decision.lead_time_days?.max ?? null,
    eta: decision.eta,
    note: decision.note,
  }
}

/** `decided` null = the product is gone. */
export function summaryRow(facts: StockFacts, decided: ProductAvailability | null, now: Date): SummaryRow {
  const summary = decided?.summary
  const override = resolveOverride(facts.overrides, null, null, now)
  return {
    product_id: facts.product_id,
    is_deleted: decided === null,
    status: summary?.status ?? AvailabilityStatus.OUT_OF_STOCK,
    reason: summary?.reason ?? "product_deleted",
    source: summary?.reason === "override" ? "manual" : "calculated",
    purchasable: summary?.purchasable ?? false,
    quantity: decided === null ? 0 : (summary?.quantity ?? null),
    available_on: summary?.available_on ?? null,
    eta: summary?.eta ?? null,
    notes: override?.notes ?? null,
    due_at: decided?.due_at?.toISOString() ?? null,
  }
}
