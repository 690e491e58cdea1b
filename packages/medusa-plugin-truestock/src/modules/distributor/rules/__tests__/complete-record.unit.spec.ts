import fc from "fast-check"
import { type LocationStock, type StockRecord, syntheticRecord } from "truestock-distributor-feeds"
import { completeRecord } from "../complete-record"

const day = (date: string) => ({ date, precision: "day" as const })
const place = (code: string, more: Partial<LocationStock> = {}): LocationStock => ({
  ...{ code, on_hand: null, on_hand_qualifier: "exact", on_order: null, committed: null, stocked: null },
  ...more,
})
const facts = {
  ...{ title: "Sula", subtitle: "A Novel", contributors: ["Toni Morrison"], publisher: "Vintage" },
  ...{ binding: "paperback", series: null, description: null },
}
const whole = syntheticRecord({
  title: facts,
  locations: [
    place("A", { on_hand: 5, on_hand_qualifier: "at_least", on_order: 3 }),
    place("B", { on_hand: 2 }),
  ],
  dates: {
    publication: day("2027-03-01"),
    on_sale: day("2027-03-08"),
    expected: [{ date: day("2027-02-01"), quantity: 40, location_code: null }],
    last_return: null,
  },
  restricted: "X",
})
const known = { record: whole, locations: whole.locations }

/** An update that says nothing at all, but for what is given. */
function update(said: Partial<StockRecord> = {}): StockRecord {
  const nothing = Object.fromEntries(Object.keys(whole).map((field) => [field, null]))
  return {
    ...(nothing as unknown as StockRecord),
    ...{ ean13: whole.ean13, partial: true, locations: [], provenance: whole.provenance },
    identifiers: { isbn10: null, upc: null, gtin14: null, supplier_id: null },
    dates: { publication: null, on_sale: null, expected: [], last_return: null },
    ...said,
  }
}

describe("An update that tells only what has changed", () => {
  it("leaves everything else as it was", () => {
    expect(completeRecord(update(), known)).toEqual(whole)
    const { restricted, list_price, ...rest } = completeRecord(
      update({ list_price: { amount: "9.50", currency: "USD" } }),
      known
    )
    expect([restricted, list_price?.amount]).toEqual(["X", "9.50"])
    expect(rest.title).toEqual(facts)
  })

  it("changes the figures that it names, at the places that it names", () => {
    const said = update({ locations: [place("A", { on_hand: 0 }), place("C", { on_hand: 9 })] })
    expect(completeRecord(said, known).locations).toEqual([
      place("A", { on_hand: 0, on_hand_qualifier: "exact", on_order: 3 }),
      place("B", { on_hand: 2 }),
      place("C", { on_hand: 9 }),
    ])
    const ordered = update({ locations: [place("A", { on_order: 7 })] })
    expect(completeRecord(ordered, known).locations[0]).toEqual(
      place("A", { on_hand: 5, on_hand_qualifier: "at_least", on_order: 7 })
    )
  })

  it("changes the dates and title facts that it names", () => {
    const said = update({
      title: { ...facts, title: "Sula (new)", subtitle: null, contributors: [], publisher: null },
      dates: { ...update().dates, on_sale: day("2027-04-01") },
    })
    const { title, dates } = completeRecord(said, known)
    expect(title).toEqual({ ...facts, title: "Sula (new)" })
    expect([dates.publication, dates.on_sale]).toEqual([day("2027-03-01"), day("2027-04-01")])
  })

  it("that tells of the supply and of no delivery any more has called it off", () => {
    expect(
      completeRecord(update({ locations: [place("A", { on_hand: 45 })] }), known).dates.expected
    ).toEqual([])
    expect(completeRecord(update({ restricted: "Y" }), known).dates.expected).toHaveLength(1)
  })

  it("is all there is of a title that nothing is known of", () => {
    const said = update({ locations: [place("A", { on_hand: 4 })] })
    const { partial: _, ...rest } = said
    expect(completeRecord(said, undefined)).toEqual(rest)
  })

  it("says the same when it comes twice, and a whole record is never touched", () => {
    const figure = fc.option(fc.nat(500), { nil: null })
    const places = fc.array(
      fc.record({ code: fc.constantFrom("A", "B", "C"), on_hand: figure, on_order: figure }),
      { maxLength: 3 }
    )
    fc.assert(
      fc.property(places, (given) => {
        const said = update({ locations: given.map(({ code, ...more }) => place(code, more)) })
        const once = completeRecord(said, known)
        expect(completeRecord(said, { record: once, locations: once.locations })).toEqual(once)
        expect(completeRecord(once, known)).toBe(once)
      })
    )
  })
})
