import type { CheerioAPI } from "cheerio"
import type { LocationStock } from "../record"
import { PageProblem } from "./page-problem"
import { blank } from "./text"

type Row = { state: string; alt: boolean; place: string | null; on_hand: number; on_order: number | null }

const MAIN = "table.newStockCheckTable"
const ALT = "table.newAltStockCheckTable"

/** Sites that share a state, by what their row may be titled. */
const PLACES: [RegExp, string][] = [
  [/chambersburg/i, "PA"],
  [/allentown/i, "PA:alt"],
]

/**
 * Stock per distribution centre, by state and table and never by the number of a row. Where a state has two, the one
 * of the main table (or titled Chambersburg) is `PA`, the other `PA:alt`; `PA#1` and `PA#2` where nothing tells them
 * apart. A page without a table, or with one that cannot be read, is a PageProblem: unknown, never zero.
 */
export function stockTable($: CheerioAPI): LocationStock[] {
  const tables = [...tableRows($, MAIN, false), ...tableRows($, ALT, true)]
  const rows = tables.length > 0 ? tables : earlierCells($)
  if (rows.length === 0)
    throw new PageProblem("no_stock_table", "The page has no stock table: stock unknown.")

  const locations = named(rows)
  if (new Set(locations.map(({ code }) => code)).size < locations.length) {
    throw new PageProblem("layout_changed", "Two rows of stock name the same place.")
  }
  return locations.map(({ code, on_hand, on_order }) => ({
    code,
    on_hand,
    on_hand_qualifier: "exact",
    on_order,
    committed: null,
    stocked: null,
  }))
}

function tableRows($: CheerioAPI, selector: string, alt: boolean): Row[] {
  const table = $(selector)
  if (table.length > 1)
    throw new PageProblem("layout_changed", `The page has ${table.length} times ${selector}.`)
  return table
    .find("tr")
    .toArray()
    .flatMap((element, index) => {
      const row = $(element)
      const cells = row.children("td, th").toArray().map((cell) => blank($(cell).text())) // prettier-ignore
      const text = blank(cells.join(" "))
      const isHeading = row.children("td").length === 0 || (index === 0 && !alt)
      if (!/\d/.test(text) && (isHeading || text === "")) return []
      const state = /^([A-Z]{2})\b/.exec(text)?.[1]
      if (!state)
        throw new PageProblem(
          "layout_changed",
          `A row of stock begins with no state: "${text.slice(0, 60)}".`
        )

      const data = row.children("td.scTabledata").toArray().map((cell) => blank($(cell).text())) // prettier-ignore
      const [onHand, onOrder] = data.length > 0 ? data : text.slice(2).trim().split(" ")
      const title = row.attr("title") ?? row.find("[title]").first().attr("title") ?? null
      return [
        { state, alt, place: title, on_hand: quantity(onHand), on_order: onOrder ? quantity(onOrder) : null },
      ]
    })
}

/** The page of 2014: two cells for Tennessee, two for Pennsylvania, told apart by their class. */
function earlierCells($: CheerioAPI): Row[] {
  return (["TN", "PA"] as const).flatMap((state) => {
    const cells = $(state === "TN" ? ".scLightRow" : ".scDarkRow").toArray().map((cell) => blank($(cell).text())) // prettier-ignore
    if (cells.length === 0) return []
    return [{ state, alt: false, place: null, on_hand: quantity(cells[0]), on_order: quantity(cells[1]) }]
  })
}

function named(rows: Row[]): (Row & { code: string })[] {
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const site = PLACES.find(([title]) => title.test(row.place ?? ""))?.[1]
    if (site?.startsWith(row.state)) return { ...row, code: site }
    const same = rows.filter(({ state }) => state === row.state)
    if (same.length === 1) return { ...row, code: row.state }
    if (same.length === 2 && same[0]!.alt !== same[1]!.alt) {
      return { ...row, code: row.alt ? `${row.state}:alt` : row.state }
    }
    const number = (counts.get(row.state) ?? 0) + 1
    counts.set(row.state, number)
    return { ...row, code: `${row.state}#${number}` }
  })
}

function quantity(text: string | undefined): number {
  if (!/^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/.test(text ?? "")) {
    throw new PageProblem("layout_changed", `"${(text ?? "").slice(0, 40)}" is not a number of copies.`)
  }
  return Number(text!.replaceAll(",", ""))
}
