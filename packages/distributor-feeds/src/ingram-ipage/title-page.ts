import { load } from "cheerio"
import type { Provenance, StockRecord } from "../record"
import { labelledFacts } from "./labelled-facts"
import { pageDate } from "./page-facts"
import { pageIdentity, requireIdentity } from "./page-identity"
import { isNestedTooDeeply } from "./nesting"
import { otherKind } from "./page-kind"
import { PageProblem } from "./page-problem"
import { publishedText, titleRecord } from "./title-record"

/** What a page turned out to be. Only `ok` says anything about stock. */
export type TitlePage =
  | { kind: "ok"; record: StockRecord; unknown: Record<string, string> }
  | { kind: "login" | "challenge" | "not_found" }
  | { kind: "layout_changed"; code: PageProblem["code"]; reason: string }

const NOWHERE: Provenance = { source: "ipage", file: "", row: 1, as_of: null }
const KNOWN_LABELS = new Set([
  ...["ean", "isbn", "isbn-10", "isbn-13", "pub date", "release date", "us srp", "binding", "physical info"],
  ...["series", "carton quantity", "publisher", "contributor", "contributors", "author", "by", "title"],
])

/**
 * Reads a title page of either generation. It is taken only if its EAN is the one asked for and a stock table on it
 * parsed; whatever else was answered is told apart by what it is.
 */
export function parseTitlePage(html: string, ean13: string, provenance: Provenance = NOWHERE): TitlePage {
  if (isNestedTooDeeply(html)) return changed("layout_changed", "The page is nested deeper than a page is.")
  try {
    const $ = load(html)
    const labelled = labelledFacts($)
    const identity = pageIdentity($, labelled)
    if (!identity) {
      const kind = otherKind($, html)
      return kind ? { kind } : changed("layout_changed", "The page is none that is known.")
    }
    try {
      const { title } = requireIdentity(identity, ean13)
      const record = titleRecord({ $, labelled, title, ean13, provenance })
      return { kind: "ok", record, unknown: unknownFacts(labelled) }
    } catch (error) {
      // Where a session has ended, a page may have its title still and a login in place of the stock.
      const kind =
        error instanceof PageProblem && error.code === "no_stock_table" ? otherKind($, "") : undefined
      if (kind === "login" || kind === "challenge") return { kind }
      throw error
    }
  } catch (error) {
    if (error instanceof PageProblem) return changed(error.code, error.message)
    throw error
  }
}

/** A label and a date that nobody here knows: to be learned from. */
function unknownFacts(labelled: Map<string, string>): Record<string, string> {
  const label = [...labelled.keys()].find((each) => !KNOWN_LABELS.has(each))
  const published = publishedText(labelled)
  return {
    ...(label ? { label } : {}),
    ...(published && !pageDate(published) ? { pub_date: published } : {}),
  }
}

function changed(code: PageProblem["code"], reason: string): TitlePage {
  return { kind: "layout_changed", code, reason }
}
