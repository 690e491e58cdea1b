import type { Found, WantedTitle } from "../../at-order/order-line"
import { sourceSchema } from "../../sources/source-options"
import { judgeLookUp, refuseOrder } from "../judge-look-up"
import { type LineFacts, mostPressing, titlesOfSource } from "../lines-of-source"

const title = (more: Partial<WantedTitle> = {}): WantedTitle => ({
  ...{ source_id: "ingram", ean13: "9780804429573", variant_id: "variant_1", wanted: 3 },
  ...{ stocked: 20, promised: 0, is_fresh: false, remembered: null },
  ...more,
})
const figures = (sellable: number | null, takes_backorder = false): Found => ({ sellable, takes_backorder })

describe("What a look-up means for an order", () => {
  it.each<[Found, Partial<WantedTitle>, string, number | null]>([
    [figures(3), {}, "enough", 3],
    [figures(2), {}, "too_little", 2],
    [figures(0), {}, "too_little", 0],
    [figures(400), {}, "enough", 400],
    // What others were promised is not there for this order, and never makes less than none.
    [figures(8), { promised: 5 }, "enough", 3],
    [figures(7), { promised: 5 }, "too_little", 2],
    [figures(4), { promised: 5 }, "too_little", 0],
    // On order, or before its publication: the label invites to wait.
    [figures(0, true), {}, "enough", null],
    [figures(null, true), {}, "enough", null],
    // Never a silent zero.
    [figures(null), {}, "unknown", null],
    [{ problem: "no answer within 3000 ms" }, {}, "unknown", null],
  ])("%j for %j is %s", (found, more, outcome, available) => {
    expect(judgeLookUp(title(more), found)).toMatchObject({ outcome, available, ean13: "9780804429573" })
  })

  it("says why it is not known", () => {
    expect(judgeLookUp(title(), { problem: "no answer" }).problem).toBe("no answer")
    expect(judgeLookUp(title(), figures(null)).problem).toMatch(/no figure/)
    expect(judgeLookUp(title(), figures(1)).problem).toBeNull()
  })
})

describe("An order", () => {
  const shown = { expose_quantity: true }
  const enough = judgeLookUp(title(), figures(9))
  const short = judgeLookUp(title({ variant_id: "variant_2" }), figures(1))
  const unknown = judgeLookUp(title({ variant_id: "variant_3" }), { problem: "?" })
  const refusal = (titles = [enough], when_unknown: "accept" | "refuse" = "accept", options = shown) =>
    refuseOrder(titles, { when_unknown }, options)

  it("is made of what there is, and of nothing", () => {
    expect([refusal([]), refusal([enough]), refusal([enough], "refuse")]).toEqual([null, null, null])
  })

  it("is refused for every title that there is too little of, with how many there are", () => {
    expect(refusal([enough, short, { ...short, variant_id: "variant_4", available: 0 }])).toEqual({
      code: "insufficient_inventory",
      message:
        'Of variant "variant_2" 3 were requested in one cart; 1 can be got now. ' +
        'Of variant "variant_4" 3 were requested in one cart; 0 can be got now.',
    })
    expect(refusal([short], "accept", { expose_quantity: false })?.message).toMatch(
      /; fewer can be got now\.$/
    )
  })

  it("is made or refused by the shop's own choice where the source does not say", () => {
    expect(refusal([enough, unknown])).toBeNull()
    expect(refusal([enough, unknown], "refuse")).toMatchObject({
      code: "stock_not_confirmed",
      message: expect.stringMatching(/"variant_3".*again/),
    })
    expect(refusal([unknown, short], "refuse")).toMatchObject({ code: "insufficient_inventory" })
  })
})

describe("The titles that an order wants of a source", () => {
  const line = (more: Partial<LineFacts> = {}): LineFacts => {
    const { wanted: _, ...known } = title()
    return {
      ...known,
      ...{
        units: 2,
        first_place: "ingram",
        source_place: "ingram",
        is_first_place_inactive: false,
        held_at: [],
      },
      ...more,
    }
  }

  it("are those whose stock would be promised there, lines of one title together", () => {
    const lines = [
      line(),
      line({ units: "3" }),
      line({ ean13: "9780140328721" }),
      line({ first_place: "own" }),
    ]
    expect(titlesOfSource(lines)).toEqual([
      title({ wanted: 5 }),
      title({ ean13: "9780140328721", wanted: 2 }),
    ])
  })

  it("follow what the cart holds, and leave an inactive location", () => {
    expect(titlesOfSource([line({ held_at: ["own"] })])).toEqual([])
    expect(titlesOfSource([line({ first_place: "own", held_at: ["ingram"] })])).toHaveLength(1)
    expect(titlesOfSource([line({ first_place: "own", is_first_place_inactive: true })])).toHaveLength(1)
  })

  it("are asked for in the order in which they would run out, and no more than so many", () => {
    const titles = [title({ ean13: "a", stocked: 50 }), title({ ean13: "b", stocked: 9, promised: 5 })]
    titles.push(title({ ean13: "c", stocked: 4 }))
    expect(mostPressing(titles, 5).map(({ ean13 }) => ean13)).toEqual(["b", "c", "a"])
    expect(mostPressing(titles, 2).map(({ ean13 }) => ean13)).toEqual(["b", "c"])
  })
})

describe("The option check_at_order", () => {
  const ipage = { kind: "ingram_ipage" as const }
  const source = (feed: object, check_at_order?: object | null) =>
    sourceSchema.safeParse({ id: "ingram", feed, ...(check_at_order !== undefined && { check_at_order }) })

  it("is off, and has defaults where it is on", () => {
    expect(source(ipage).data!.check_at_order).toBeNull()
    expect(source(ipage, {}).data!.check_at_order).toEqual({
      ...{ time_limit_ms: 3_000, when_unknown: "accept", max_age_seconds: 60, most_titles: 10 },
    })
  })

  it("is refused of a source that cannot be asked for one title, and says so", () => {
    const csv = { kind: "csv", transport: { kind: "file", directory: "." }, columns: { identifier: "EAN" } }
    expect(source(csv).success).toBe(true)
    expect(source(csv, null).success).toBe(true)
    const { error } = source(csv, {})
    expect(error!.issues).toMatchObject([
      { path: ["check_at_order"], message: expect.stringMatching(/^csv cannot be asked.*ingram_ipage/) },
    ])
  })

  it.each([
    { time_limit_ms: 0 },
    { time_limit_ms: 30_001 },
    { when_unknown: "maybe" },
    { max_age_seconds: -1 },
    { most_titles: 0 },
    { timeout: 3 },
  ])("refuses %j", (wrong) => {
    expect(source(ipage, wrong).success).toBe(false)
  })
})
