import type { PluralText } from "../../label.js"

/** What the components say beside labels. A shop gives its own for some or all of them. */
export type ComponentTexts = {
  /** Name of the filter's group. */
  filter: string
  loading: string
  /** `{count}` of all products, not of those that are shown. */
  found: PluralText
  none_found: string
  error: string
  retry: string
  more: string
  loading_more: string
  /** `{price}` of the cheapest variant. */
  price_from: string
}

const ENGLISH: ComponentTexts = {
  filter: "Availability",
  loading: "Loading products",
  found: { one: "{count} product", other: "{count} products" },
  none_found: "No products found",
  error: "The products could not be loaded.",
  retry: "Try again",
  more: "Show more",
  loading_more: "Loading more products",
  price_from: "from {price}",
}

const GERMAN: ComponentTexts = {
  filter: "Verfügbarkeit",
  loading: "Produkte werden geladen",
  found: { one: "{count} Produkt", other: "{count} Produkte" },
  none_found: "Keine Produkte gefunden",
  error: "Die Produkte konnten nicht geladen werden.",
  retry: "Noch einmal versuchen",
  more: "Mehr anzeigen",
  loading_more: "Weitere Produkte werden geladen",
  price_from: "ab {price}",
}

/** By language. */
export const COMPONENT_TEXTS: Record<"en" | "de", ComponentTexts> = { en: ENGLISH, de: GERMAN }
