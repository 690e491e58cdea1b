import type { CheerioAPI } from "cheerio"
import { toIsbn10 } from "../identifiers"
import type { Provenance, StockRecord, TitleFacts } from "../record"
import { pageDate, retailPrice, saleSentences } from "./page-facts"
import { stockTable } from "./stock-table"
import { blank } from "./text"

type TitlePageParts = {
  $: CheerioAPI
  labelled: Map<string, string>
  title: string
  ean13: string
  provenance: Provenance
}

/** The record of a title page whose identity is proved; a PageProblem where stock or price cannot be read. */
export function titleRecord({ $, labelled, title, ean13, provenance }: TitlePageParts): StockRecord {
  const { price, discount } = retailPrice(labelled.get("us srp"))
  const { restricted, returnable } = saleSentences(sentences($))
  const headline = blank($("#pd-title, .productDetailTitle").first().next("strong").text())
  const availability = /^[-–]\s*(.+)$/.exec(headline)?.[1]

  return {
    ean13,
    identifiers: { isbn10: toIsbn10(ean13), upc: null, gtin14: null, supplier_id: titleNumber($) },
    title: titleFacts($, labelled, title),
    locations: stockTable($),
    availability: availability ? { scheme: "text", code: availability } : null,
    publisher_status: null,
    dates: { publication: pageDate(publishedText(labelled)), on_sale: null, expected: [], last_return: null },
    print_on_demand: null,
    backorder_only: null,
    returnable,
    restricted,
    list_price: price,
    discount,
    product_type: null,
    weight_pounds: null,
    provenance,
  }
}

/** The text of the publication date as the page has it. */
export function publishedText(labelled: Map<string, string>): string {
  return labelled.get("pub date") ?? labelled.get("release date") ?? ""
}

function titleFacts($: CheerioAPI, labelled: Map<string, string>, title: string): TitleFacts {
  const contributors = $("a.doContributorSearch").toArray().map((link) => blank($(link).text())) // prettier-ignore
  return {
    title,
    subtitle: null,
    contributors: [...new Set(contributors.filter((name) => name !== ""))],
    publisher: blank($("a.doSid").first().text()) || null,
    binding: labelled.get("binding") || null,
    series: labelled.get("series") || null,
    description: null,
  }
}

/** Paragraphs that are not part of a description, whose words are anybody's. */
function sentences($: CheerioAPI): string[] {
  const inText = ["descr", "annot", "review", "synop"].flatMap((part) => [
    `[class*=${part} i] p, p[class*=${part} i]`,
    `[id*=${part} i] p, p[id*=${part} i]`,
  ])
  return $("p").not(inText.join(", ")).toArray().map((each) => blank($(each).text())) // prettier-ignore
}

function titleNumber($: CheerioAPI): string | null {
  return $("input[name=ttlid]").first().attr("value")?.trim() || null
}
