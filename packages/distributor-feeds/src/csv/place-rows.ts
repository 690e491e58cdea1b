import type { StockRecord } from "../record"
import { RowProblem } from "../row-problem"

/**
 * Rows that each tell of one place of a title, as one record per title. The rows of a title stand together; of a title of
 * which one row cannot be read nothing is said at all: a sum without it would be wrong.
 */
export class PlaceRows {
  #open: StockRecord | null = null
  #spoilt: string | null = null

  /** Takes a row's record, with its one place. Answers the title before it, where that is complete. */
  add(row: StockRecord): StockRecord | null {
    if (this.#spoilt === row.ean13) return null
    if (this.#open?.ean13 !== row.ean13) return this.#begin(row)
    const [place] = row.locations as [StockRecord["locations"][number]]
    const before = this.#open.locations.find(({ code }) => code === place.code)
    if (!before) this.#open.locations.push(place)
    else if (JSON.stringify(before) !== JSON.stringify(place)) {
      throw new RowProblem(
        "duplicate_ean",
        `The title has an earlier row of ${place.code} that says otherwise.`
      )
    }
    return null
  }

  /** A row of the title was rejected. */
  spoil(ean13: string): StockRecord | null {
    const before = this.#open?.ean13 === ean13 ? null : this.#open
    this.#open = null
    this.#spoilt = ean13
    return before
  }

  /** The last title. */
  end(): StockRecord | null {
    const last = this.#open
    this.#open = null
    return last
  }

  #begin(row: StockRecord): StockRecord | null {
    const before = this.#open
    this.#open = row
    this.#spoilt = null
    return before
  }
}
