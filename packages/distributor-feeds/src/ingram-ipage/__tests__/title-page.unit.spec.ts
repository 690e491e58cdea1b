import fc from "fast-check"
import { gtinCheckDigit, toIsbn10 } from "../../identifiers"
import { renderTitlePage, type StockRow, type TitleOnPage } from "../../testing"
import { answerOf, type Behaviour } from "../testing/behaviour"
import { parseTitlePage } from "../title-page"

const ISBN = "9780140177398"
const title: TitleOnPage = {
  ean13: ISBN,
  title: "Of Mice and Men",
  us_srp: "18.99",
  discount: "REG",
  main: [{ state: "TN", on_hand: 12, on_order: 1_200 }],
}
const stockOf = (html: string) => {
  const page = parseTitlePage(html, ISBN)
  if (page.kind !== "ok") throw new Error(JSON.stringify(page))
  return page.record.locations.map(({ code, on_hand, on_order }) => [code, on_hand, on_order])
}
const parsed = (html: string) => parseTitlePage(html, ISBN)

const text = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((words) =>
    words
      .map((word) => word.replace(/[\p{Cc}\s]/gu, ""))
      .filter(Boolean)
      .join(" ")
  )
  .filter((each) => each !== "")
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const quantity = fc.integer({ min: 0, max: 999_999_999 })
const rows = (states: string[]) =>
  fc.uniqueArray(fc.record({ state: fc.constantFrom(...states), on_hand: quantity, on_order: quantity }), {
    selector: ({ state }) => state,
    minLength: 1,
    maxLength: states.length,
  })
const facts = fc.record({
  ean13: fc
    .integer({ min: 0, max: 999_999_999 })
    .map((number) => `978${String(number).padStart(9, "0")}`)
    .map((digits) => `${digits}${gtinCheckDigit(digits)}`),
  title: text,
  contributors: fc.uniqueArray(text, { maxLength: 3 }),
  publisher: maybe(text),
  binding: maybe(text),
  series: maybe(text),
  pub_date: maybe(
    fc
      .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10).split("-"))
      .map(([year, month, day]) => `${month}/${day}/${year}`)
  ),
  us_srp: maybe(
    quantity.map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`)
  ),
  discount: maybe(fc.constantFrom("REG", "NET", "LOW", "35%", "5%")),
  ttlid: maybe(fc.stringMatching(/^\d{9}$/)),
  headline: maybe(text.filter((each) => !/^[-–]/.test(each))),
  not_returnable: maybe(fc.constant(true)),
  restriction: maybe(fc.constant("This title is restricted & not sold to everybody.")),
})

describe("title facts that were put on a page", () => {
  it.each(["new", "old", "2014"] as const)("come back from it: generation %s", (generation) => {
    const states = generation === "2014" ? ["TN", "PA"] : ["TN", "OR", "IN"]
    const alt = generation === "2014" ? fc.constant<StockRow[]>([]) : rows(["PA", "CA", "OH"])
    fc.assert(
      fc.property(facts, rows(states), alt, (fact, main, others) => {
        const page = parseTitlePage(renderTitlePage({ ...fact, main, alt: others }, generation), fact.ean13)

        const [month, day, year] = fact.pub_date?.split("/") ?? []
        expect(page).toEqual({
          kind: "ok",
          unknown: {},
          record: {
            ean13: fact.ean13,
            identifiers: {
              isbn10: toIsbn10(fact.ean13),
              upc: null,
              gtin14: null,
              supplier_id: fact.ttlid ?? null,
            },
            title: {
              title: fact.title,
              subtitle: null,
              contributors: fact.contributors,
              publisher: fact.publisher ?? null,
              binding: fact.binding ?? null,
              series: fact.series ?? null,
              description: null,
            },
            locations: (generation === "2014"
              ? [...main].sort((one) => (one.state === "TN" ? -1 : 1))
              : [...main, ...others]
            ).map(({ state, on_hand, on_order }) => ({
              code: state,
              on_hand,
              on_hand_qualifier: "exact",
              on_order,
              committed: null,
              stocked: null,
            })),
            availability: fact.headline ? { scheme: "text", code: fact.headline } : null,
            publisher_status: null,
            dates: {
              publication: fact.pub_date ? { date: `${year}-${month}-${day}`, precision: "day" } : null,
              on_sale: null,
              expected: [],
              last_return: null,
            },
            print_on_demand: null,
            backorder_only: null,
            returnable: fact.not_returnable ? false : null,
            restricted: fact.restriction ?? null,
            list_price: fact.us_srp ? { amount: fact.us_srp, currency: "USD" } : null,
            discount: fact.us_srp ? (fact.discount ?? null) : null,
            product_type: null,
            weight_pounds: null,
            provenance: { source: "ipage", file: "", row: 1, as_of: null },
          },
        })
      }),
      { numRuns: 100 }
    )
  })
})

describe("the stock table", () => {
  const row = (state: string, on_hand: number, place?: string) => ({ state, on_hand, on_order: 0, place })

  it("is read by state, in whatever order the account has its centres", () => {
    const one = { ...title, main: [row("PA", 1), row("TN", 2)], alt: [row("CA", 3)] }
    const other = { ...title, main: [row("TN", 2), row("PA", 1)], alt: [row("CA", 3)] }
    expect(stockOf(renderTitlePage(one, "new")).sort()).toEqual(stockOf(renderTitlePage(other, "old")).sort())
  })

  it.each([
    ["by table", [row("PA", 1), row("TN", 2)], [row("PA", 9)], { PA: 1, TN: 2, "PA:alt": 9 }],
    ["by what the row is titled", [row("TN", 2)], [row("PA", 9, "Allentown"), row("PA", 1, "Chambersburg")], { TN: 2, PA: 1, "PA:alt": 9 }], // prettier-ignore
    ["by nothing: then as two unnamed ones", [row("TN", 2)], [row("PA", 9), row("PA", 1)], { TN: 2, "PA#1": 9, "PA#2": 1 }], // prettier-ignore
    ["and alone it is the one", [row("TN", 2)], [row("PA", 9)], { TN: 2, PA: 9 }],
  ])("tells two Pennsylvanias apart %s", (_, main, alt, expected) => {
    const stock = stockOf(renderTitlePage({ ...title, main, alt }, "new"))
    expect(Object.fromEntries(stock.map(([code, onHand]) => [code, onHand]))).toEqual(expected)
  })

  it("reads rows whose figures have no class of their own", () => {
    const html = renderTitlePage(title, "new").replaceAll(' class="scTabledata"', "")
    expect(stockOf(html)).toEqual([["TN", 12, 1200]])
  })

  it.each([
    [">12<", "><", "layout_changed"],
    [">12<", ">n/a<", "layout_changed"],
    [">12<", ">1,2<", "layout_changed"],
    [">12<", ">-4<", "layout_changed"],
    [">TN<", ">Total<", "layout_changed"],
    ['class="newStockCheckTable"', 'class="stock"', "no_stock_table"],
    [">12<", ">99999999999<", "layout_changed"],
  ])("is unknown and never zero where %s became %s", (from, to, code) => {
    const html = renderTitlePage(title, "new")
    expect(html).toContain(from)
    expect(parsed(html.replace(from, to))).toMatchObject({ kind: "layout_changed", code })
  })

  it("is unknown where a row could be counted twice", () => {
    const html = renderTitlePage(title, "new")
    expect(
      parsed(html.replace("</body>", `${/<table class="newStock.*<\/table>/.exec(html)![0]}</body>`))
    ).toMatchObject({
      code: "layout_changed",
    })
  })
})

describe("a page that is not the title's", () => {
  it.each<[Behaviour, string]>([
    ["login_form", "login"],
    ["challenge", "challenge"],
    ["interruption", "challenge"],
    ["blocked", "challenge"],
    ["not_found", "not_found"],
    ["changed_layout", "layout_changed"],
    ["no_stock_table", "layout_changed"],
    ["other_title", "layout_changed"],
  ])("%s is told as %s, in all generations", (behaviour, kind) => {
    for (const generation of ["new", "old", "2014"] as const) {
      expect(parsed(String(answerOf(behaviour, title, generation)!.body))).toMatchObject({ kind })
    }
  })

  it("is a login where the stock should be", () => {
    const html = renderTitlePage(title, "old", false).replace("</body>", '<form name="login"></form></body>')
    expect(parsed(html)).toEqual({ kind: "login" })
  })

  it("is none where a title is only called so, or the protection's script stands on an ordinary page", () => {
    const named = { ...title, title: "Pardon Our Interruption: _Incapsula_Resource" }
    const html = renderTitlePage(named, "new").replace(
      "</head>",
      '<script src="/_Incapsula_Resource?x"></script></head>'
    )
    expect(parsed(html)).toMatchObject({ kind: "ok", record: { title: { title: named.title } } })
  })

  it("is one whose two numbers disagree", () => {
    const html = renderTitlePage(title, "new").replace(`>${ISBN}<`, ">9780670022953<")
    expect(parsed(html)).toMatchObject({ kind: "layout_changed" })
  })

  it.each(["", "<", "\u0000", "<table class=newStockCheckTable>", `${"<div>".repeat(200_000)}`])(
    "is nothing that breaks the parser (%#)",
    (html) => expect(parsed(html)).toMatchObject({ kind: "layout_changed" })
  )
})

describe("what stands beside the stock", () => {
  it("is refused where a price has a decimal comma", () => {
    expect(parsed(renderTitlePage({ ...title, us_srp: "18,99" }, "new"))).toMatchObject({ code: "bad_price" })
  })

  it.each([
    ["This title is not available for sale in the United States.", true],
    ["Sale of this item is restricted to libraries.", true],
    ["In a restricted area two men meet.", false],
  ])("forbids the sale by a sentence about it: %s", (sentence, forbidden) => {
    const page = parsed(renderTitlePage({ ...title, restriction: sentence }, "old"))
    expect(page).toMatchObject({ record: { restricted: forbidden ? sentence : null } })
  })

  it("forbids nothing by the words of a description", () => {
    const html = renderTitlePage(title, "new").replace(
      "</body>",
      '<div class="pdDescription"><p>This title is restricted reading.</p></div></body>'
    )
    expect(parsed(html)).toMatchObject({ record: { restricted: null } })
  })

  it("keeps markup in a title as the text it is", () => {
    const title_ = { ...title, title: '<script>alert("x")</script>' }
    expect(parsed(renderTitlePage(title_, "old"))).toMatchObject({
      record: { title: { title: title_.title } },
    })
  })

  it("is sampled where nobody knows it", () => {
    const html = renderTitlePage({ ...title, pub_date: "Spring, maybe" }, "new").replace("Binding", "Bindery")
    expect(parsed(html)).toMatchObject({
      record: { dates: { publication: null } },
      unknown: { pub_date: "Spring, maybe" },
    })
  })

  it.each([
    ["10/07/2027", "2027-10-07"],
    ["10/2027", "2027-10"],
    ["October 7, 2027", "2027-10-07"],
    ["Oct 2027", "2027-10"],
    ["2027-10-07", "2027-10-07"],
    ["2027", "2027"],
  ])("reads the date %s", (pub_date, date) => {
    expect(parsed(renderTitlePage({ ...title, pub_date }, "new"))).toMatchObject({
      record: { dates: { publication: { date } } },
    })
  })

  it.each(["02/30/2027", "13/01/2027", "10/7/27", "Foo 2027"])("makes no date of %s", (pub_date) => {
    expect(parsed(renderTitlePage({ ...title, pub_date }, "new"))).toMatchObject({
      record: { dates: { publication: null } },
    })
  })
})
