import { createHash } from "node:crypto"
import type { Figures, SaleTerms, TitleRecord } from "../titles/title"

/** Tells whether anything that counts has changed; where a row stood and when it was written does not. */
export function digestOf(title: Figures & { record: TitleRecord; terms: SaleTerms }): string {
  const { locations, on_hand, on_order, record, terms } = title
  return createHash("sha256")
    .update(JSON.stringify([locations, on_hand, on_order, record, terms], inOneOrder))
    .digest("base64")
    .slice(0, 22)
}

/** A record that comes back from the database has its fields in another order, and is the same. */
function inOneOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
