import type { FoundItem } from "./answers"
import { unitsOf } from "./units"

/** What the operator puts on a paper: an item, and how many units of it, as typed. */
export type DraftLine = { item: Pick<FoundItem, "id" | "sku" | "title" | "product_title">; units: string }

/** One unit of it; one more of what is there already, as when it is scanned again. */
export function addLine(lines: DraftLine[], item: DraftLine["item"]): DraftLine[] {
  if (!lines.some((line) => line.item.id === item.id)) return [...lines, { item, units: "1" }]
  return lines.map((line) =>
    line.item.id === item.id ? { ...line, units: String((unitsOf(line.units) ?? 0) + 1) } : line
  )
}

export function setUnits(lines: DraftLine[], itemId: string, units: string): DraftLine[] {
  return lines.map((line) => (line.item.id === itemId ? { ...line, units } : line))
}

export function removeLine(lines: DraftLine[], itemId: string): DraftLine[] {
  return lines.filter((line) => line.item.id !== itemId)
}

/** The lines as the API takes them; undefined while there are none, or one without units. */
export function linesBody(lines: DraftLine[]): { inventory_item_id: string; quantity: number }[] | undefined {
  const body = lines.flatMap(({ item, units }) => {
    const quantity = unitsOf(units)
    return quantity === undefined ? [] : [{ inventory_item_id: item.id, quantity }]
  })
  return body.length > 0 && body.length === lines.length ? body : undefined
}
