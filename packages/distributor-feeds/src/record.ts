/**
 * What every source is turned into: the stock of one title as one supplier states it. Null is "not said", never zero:
 * a parser that cannot read a figure rejects the row, one that has no such figure says null.
 */
export type StockRecord = {
  /** Canonical thirteen digits, check digit valid. */
  ean13: string
  /** The supplier takes the title back: nothing else is said. Left out everywhere else. */
  removed?: true
  /** Only part of what is known was sent: null and empty mean "as before". Left out where the record is whole. */
  partial?: true
  identifiers: Identifiers
  /** Null where the source has no title facts (StockV2); otherwise what a product can be made of. */
  title: TitleFacts | null
  /** One per place the supplier tells apart; empty where nothing was said about stock. */
  locations: LocationStock[]
  availability: CodedStatus | null
  publisher_status: CodedStatus | null
  dates: RecordDates
  print_on_demand: boolean | null
  /** Sold on backorder alone. */
  backorder_only: boolean | null
  returnable: boolean | null
  /** The supplier's restriction as it stands in the source; any value forbids the sale until the shop has mapped it. */
  restricted: string | null
  list_price: Price | null
  /** As it stands in the source (`REG`, `35%`): what it means is a matter of the shop's account. */
  discount: string | null
  product_type: string | null
  weight_pounds: number | null
  provenance: Provenance
}

export type Identifiers = {
  isbn10: string | null
  /** Twelve digits. */
  upc: string | null
  gtin14: string | null
  /** The supplier's own number of the title. */
  supplier_id: string | null
}

export type TitleFacts = {
  title: string
  subtitle: string | null
  contributors: string[]
  publisher: string | null
  binding: string | null
  series: string | null
  description: string | null
}

/** How to read `on_hand`: an open figure (`at_least`) must not be taken for an exact one. */
export type QuantityQualifier = "exact" | "at_least" | "at_most" | "about" | "band"

export type LocationStock = {
  /** The source's name of the place, such as `TN` or `1`. */
  code: string
  on_hand: number | null
  on_hand_qualifier: QuantityQualifier
  on_order: number | null
  /** Of what is on order: already promised to others. */
  committed: number | null
  /** Whether the place carries the title; where it says no, its figure does not count. */
  stocked: boolean | null
}

/** A code and the list it is from; codes that the list does not know are kept as they are. */
export type CodedStatus = {
  scheme: "onix65" | "onix64" | "ingram" | "text"
  code: string
}

export type FeedDate = {
  /** `2027-10-07`, `2027-10` or `2027`, as exact as `precision` says. */
  date: string
  precision: "day" | "month" | "year"
}

export type RecordDates = {
  publication: FeedDate | null
  /** Strict: may not be sold before. */
  on_sale: FeedDate | null
  /** Deliveries that the supplier expects. */
  expected: { date: FeedDate; quantity: number | null; location_code: string | null }[]
  last_return: FeedDate | null
}

export type Price = {
  /** Decimal as text, such as `18.99`: no binary fraction ever. */
  amount: string
  /** ISO 4217, upper case. */
  currency: string
}

export type Provenance = {
  source: string
  file: string
  /** Counted from 1: line, row or record, whatever the format counts. */
  row: number
  /** ISO instant of which the figures are; null where nobody said. */
  as_of: string | null
}
