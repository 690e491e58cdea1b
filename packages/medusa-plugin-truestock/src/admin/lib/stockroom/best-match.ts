import type { FoundItem } from "./answers"

/**
 * Which of the items found the operator means who types or scans a text and presses Enter: the one with that SKU, or
 * the only one, as with a barcode. With several, they choose.
 */
export function bestMatch<Item extends Pick<FoundItem, "sku">>(
  found: readonly Item[],
  typed: string
): Item | undefined {
  const text = typed.trim().toLowerCase()
  return (
    found.find(({ sku }) => sku?.toLowerCase() === text) ??
    (found.length === 1 && text ? found[0] : undefined)
  )
}
