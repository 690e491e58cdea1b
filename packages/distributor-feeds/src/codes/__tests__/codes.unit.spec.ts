import type { CodedStatus, LocationStock } from "../../record"
import { freeOnOrderOf, INGRAM_PUBLISHER_STATUS, ONIX_LIST_65, onHandOf, saleTermsOf } from ".."

const terms = (availability: string | null, ingram: string | null, rest: object = {}) =>
  saleTermsOf({
    availability: availability ? { scheme: "onix65", code: availability } : null,
    publisher_status: ingram ? { scheme: "ingram", code: ingram } : null,
    backorder_only: null,
    restricted: null,
    ...rest,
  })

const place = (on_hand: number | null, rest: Partial<LocationStock> = {}): LocationStock => ({
  code: "TN",
  on_hand,
  on_hand_qualifier: "exact",
  on_order: 0,
  committed: null,
  stocked: true,
  ...rest,
})

describe("what may be sold of a title", () => {
  it.each([
    ["21", "IP", "yes"],
    ["10", "NY", "preorder"],
    ["20", "NY", "preorder"],
    ["31", "IP", "backorder"],
    ["22", "IP", "backorder"],
    ["31", "OI", "only_on_hand"],
    ["21", "OP", "only_on_hand"],
    ["21", "ZZ", "only_on_hand"],
    ["21", "WS", "no"],
    ["21", "AB", "discontinued"],
    ["49", "IP", "no"],
    ["51", "IP", "discontinued"],
    ["97", "IP", "unknown"],
    ["77", "IP", "unknown"],
    ["97", "WS", "no"],
    [null, "IP", "yes"],
    ["21", null, "yes"],
    [null, null, "yes"],
  ])("at availability %s and status %s is %s", (availability, status, expected) => {
    expect(terms(availability, status).term).toBe(expected)
  })

  it("names the code that decided", () => {
    expect(terms("21", "WS").reason).toBe("ingram WS: withdrawn from sale")
    expect(terms("21", "ZZ").reason).toBe("ingram ZZ: not in the list")
    expect(terms("21", "IP").reason).toBe("onix65 21: in stock")
    expect(terms(null, null).reason).toBeNull()
  })

  it("keeps apart what is restricted, what never returns and what is sold on backorder alone", () => {
    expect(terms("21", "IP", { restricted: "7" })).toMatchObject({ term: "yes", restricted: true })
    expect(terms("21", "OP")).toMatchObject({ final: true })
    expect(terms("21", "OI")).toMatchObject({ final: false })
    expect(terms("21", "IP", { backorder_only: true })).toMatchObject({ term: "backorder" })
  })

  it("is not decided by words that are in no list", () => {
    const text: CodedStatus = { scheme: "text", code: "Usually ships soon" }
    expect(
      saleTermsOf({ availability: text, publisher_status: null, backorder_only: null, restricted: null }).term
    ).toBe("yes")
  })

  it("has a term for each of the 30 codes of list 65 and the 12 of Ingram", () => {
    expect([Object.keys(ONIX_LIST_65).length, Object.keys(INGRAM_PUBLISHER_STATUS).length]).toEqual([30, 12])
  })
})

describe("the sum over places", () => {
  it("leaves out places that do not carry the title", () => {
    expect(onHandOf({ locations: [place(12), place(405), place(99, { stocked: false })] })).toBe(417)
  })

  it("is unknown, not zero, where nothing was said or a zero has an unsaid figure beside it", () => {
    expect(onHandOf({ locations: [] })).toBeNull()
    expect(onHandOf({ locations: [place(0), place(null)] })).toBeNull()
    expect(onHandOf({ locations: [place(3), place(null)] })).toBe(3)
    expect(onHandOf({ locations: [place(0), place(0)] })).toBe(0)
  })

  it("of what is on order leaves out what is promised to others, and nothing is ever negative", () => {
    expect(freeOnOrderOf({ locations: [place(0, { on_order: 100, committed: 30 })] })).toBe(70)
    expect(freeOnOrderOf({ locations: [place(0, { on_order: 10, committed: 30 })] })).toBe(0)
    expect(onHandOf({ locations: [place(-5)] })).toBe(0)
  })
})
