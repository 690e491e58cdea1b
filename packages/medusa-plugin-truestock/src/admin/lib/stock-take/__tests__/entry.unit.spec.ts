import { differenceOf, entryOf, isEntry } from "../entry"

describe("What is typed into a line of a stock take", () => {
  it.each([
    ["8", null, { counted_quantity: 8 }],
    ["0", null, { counted_quantity: 0 }],
    ["8", 7, { counted_quantity: 8 }],
    ["", 7, { counted_quantity: null }],
  ])("%j where %j is on record is sent as %j", (typed, counted, entry) => {
    expect(entryOf(typed, counted)).toEqual(entry)
  })

  it.each([
    ["", null],
    ["7", 7],
    ["7.0", 7],
    ["-1", 7],
    ["e", null],
  ])("%j where %j is on record is not sent", (typed, counted) => {
    expect(entryOf(typed, counted)).toBeUndefined()
  })

  it("stays to be mended where it is no number of units", () => {
    expect(["8", "0", "", "-1", "e"].map(isEntry)).toEqual([true, true, true, false, false])
  })

  it("differs from the books before it is sent", () => {
    expect([differenceOf("8", 10), differenceOf("0", 0), differenceOf("", 10)]).toEqual([-2, 0, undefined])
  })
})
