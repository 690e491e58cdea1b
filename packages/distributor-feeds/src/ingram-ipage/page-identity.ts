import type { CheerioAPI } from "cheerio"
import { readEan13 } from "../identifiers"
import { PageProblem } from "./page-problem"
import { blank } from "./text"

/** What the page calls itself: `ean13` is null where it has a title and no number that can be read. */
export type PageIdentity = { title: string; ean13: string | null }

/** Whose page it is, in either generation; undefined for a page that is not of a title at all. */
export function pageIdentity($: CheerioAPI, labelled: Map<string, string>): PageIdentity | undefined {
  const title = blank($("#pd-title").first().text()) || blank($("span.productDetailTitle").first().text())
  const numbers = [
    $(".pdImage[pd-ean]").first().attr("pd-ean"),
    $("#pd-product-id").first().text(),
    labelled.get("ean"),
  ].filter((each) => each !== undefined && each.trim() !== "")
  if (!title && numbers.length === 0) return undefined

  const eans = new Set(
    numbers.flatMap((each) => {
      const reading = readEan13(each!)
      return "ean13" in reading ? [reading.ean13] : []
    })
  )
  return { title, ean13: eans.size === 1 ? [...eans][0]! : null }
}

/** A page is taken for the title that was asked for, or for none. */
export function requireIdentity(identity: PageIdentity, ean13: string): PageIdentity {
  if (identity.ean13 === null) {
    throw new PageProblem("layout_changed", "The page has a title, yet no one EAN that can be read.")
  }
  if (identity.ean13 !== ean13) {
    throw new PageProblem("other_title", `The page is that of ${identity.ean13}, not of ${ean13}.`)
  }
  if (!identity.title) throw new PageProblem("layout_changed", "The page has no title.")
  return identity
}
