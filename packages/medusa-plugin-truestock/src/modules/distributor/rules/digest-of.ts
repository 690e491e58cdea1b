import { createHash } from "node:crypto"
import type { Figures, SaleTerms, TitleRecord } from "../titles/title"

/** Tells whether anything that counts has changed; where a row stood and when it was written does not. */
export function digestOf(title: Figures & { record: TitleRecord; terms: SaleTerms }): string {
  const { locations, on_hand, on_order, record, terms } = title
  return createHash("sha256")
    .update(JSON.stringify([locations, on_hand, on_order, record, terms]))
    .digest("base64")
    .slice(0, 22)
}
