import type { Figures } from "../../../../modules/distributor/titles/title"
import { placeRows } from "../place-rows"

type Stock = Record<string, [on_hand: number | null, on_order: number | null]>

const figures = (stock: Stock, on_hand: number | null, on_order: number | null): Figures => ({
  ...{ on_hand, on_order },
  locations: Object.entries(stock).map(([code, [units, ordered]]) => ({
    ...{
      code,
      on_hand: units,
      on_hand_qualifier: "exact",
      on_order: ordered,
      committed: null,
      stocked: true,
    },
  })),
})
const row = (
  code: string | null,
  before: number | null,
  after: number | null,
  orders: [number | null, number | null]
) => ({
  ...{ code, before, after, on_order_before: orders[0], on_order: orders[1] },
})

describe("A title that changes has a row", () => {
  it("for each place whose figures differ, by code, and one for what they come to", () => {
    const before = figures({ TN: [5, 0], OR: [2, 0], IN: [1, 9] }, 8, 9)
    const after = figures({ TN: [0, 0], OR: [2, 0], IN: [1, 4] }, 3, 4)
    expect(placeRows(before, after)).toEqual([
      row("IN", 1, 1, [9, 4]),
      row("TN", 5, 0, [0, 0]),
      row(null, 8, 3, [9, 4]),
    ])
  })

  it("for a place that is new, and for one that is not named any more, of which nothing is said", () => {
    expect(placeRows(figures({ PA: [4, 0] }, 4, 0), figures({ TN: [4, 0] }, 4, 0))).toEqual([
      row("PA", 4, null, [0, null]),
      row("TN", null, 4, [null, 0]),
      row(null, 4, 4, [0, 0]),
    ])
  })

  it("for its only place alone, which says the same as a sum", () => {
    const rows = placeRows(figures({ main: [1, null] }, 1, null), figures({ main: [7, null] }, 7, null))
    expect(rows).toEqual([row("main", 1, 7, [null, null])])
  })

  it("for the sum of its only place where that does not count", () => {
    const same = figures({ CS: [3, 0] }, 0, 0)
    expect(placeRows(same, same)).toEqual([row(null, 0, 0, [0, 0])])
  })

  it("for all that is there now where nothing was known before, and what is not said stays unsaid", () => {
    expect(placeRows(null, figures({ TN: [3, null], OR: [null, null] }, 3, null))).toEqual([
      row("TN", null, 3, [null, null]),
      row(null, null, 3, [null, null]),
    ])
  })
})
