import type { Called } from "./answers"

/** What people know an item by, and what tells it from others of its kind: its variant, and its SKU. */
export function itemNames({ product_title, title, sku }: Called): {
  main: string | undefined
  details: string
} {
  const names = [product_title, title, sku].filter((name) => name)
  const [main, ...others] = names.filter((name, index) => names.indexOf(name) === index)
  return { main: main ?? undefined, details: others.join(" · ") }
}

/** What to call an item in a sentence: "Product, variant, SKU". */
export function itemName(item: Called, untitled: string): string {
  const { main, details } = itemNames(item)
  return main ? [main, details].filter(Boolean).join(" · ") : untitled
}
