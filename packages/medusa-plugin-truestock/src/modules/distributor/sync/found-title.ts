import type { StockRecord } from "truestock-distributor-feeds"
import { digestOf } from "../rules/digest-of"
import { figuresOf, termsOf } from "../rules/terms-of"
import type { SourceOptions } from "../sources/source-options"
import type { FoundTitle } from "../titles/sql/put-titles"

/** A record as the queue keeps it. */
export function foundTitle(stock: StockRecord, source: SourceOptions, now: Date): FoundTitle {
  const { locations: _, provenance, ...record } = stock
  const figures = figuresOf(stock, source)
  const terms = termsOf(stock, figures, source, now)
  return {
    ean13: stock.ean13,
    record,
    ...figures,
    terms,
    digest: digestOf({ record, ...figures, terms }),
    as_of: provenance.as_of,
  }
}
