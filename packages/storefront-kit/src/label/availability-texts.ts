/** A text, or one for each plural that the language has (`Intl.PluralRules`): `{ one: "1 day", other: "{count} days" }`. */
export type PluralText = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

/** What an availability is called. A shop gives its own for some or all of them; what stands in `{}` is filled in. */
export type AvailabilityTexts = {
  in_stock: string
  /** `{quantity}` */
  low_stock: PluralText
  /** Where the shop does not tell how many there are, and as the name of the status. */
  low_stock_unknown: string
  preorder: string
  /** `{date}` of the release. */
  preorder_on: string
  backorder: string
  /** `{date}` from which there is stock. */
  backorder_on: string
  /** `{time}` until it ships, such as "1-2 weeks". */
  backorder_in: string
  /** `{time}`, where it may be sooner. */
  backorder_within: string
  incoming: string
  /** `{date}` */
  incoming_on: string
  /** In none of these ways, or not now: what the cart would refuse. */
  not_purchasable: string
  out_of_stock: string
  discontinued: string
  /** `{count}`, which may be a range. */
  days: PluralText
  weeks: PluralText
}

const ENGLISH: AvailabilityTexts = {
  in_stock: "In stock",
  low_stock: "Only {quantity} left",
  low_stock_unknown: "Only a few left",
  preorder: "Preorder",
  preorder_on: "Preorder, releases {date}",
  backorder: "Available to order",
  backorder_on: "Available to order, expected {date}",
  backorder_in: "Available to order, ships in {time}",
  backorder_within: "Available to order, ships within {time}",
  incoming: "Coming soon",
  incoming_on: "Coming soon, expected {date}",
  not_purchasable: "Currently unavailable",
  out_of_stock: "Out of stock",
  discontinued: "No longer available",
  days: { one: "{count} day", other: "{count} days" },
  weeks: { one: "{count} week", other: "{count} weeks" },
}

const GERMAN: AvailabilityTexts = {
  in_stock: "Auf Lager",
  low_stock: "Nur noch {quantity} verfügbar",
  low_stock_unknown: "Nur noch wenige verfügbar",
  preorder: "Vorbestellbar",
  preorder_on: "Vorbestellbar, erscheint am {date}",
  backorder: "Bestellbar",
  backorder_on: "Bestellbar, voraussichtlich am {date} da",
  backorder_in: "Bestellbar, versandfertig in {time}",
  backorder_within: "Bestellbar, versandfertig innerhalb von {time}",
  incoming: "Bald erhältlich",
  incoming_on: "Bald erhältlich, voraussichtlich am {date}",
  not_purchasable: "Derzeit nicht erhältlich",
  out_of_stock: "Nicht auf Lager",
  discontinued: "Nicht mehr erhältlich",
  // As they stand behind "in" and "innerhalb von".
  days: { one: "{count} Tag", other: "{count} Tagen" },
  weeks: { one: "{count} Woche", other: "{count} Wochen" },
}

/** By language. */
export const AVAILABILITY_TEXTS: Record<"en" | "de", AvailabilityTexts> = { en: ENGLISH, de: GERMAN }
