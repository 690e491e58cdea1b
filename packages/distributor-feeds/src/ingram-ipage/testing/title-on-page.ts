/** A row of a stock table; `place` is the title that a row may have, such as `Chambersburg`. */
export type StockRow = { state: string; on_hand: number; on_order: number; place?: string }

/** What the double knows of a title. Texts are plain; the page escapes them. */
export type TitleOnPage = {
  ean13: string
  title: string
  contributors?: string[]
  publisher?: string
  binding?: string
  series?: string
  /** `MM/DD/YYYY`. */
  pub_date?: string
  /** `18.99` */
  us_srp?: string
  /** `REG`, `40%` */
  discount?: string
  ttlid?: string
  headline?: string
  not_returnable?: boolean
  /** A sentence on the page that forbids the sale. */
  restriction?: string
  /** Rows of the main table, and of that of the other centres. */
  main: StockRow[]
  alt?: StockRow[]
}

/** `new` and `old` name the title each in its own way; `2014` is the old one with cells in place of the stock tables. */
export type Generation = "new" | "old" | "2014"
