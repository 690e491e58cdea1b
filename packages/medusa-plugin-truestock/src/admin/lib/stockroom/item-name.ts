type Called = { sku: string | null; title: string | null }

/** What to call an item in a sentence: "Title, SKU". */
export function itemName({ title, sku }: Called, untitled: string): string {
  return [title, sku].filter(Boolean).join(", ") || untitled
}
