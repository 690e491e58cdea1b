import { MOVEMENT_REASONS } from "../../../../modules/inventory_management/movement"
import { PARAMETERS_OF } from "../../../../modules/inventory_management/reports/report-input"
import { REPORT_GROUPS, REPORT_NAMES } from "../../../../modules/inventory_management/reports/report"
import i18n from "../../../i18n"
import type { ReportAnswer } from "../answers"
import { barsOf, MOST_BARS } from "../bars"
import { kindOfColumn, shownColumns } from "../columns"
import {
  momentProblem,
  readReportSearch,
  reportAddress,
  reportQuestion,
  writeReportSearch,
} from "../report-search"
import { REPORT_IDS } from "../reports"

const everything = {
  ...{
    date: new Date("2026-01-02T03:04"),
    from: new Date("2026-01-01T00:00"),
    to: new Date("2026-02-01T00:00"),
  },
  ...{ locationId: "sloc_1", currency: "eur", days: 30 },
}
const answer = (rows: ReportAnswer["report"]["rows"], totals = {}): ReportAnswer["report"] => ({
  ...{ name: "x", as_of: "", from: null, columns: [], rows, totals },
})

describe("The page of reports", () => {
  it("has every report that there is", () => {
    const groups = REPORT_GROUPS.map((group) => `by-${group}`)
    expect([...REPORT_IDS].sort()).toEqual([...new Set([...groups, ...REPORT_NAMES])].sort())
  })

  it.each(REPORT_NAMES.filter((name) => name !== "by-location"))(
    "asks of %s what it takes, and nothing else",
    (report) => {
      const { path, query } = reportQuestion({ ...everything, report })
      expect(path).toBe(`/admin/inventory/reports/${report}`)
      const takes = PARAMETERS_OF[report].filter((name) => name !== "limit" && name !== "offset")
      expect(Object.keys(query).sort()).toEqual([...takes].sort())
    }
  )

  it("asks for groups with all quantities, and for a file at the backend's own place", () => {
    expect(reportAddress({ report: "by-category", locationId: "sloc_1" }, "https://shop.test/back/")).toBe(
      "https://shop.test/back/admin/inventory/reports?group_by=category&include_reserved=true&include_incoming=true&location_id=sloc_1&format=csv"
    )
  })

  it("keeps what is asked in its address, and reads nothing else from there", () => {
    const filter = { ...everything, report: "value", page: 2 } as const
    expect(readReportSearch(writeReportSearch(filter))).toEqual(filter)
    const typed = "report=all&date=yesterday&days=1.5&page=-1&currency_code=EURO&location_id="
    expect(readReportSearch(new URLSearchParams(typed))).toEqual({ report: "by-location", page: 0 })
  })

  it("knows a moment that is still to come, and a span that ends before it begins", () => {
    const now = new Date("2026-01-15T00:00")
    expect(momentProblem({ report: "value", date: new Date("2026-01-16") }, now)).toBe("future")
    expect(momentProblem({ report: "shrinkage", to: new Date("2026-01-16") }, now)).toBe("future")
    expect(momentProblem({ report: "value", from: new Date("2026-01-16") }, now)).toBeUndefined()
    const span = { from: new Date("2026-01-10"), to: new Date("2026-01-09") }
    expect(momentProblem({ report: "shrinkage", ...span }, now)).toBe("backwards")
    expect(momentProblem({ report: "shrinkage", from: span.to, to: span.from }, now)).toBeUndefined()
  })
})

describe("The chart of a report", () => {
  it("has no bar for what has no cost, and the amounts of one currency alone", () => {
    const row = (title: string, value: number | null, currency_code: string | null) => ({
      title,
      value,
      currency_code,
    })
    expect(barsOf("value", answer([row("A", 5, "eur"), row("B", 9, "usd"), row("C", null, null)]))).toEqual({
      ...{ bars: [{ name: "A", value: 5, currency: "eur" }], unit: "money", currency: "eur" },
    })
  })

  it("compares the first rows alone, by a name that tells items apart", () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({
      title: n ? null : "A",
      sku: `s${n}`,
      stocked_quantity: n,
    }))
    const { bars } = barsOf("by-item", answer(rows))
    expect([bars.length, bars[0], bars[1]]).toEqual([
      ...[MOST_BARS, { name: "s0 · A", value: 0 }, { name: "s1", value: 1 }],
    ])
  })

  it("adds a reason up that was lost in several currencies", () => {
    const rows = [
      { reason: "lost", currency_code: "eur", lost_quantity: 2 },
      { reason: "lost", currency_code: null, lost_quantity: 3 },
      { reason: null, currency_code: null, lost_quantity: 1 },
    ]
    expect(barsOf("shrinkage", answer(rows)).bars).toEqual([
      { name: "lost", value: 5 },
      { name: null, value: 1 },
    ])
  })

  it("of ages compares the totals, and is none where nothing is on hand", () => {
    expect(barsOf("ageing", answer([], { days_0_to_30: 0 })).bars).toEqual([])
    expect(barsOf("ageing", answer([], { days_0_to_30: 4 })).bars).toHaveLength(7)
  })
})

describe("A column", () => {
  it("of ids is not shown; one that is not known is a number", () => {
    expect(shownColumns(["inventory_item_id", "sku", "title", "levels"])).toEqual(["sku", "levels"])
    expect([kindOfColumn("value"), kindOfColumn("levels")]).toEqual(["money", "quantity"])
  })

  it("of reasons has a text for each", () => {
    const { reason } = i18n.en.translation.truestock.movements
    expect(Object.keys(reason)).toEqual([...MOVEMENT_REASONS])
  })
})
