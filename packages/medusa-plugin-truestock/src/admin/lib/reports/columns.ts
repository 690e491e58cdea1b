/** How a column of a report is written. */
export type ColumnKind =
  "item" | "quantity" | "money" | "percent" | "moment" | "status" | "reason" | "currency" | "text"

/** Ids say nothing to people; their names and links stand for them. A title stands with its item. */
const HIDDEN = ["inventory_item_id", "location_id", "category_id", "title"]

const KINDS: Record<string, ColumnKind> = {
  sku: "item",
  location_name: "text",
  category_name: "text",
  status: "status",
  reason: "reason",
  currency_code: "currency",
  average_cost: "money",
  value: "money",
  sell_through: "percent",
  last_fulfilled_at: "moment",
  last_came_at: "moment",
  idle_since: "moment",
}

const NUMBERS: ColumnKind[] = ["quantity", "money", "percent"]

/** A column by its name; what is not known here is a number. */
export const kindOfColumn = (name: string): ColumnKind => KINDS[name] ?? "quantity"
export const isNumeric = (name: string): boolean => NUMBERS.includes(kindOfColumn(name))

/** The columns of a report that people see, in its order. */
export const shownColumns = (columns: readonly string[]): string[] =>
  columns.filter((name) => !HIDDEN.includes(name))
