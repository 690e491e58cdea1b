import { FeedError } from "../errors"
import type { ReadOptions } from "../feed"

/** Which column, by its heading, says what. Headings are compared without case and outer spaces. */
export type CsvColumns = {
  /** ISBN, EAN, UPC or GTIN in any notation. */
  identifier: string
  title?: string
  subtitle?: string
  /** Several, separated by semicolons. */
  contributors?: string
  publisher?: string
  binding?: string
  series?: string
  description?: string
  price?: string
  discount?: string
  product_type?: string
  /** `2026-11-22`, `20261122`, `2026-11` or `2026`. */
  publication_date?: string
  on_sale_date?: string
  /** Words, kept as they are. */
  availability?: string
  supplier_id?: string
}

/** A place and the columns of its figures; a file with one figure has one place. */
export type CsvLocation = { code: string; on_hand?: string; on_order?: string }

/** Headings of a file with a row per title and place; `code`: of the place's name. */
export type CsvPlaceColumns = { code: string; on_hand?: string; on_order?: string }

export type CsvOptions = ReadOptions & {
  columns: CsvColumns
  /** The places and their columns, where a title has one row. */
  locations?: readonly CsvLocation[]
  /** Instead: a title has a row per place, one after the other. */
  place_rows?: CsvPlaceColumns
  source?: string
  /** ISO instant of which the figures are. */
  as_of?: string | null
  /** Default a comma. */
  delimiter?: string
  /** A blank quantity is not said (`unknown`, the default), or the row is rejected (`reject`). Zero it never is. */
  blank_quantity?: "unknown" | "reject"
  /** Prices are written `18,99`; default false, and a comma is rejected. */
  decimal_comma?: boolean
  /** ISO 4217, of all prices; default USD. */
  currency?: string
  /** Records and rejects in one batch; default 1000. */
  batch_size?: number
}

/** Place of every mapped heading. Throws FeedError `layout_changed` for a heading that is missing or there twice. */
export function placesOf(heading: readonly string[], options: CsvOptions, file: string): Map<string, number> {
  const plain = heading.map(plainHeading)
  const wanted = [
    ...Object.values(options.columns),
    ...(options.locations ?? []).flatMap((location) => [location.on_hand, location.on_order]),
    ...Object.values(options.place_rows ?? {}),
  ].filter((name): name is string => name !== undefined)
  const places = new Map<string, number>()
  for (const name of wanted) {
    const place = plain.indexOf(plainHeading(name))
    if (place < 0 || plain.lastIndexOf(plainHeading(name)) !== place) {
      const what = place < 0 ? "no column" : "more than one column"
      const there = heading.slice(0, 30).join(", ").slice(0, 300)
      throw new FeedError(
        "layout_changed",
        `${file} has ${what} ${JSON.stringify(name)}; its columns are: ${there}.`
      )
    }
    places.set(name, place)
  }
  return places
}

function plainHeading(name: string): string {
  return name.trim().toLowerCase()
}
