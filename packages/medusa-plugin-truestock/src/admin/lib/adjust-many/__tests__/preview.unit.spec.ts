import i18n from "../../../i18n"
import type { GridRow } from "../grid-row"
import { type Judging, type Known, preview } from "../preview"
import { adjustManyBody, rowsToApply } from "../request"

const level = (location_id: string, stocked: number, promised = 0) => ({
  ...{ location_id, stocked_quantity: stocked, reserved_quantity: promised, held_quantity: 0 },
  available_quantity: stocked - promised,
})
const known: Known = {
  items: new Map([
    ["A", { id: "iitem_a", title: "Atlas", levels: [level("sloc_m", 10, 4), level("sloc_o", 0)] }],
    ["B", { id: "iitem_b", title: null, levels: [level("sloc_m", 2, 5)] }],
  ]),
  locations: [
    { location_id: "sloc_m", name: "Main Warehouse", code: "MAIN" },
    { location_id: "sloc_o", name: "Overflow", code: null },
    { location_id: "sloc_p", name: "overflow", code: "OVER2" },
  ],
  allow_fractions: false,
}
const change: Judging = {
  mode: "change",
  allowShortfall: false,
  words: i18n.de.translation.truestock.adjust.reasons,
}
const row = (sku: string, location: string, quantity: string, reason = "", note = ""): GridRow => ({
  ...{ sku, location, quantity, reason, note },
})
const judge = (rows: GridRow[], how: Partial<Judging> = {}, more: Partial<Known> = {}) =>
  preview(rows, { ...known, ...more }, { ...change, ...how })
const problemsOf = (one: GridRow, how: Partial<Judging> = {}, more: Partial<Known> = {}) =>
  judge([one], how, more)[0]!.problems

describe("A preview", () => {
  it("tells what is there and what it comes to, and keeps the number of the line in the grid", () => {
    const rows = [
      row("A", "MAIN", "-6", "damaged", " wet "),
      row("", "", ""),
      row("B", "main warehouse", "+3"),
    ]
    expect(judge(rows)).toMatchObject([
      { line: 1, before: 10, after: 4, reason: "damaged", problems: [] },
      { line: 3, before: 2, after: 5, reason: "correction", problems: [] },
    ])
    expect(judge([row("A", "sloc_m", "7")], { mode: "counted" })).toMatchObject([
      { before: 10, after: 7, reason: "count", problems: [] },
    ])
  })

  it("reads a reason in the operator's language", () => {
    expect(judge([row("A", "MAIN", "1", "Gefunden")])[0]!.reason).toBe("found")
  })

  it("reads parts of units where the shop has them, without their errors of rounding", () => {
    const items = new Map([["A", { id: "a", title: null, levels: [level("sloc_m", 0.1)] }]])
    const rows = judge([row("A", "MAIN", "0.2")], {}, { items, allow_fractions: true })
    expect(rows).toMatchObject([{ after: 0.3, problems: [] }])
    expect(adjustManyBody(rows, false).adjustments[0]).toMatchObject({
      adjustment: 0.2,
      expected_quantity: 0.1,
    })
  })

  it.each([
    [row("", "MAIN", "1"), { problem: "sku_missing" }],
    [row("a", "MAIN", "1"), { problem: "unknown_sku" }],
    [row("A", "", "1"), { problem: "location_missing" }],
    [row("A", "Nowhere", "1"), { problem: "unknown_location" }],
    [row("A", "OVERFLOW", "1"), { problem: "ambiguous_location" }],
    [row("B", "sloc_o", "1"), { problem: "no_level" }],
    [row("A", "MAIN", ""), { problem: "quantity_missing" }],
    [row("A", "MAIN", "1,5"), { problem: "decimal_comma", hint: "1.5" }],
    [row("A", "MAIN", "-1.250,75"), { problem: "decimal_comma", hint: "-1250.75" }],
    [row("A", "MAIN", "1.5"), { problem: "fraction" }],
    [row("A", "MAIN", "five"), { problem: "not_a_number" }],
    [row("A", "MAIN", "1e3"), { problem: "not_a_number" }],
    [row("A", "MAIN", "1", "whim"), { problem: "unknown_reason" }],
    [row("A", "MAIN", "1", "", "x".repeat(10_001)), { problem: "note_too_long" }],
    [row("A", "MAIN", "-11"), { problem: "negative_stock", stocked: 10 }],
    [row("A", "MAIN", "\u22127"), { problem: "below_promised", available: 6 }],
  ])("names what is wrong with %j", (one, problem) => {
    expect(problemsOf(one)).toEqual([problem])
  })

  it("names all that is wrong with a row at once", () => {
    expect(problemsOf(row("X", "Y", "1,5", "Z")).map(({ problem }) => problem)).toEqual([
      ...["unknown_sku", "unknown_location", "decimal_comma", "unknown_reason"],
    ])
  })

  it("refuses a count below zero, and below what is promised unless that is allowed; a rise never", () => {
    const counted = { mode: "counted" } as const
    expect(problemsOf(row("A", "MAIN", "-1"), counted)).toEqual([{ problem: "negative_count" }])
    expect(problemsOf(row("A", "MAIN", "3"), counted)).toEqual([{ problem: "below_promised", available: 6 }])
    expect(problemsOf(row("A", "MAIN", "3"), { ...counted, allowShortfall: true })).toEqual([])
    expect(problemsOf(row("A", "MAIN", "-11"), { allowShortfall: true })).toHaveLength(1)
    expect(problemsOf(row("B", "MAIN", "3"), counted)).toEqual([])
  })

  it("tells each of two rows about one level of the other, however the location is called", () => {
    const rows = judge([
      row("A", "MAIN", "1"),
      row("A", "Overflow", "1"),
      row("A", "Main Warehouse", "1"),
      row("A", "sloc_m", "1"),
    ])
    expect(rows.map(({ problems }) => problems.map((one) => "line" in one && one.line))).toEqual([
      [3],
      [false],
      [1],
      [1],
    ])
  })
})

describe("What is applied", () => {
  it("is the rows without a problem that change something, each with the stock that was shown", () => {
    const rows = judge(
      [
        ...[
          row("A", "MAIN", "10"),
          row("B", "MAIN", "1,5"),
          row("A", "sloc_o", "3", "Gefunden", " in a box "),
        ],
      ],
      { mode: "counted" }
    )
    expect(adjustManyBody(rowsToApply(rows), true)).toEqual({
      adjustments: [
        {
          ...{ inventory_item_id: "iitem_a", location_id: "sloc_o", adjustment: 3, expected_quantity: 0 },
          ...{ reason: "found", note: "in a box" },
        },
      ],
      ...{ on_error: "skip", allow_shortfall: true },
    })
  })
})
