import type { ReportRow } from "./answers"

/** What a report can be asked beside its page. */
export type Parameter = "date" | "span" | "days" | "currency" | "location"

/** How a bar is called; null = the row says nothing. */
type NameOf = (row: ReportRow) => string | null

export type Unit = "units" | "money" | "percent"

/** What the bars of its chart compare: a number of each row, of one name added up where `sums`, or parts of the totals. */
export type Measure =
  | { of: "rows"; name: NameOf; value: string; unit: Unit; sums?: true }
  | { of: "totals"; parts: readonly string[]; unit: "units" }

export type ReportKind = {
  /** Below /admin/inventory, with what is asked of it always. */
  path: string
  query: Record<string, string>
  takes: readonly Parameter[]
  measure: Measure
}

const BY_GROUP = { include_reserved: "true", include_incoming: "true" }
const AT_A_MOMENT = ["date", "location"] as const
const OVER_A_SPAN = ["span", "location"] as const

const textOf = (row: ReportRow, field: string) => (typeof row[field] === "string" ? row[field] : null)
const by =
  (field: string, otherwise = field): NameOf =>
  (row) =>
    textOf(row, field) ?? textOf(row, otherwise)
/** Many items have the same title: their SKU tells them apart, also where there is no room for the title. */
const item: NameOf = (row) =>
  [textOf(row, "sku"), textOf(row, "title")].filter(Boolean).join(" · ") || textOf(row, "inventory_item_id")

const byGroup = (group_by: string, name: NameOf): ReportKind => ({
  path: "reports",
  query: { group_by, ...BY_GROUP },
  takes: AT_A_MOMENT,
  measure: { of: "rows", name, value: "stocked_quantity", unit: "units" },
})
const named = (report: string, takes: readonly Parameter[], measure: Measure): ReportKind => ({
  path: `reports/${report}`,
  query: {},
  takes,
  measure,
})
const items = (value: string, unit: Unit): Measure => ({ of: "rows", name: item, value, unit })

/** The parts of the report of ages, the youngest first. */
export const AGES = [
  ...["days_0_to_30", "days_31_to_60", "days_61_to_90", "days_91_to_180", "days_181_to_365"],
  ...["days_over_365", "unknown_age"],
]

export const REPORTS = {
  "by-location": byGroup("location", by("location_name", "location_id")),
  "by-item": byGroup("item", item),
  "by-category": byGroup("category", by("category_name")),
  "by-status": byGroup("status", by("status")),
  "low-stock": named("low-stock", AT_A_MOMENT, items("available_quantity", "units")),
  value: named("value", [...AT_A_MOMENT, "currency"], items("value", "money")),
  ageing: named("ageing", AT_A_MOMENT, { of: "totals", parts: AGES, unit: "units" }),
  "dead-stock": named("dead-stock", [...AT_A_MOMENT, "days"], items("stocked_quantity", "units")),
  "sell-through": named("sell-through", OVER_A_SPAN, items("sell_through", "percent")),
  shrinkage: named("shrinkage", OVER_A_SPAN, {
    ...{ of: "rows", name: by("reason"), value: "lost_quantity", unit: "units", sums: true },
  }),
} as const satisfies Record<string, ReportKind>

export type ReportId = keyof typeof REPORTS
export const REPORT_IDS = Object.keys(REPORTS) as ReportId[]
export const kindOf = (report: ReportId): ReportKind => REPORTS[report]
