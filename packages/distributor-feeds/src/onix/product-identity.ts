import { readEan13, toIsbn10 } from "../identifiers"
import type { Identifiers } from "../record"
import { BadProduct } from "./bad-product"
import { all, type Element, textAt } from "./element"

type Note = (name: string, value: string) => void

/** Types of list 5 that name one title; the first that a product has is its EAN. */
const TITLE_IDS = ["15", "03", "02", "14", "04"]

/** The EAN of a product, or undefined where it has none that is valid. Cheap: asked of every product of a file. */
export function ean13Of(product: Element): string | undefined {
  const ids = byType(product)
  const type = TITLE_IDS.find((each) => ids.has(each))
  const reading = type && readEan13(ids.get(type)!)
  return reading && "ean13" in reading ? reading.ean13 : undefined
}

/** A product's EAN and its other identifiers; a BadProduct where there is none, it is damaged, or two disagree. */
export function productIdentity(product: Element, note: Note): { ean13: string; identifiers: Identifiers } {
  const ids = byType(product)
  const type = TITLE_IDS.find((each) => ids.has(each))
  if (!type) throw new BadProduct("missing_identifier", "The product has no ISBN, GTIN or UPC.")
  const reading = readEan13(ids.get(type)!)
  if ("problem" in reading) throw new BadProduct(reading.problem, reading.message)
  const { ean13 } = reading

  const gtin = ids.has("03") ? readEan13(ids.get("03")!) : reading
  if (!("ean13" in gtin) || gtin.ean13 !== ean13) {
    throw new BadProduct(
      "identifiers_disagree",
      `ISBN-13 ${ean13} and GTIN-13 "${ids.get("03")!.slice(0, 40)}" name two titles.`
    )
  }
  const isbn10 = toIsbn10(ean13)
  const stated = ids.get("02") && readEan13(ids.get("02")!)
  if (stated && !("ean13" in stated && stated.ean13 === ean13)) note("isbn10_of_another", ids.get("02")!)

  return {
    ean13,
    identifiers: {
      isbn10: stated ? isbn10 : null,
      upc: digits(ids.get("04"), 12),
      gtin14: digits(ids.get("14"), 14),
      supplier_id: ids.get("01") ?? null,
    },
  }
}

function byType(product: Element): Map<string, string> {
  const found = new Map<string, string>()
  for (const id of all(product, "ProductIdentifier")) {
    const [type, value] = [textAt(id, "ProductIDType"), textAt(id, "IDValue")]
    if (type && value && !found.has(type)) found.set(type, value)
  }
  return found
}

function digits(text: string | undefined, length: number): string | null {
  const bare = text?.replace(/[\s-]/g, "") ?? ""
  return new RegExp(`^\\d{${length}}$`).test(bare) ? bare : null
}
