import type { AvailabilityStatus } from "../status"
import { NOT_YET_DECIDED } from "./lock-products"

/** What is given must hold all at once. */
export type OverviewFilters = {
  /** null = any. */
  statuses?: readonly AvailabilityStatus[] | null
  source?: "calculated" | "manual"
  purchasable?: boolean
  /** A part of the title, the handle or an SKU, in any case. */
  q?: string
  /** Products of any of these categories or their descendants, whether shoppers see them or not. */
  category_ids?: string[]
  collection_ids?: string[]
  /** Given: judged in this channel, and only what is in it. Else by each product's best channel. */
  sales_channel_id?: string
}

/** A product as an operator sees it among all. */
export type OverviewRow = {
  id: string
  product_id: string
  title: string
  handle: string
  thumbnail: string | null
  product_status: string
  status: AvailabilityStatus
  reason: string
  source: "calculated" | "manual"
  purchasable: boolean
  quantity: number | null
  available_on: Date | null
  eta: Date | null
  notes: string | null
  updated_at: Date
}

/** The note of the product's override that holds in the channel: the more specific, as rules/resolve-override.ts. */
const CHANNEL_NOTES = `(select o.notes from availability_override o
  where o.product_id = a.product_id and o.variant_id is null and o.deleted_at is null
    and (o.sales_channel_id is null or o.sales_channel_id = j.sales_channel_id)
    and (o.expires_at is null or o.expires_at > truestock_now())
  order by o.sales_channel_id nulls last limit 1)`

const CHANNEL =
  "join availability_channel j on j.product_id = a.product_id and j.sales_channel_id = :sales_channel_id"

const CONDITIONS: Record<Exclude<keyof OverviewFilters, "sales_channel_id" | "source">, string> = {
  statuses: "j.status = any(cast(:statuses as text[]))",
  purchasable: "j.purchasable = :purchasable",
  q: `(strpos(lower(p.title), lower(:q)) > 0 or strpos(lower(p.handle), lower(:q)) > 0
    or exists (select from product_variant v
      where v.product_id = p.id and v.deleted_at is null and strpos(lower(v.sku), lower(:q)) > 0))`,
  category_ids: `p.id in (select pc.product_id from product_category_product pc
    join product_category c on c.id = pc.product_category_id and c.deleted_at is null
    where (string_to_array(c.mpath, '.') || c.id) && cast(:category_ids as text[]))`,
  collection_ids: "p.collection_id = any(cast(:collection_ids as text[]))",
}

/**
 * The parts of a statement about the products that the filters leave: `a` is the summary, `p` core's product (a
 * deleted one is gone at once, whether the read model knows yet or not), `j` the row that judges.
 */
export function overviewRows(filters: OverviewFilters) {
  const inChannel = filters.sales_channel_id !== undefined
  const source = inChannel
    ? "case when j.reason = 'override' then 'manual' else 'calculated' end"
    : "j.source"
  const given = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter(
    (name) => filters[name] != null
  )
  return {
    columns: `a.id, a.product_id, p.title, p.handle, p.thumbnail, p.status as product_status, j.status, j.reason,
      ${source} as source, j.purchasable, j.quantity, j.available_on, j.eta,
      ${inChannel ? CHANNEL_NOTES : "j.notes"} as notes, j.updated_at`,
    from: `availability a
      join product p on p.id = a.product_id and p.deleted_at is null
      ${inChannel ? CHANNEL : "cross join lateral (select a.*) j"}`,
    where: [
      `a.deleted_at is null and a.reason <> '${NOT_YET_DECIDED}'`,
      ...given.map((name) => CONDITIONS[name]),
      ...(filters.source ? [`${source} = :source`] : []),
    ].join(" and "),
    bindings: {
      statuses: filters.statuses ? [...filters.statuses] : null,
      source: filters.source ?? null,
      purchasable: filters.purchasable ?? null,
      q: filters.q ?? null,
      category_ids: filters.category_ids ?? null,
      collection_ids: filters.collection_ids ?? null,
      sales_channel_id: filters.sales_channel_id ?? null,
    },
  }
}
