import { Readable } from "node:stream"
import fc from "fast-check"
import { FeedError } from "../../errors"
import type { FeedBatch } from "../../feed"
import { type OnixOptions, readOnix } from ".."
import { record } from "./record-arbitrary"
import { message, type Node, productOf } from "./render-onix"

async function read(text: string | Buffer, options: OnixOptions = {}, pieceBytes = 65_536) {
  const bytes = Buffer.from(text)
  const pieces = []
  for (let start = 0; start < bytes.length; start += pieceBytes)
    pieces.push(bytes.subarray(start, start + pieceBytes))
  const feed = readOnix(Readable.from(pieces, { objectMode: true }), options)
  const batches: FeedBatch[] = []
  for (;;) {
    const next = await feed.next()
    if (next.done) {
      return {
        records: batches.flatMap(({ records }) => records),
        rejects: batches.flatMap(({ rejects }) => rejects),
        statistics: next.value,
        batches,
      }
    }
    batches.push(next.value)
  }
}

async function refusal(text: string | Buffer, options?: OnixOptions): Promise<FeedError> {
  const error = await read(text, options).catch((each: unknown) => each)
  if (error instanceof FeedError) return error
  throw new Error(`was not refused: ${JSON.stringify(error)?.slice(0, 300)}`)
}

const ISBN = "9780140177398"
const OTHER_ISBN = "9780670022953"

function product(ean13: string, supply: Node[], rest: Node[] = [], notification = "03"): Node {
  return [
    "Product",
    [
      ["RecordReference", `ref.${ean13}`],
      ["NotificationType", notification],
      ["ProductIdentifier", [["ProductIDType", "15"], ["IDValue", ean13]]], // prettier-ignore
      ...rest,
      ["ProductSupply", [["SupplyDetail", supply]]],
    ],
  ]
}

const stock = (...children: Node[]): Node => ["Stock", children]
const one = async (node: Node, options?: OnixOptions) =>
  (await read(message([node], "reference"), options)).records[0]!

describe("ONIX that is generated and read", () => {
  it.each(["reference", "short"] as const)("comes back as it was, with %s tags", async (tags) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 999 }),
        async (wanted, piece) => {
          const { records, rejects, statistics } = await read(message(wanted.map(productOf), tags), {}, piece)

          const expected = wanted.map((each, index) => ({
            ...each,
            provenance: { ...each.provenance, row: index + 1 },
          }))
          expect(rejects).toEqual([])
          expect(records).toEqual(expected)
          expect(statistics).toMatchObject({ rows: wanted.length, matched: wanted.length, rejected: 0 })
        }
      ),
      { numRuns: 120 }
    )
  })
})

describe("stock", () => {
  it.each([
    ["01", 100, { on_hand: 99, on_hand_qualifier: "at_most" }],
    ["02", 100, { on_hand: 100, on_hand_qualifier: "at_most" }],
    ["03", 100, { on_hand: 100, on_hand_qualifier: "exact" }],
    ["05", 100, { on_hand: 100, on_hand_qualifier: "about" }],
    ["06", 100, { on_hand: 100, on_hand_qualifier: "at_least" }],
    ["07", 100, { on_hand: 101, on_hand_qualifier: "at_least" }],
  ])("reads proximity %s of %i", async (code, onHand, expected) => {
    const read = await one(product(ISBN, [stock(["OnHand", `${onHand}`], ["Proximity", code])]))
    expect(read.locations[0]).toMatchObject(expected)
  })

  it("takes a negative figure for none free, and the proximity of what is on order not for that of what is on hand", async () => {
    const read = await one(product(ISBN, [stock(["OnHand", "-3"], ["OnOrder", "50"], ["Proximity", "06"])]))
    expect(read.locations).toEqual([
      {
        code: "default",
        on_hand: 0,
        on_hand_qualifier: "exact",
        on_order: 50,
        committed: null,
        stocked: null,
      },
    ])
  })

  it("does not make a figure of a band, nor a zero of a stock that says nothing", async () => {
    const band = stock(["LocationName", "Nord"], ["StockQuantityCoded", [["StockQuantityCode", "LOW"]]])
    const { records, statistics } = await read(
      message([product(ISBN, [band, stock(["LocationName", "Süd"])])], "short")
    )
    expect(
      records[0]!.locations.map(({ on_hand, on_hand_qualifier }) => [on_hand, on_hand_qualifier])
    ).toEqual([
      [null, "band"],
      [null, "exact"],
    ])
    expect(statistics.unknown).toEqual({ stock_quantity_code: ["LOW"] })
  })

  it("says nothing about stock where none is given", async () => {
    expect((await one(product(ISBN, [["ProductAvailability", "21"]]))).locations).toEqual([])
  })

  it("expects what is on order when it says so, and what the supplier announces", async () => {
    const order: Node = ["OnOrderDetail", [["OnOrder", "20"], ["ExpectedDate", "202703", { dateformat: "01" }]]] // prettier-ignore
    const announced: Node = ["SupplyDate", [["SupplyDateRole", "08"], ["Date", "20270105"]]] // prettier-ignore
    const read = await one(
      product(ISBN, [announced, stock(["LocationName", "Nord"], ["OnHand", "0"], order)])
    )
    expect(read.locations[0]!.on_order).toBe(20)
    expect(read.dates.expected).toEqual([
      { date: { date: "2027-03", precision: "month" }, quantity: 20, location_code: "Nord" },
      { date: { date: "2027-01-05", precision: "day" }, quantity: null, location_code: null },
    ])
  })

  it("takes the supplier and the market that it was told, and refuses to guess", async () => {
    const supply = (supplier: string, country: string, onHand: string): Node => [
      "ProductSupply",
      [
        ["Market", [["Territory", [["CountriesIncluded", country]]]]],
        ["SupplyDetail", [["Supplier", [["SupplierName", supplier]]], stock(["OnHand", onHand])]],
      ],
    ]
    const both: Node = ["Product", [
      ...(product(ISBN, [])[1] as Node[]).slice(0, 3),
      supply("North Books", "GB IE", "7"),
      supply("West Books", "US CA", "8"),
      supply("North Books", "US", "9"),
    ]] // prettier-ignore
    const text = message([both], "reference")

    expect((await read(text)).rejects).toMatchObject([
      { code: "several_supplies", row: 1, reference: `ref.${ISBN}` },
    ])
    const chosen = await read(text, { supplier: "north books", market: "US" })
    expect(chosen.records[0]!.locations[0]!.on_hand).toBe(9)
    const nobody = await read(text, { supplier: "South Books" })
    expect(nobody.records[0]).toMatchObject({ locations: [], availability: null })
  })
})

describe("updates and deletions", () => {
  it("says of a partial update that it is one, and of a deletion that the title is gone", async () => {
    const update = product(ISBN, [stock(["OnHand", "4"])], [], "04")
    const deletion: Node = ["Product", (product(OTHER_ISBN, [], [], "05")[1] as Node[]).slice(0, 3)]
    const { records } = await read(message([update, deletion], "short"))
    expect(records).toMatchObject([
      { ean13: ISBN, partial: true, title: null, locations: [{ on_hand: 4 }] },
      { ean13: OTHER_ISBN, removed: true, locations: [] },
    ])
  })
})

describe("prices, rights and dates", () => {
  const price = (type: string, amount: string, currency: string, ...rest: Node[]): Node => [
    "Price",
    [["PriceType", type], ...rest, ["PriceAmount", amount], ["CurrencyCode", currency]],
  ]

  it("never takes the supplier's net price, nor one of two currencies by chance", async () => {
    const prices = [price("05", "9.00", "USD"), price("01", "18.99", "USD"), price("01", "14.99", "GBP")]
    expect((await one(product(ISBN, prices))).list_price).toBeNull()
    expect((await one(product(ISBN, prices), { currency: "USD" })).list_price).toEqual({
      amount: "18.99",
      currency: "USD",
    })
  })

  it("takes the price of the day on which the message was sent", async () => {
    const from = (day: string): Node => ["PriceDate", [["PriceDateRole", "14"], ["Date", day]]] // prettier-ignore
    const until = (day: string): Node => ["PriceDate", [["PriceDateRole", "15"], ["Date", day]]] // prettier-ignore
    const prices = [
      price("02", "10.00", "USD", until("20261231")),
      price("02", "12.00", "USD", from("20270101")),
    ]
    expect((await one(product(ISBN, prices))).list_price?.amount).toBe("10.00")
  })

  it("says why a title may not be sold in the market", async () => {
    const rights = (type: string, countries: string): Node => [
      "SalesRights",
      [["SalesRightsType", type], ["Territory", [["CountriesIncluded", countries]]]], // prettier-ignore
    ]
    const node = product(ISBN, [], [["PublishingDetail", [rights("01", "GB"), rights("03", "US CA")]]])
    expect((await one(node, { market: "US" })).restricted).toBe("SalesRights 03")
    expect((await one(node, { market: "GB" })).restricted).toBeNull()
  })

  it("takes the supplier's embargo before the publisher's", async () => {
    const own: Node = ["SupplyDate", [["SupplyDateRole", "02"], ["Date", "20270301"]]] // prettier-ignore
    const general: Node = ["PublishingDate", [["PublishingDateRole", "02"], ["Date", "20270201"]]] // prettier-ignore
    expect((await one(product(ISBN, [own], [["PublishingDetail", [general]]]))).dates.on_sale?.date).toBe(
      "2027-03-01"
    )
  })

  it("keeps the words of a description and drops its markup and scripts", async () => {
    const html = "<p>Two&nbsp;words</p><script>steal()</script><p>more</p>"
    const text: Node = ["CollateralDetail", [["TextContent", [["TextType", "03"], ["Text", html, { textformat: "02" }]]]]] // prettier-ignore
    const title: Node = ["DescriptiveDetail", [["TitleDetail", [["TitleType", "01"], ["TitleElement", [["TitleElementLevel", "01"], ["TitleText", "<script>x</script>"]]]]]]] // prettier-ignore
    const read = await one(product(ISBN, [], [title, text]))
    expect(read.title).toMatchObject({ title: "<script>x</script>", description: "Two words more" })

    const xhtml = message([product(ISBN, [], [title, text])], "reference").replace(
      /<Text [^>]*>.*?<\/Text>/,
      '<Text textformat="05"><p>Two <b>wo</b>rds</p><p>more</p></Text>'
    )
    expect((await read2(xhtml)).title!.description).toBe("Two words more")
  })

  const read2 = async (text: string) => (await read(text)).records[0]!
})

describe("a product that is wrong", () => {
  it.each([
    [
      "missing_identifier",
      [
        "Product",
        [
          ["RecordReference", "r"],
          ["NotificationType", "03"],
        ],
      ] as Node,
    ],
    ["bad_check_digit", product("9780140177399", [])],
    ["spreadsheet_damage", product("9.78E+12", [])],
    ["bad_quantity", product(ISBN, [stock(["OnHand", "1,200"])])],
    ["bad_quantity", product(ISBN, [stock(["OnHand", ""])])],
    ["bad_quantity", product(ISBN, [stock(["OnHand", "5"], ["OnOrder", "-2"])])],
    ["location_not_told_apart", product(ISBN, [stock(["OnHand", "5"]), stock(["OnHand", "6"])])],
    [
      "bad_price",
      product(ISBN, [
        [
          "Price",
          [
            ["PriceType", "01"],
            ["PriceAmount", "18,99"],
            ["CurrencyCode", "USD"],
          ],
        ],
      ]),
    ],
    [
      "bad_price",
      product(ISBN, [
        [
          "Price",
          [
            ["PriceType", "01"],
            ["PriceAmount", "18.99"],
          ],
        ],
      ]),
    ],
    [
      "bad_date",
      product(ISBN, [
        [
          "SupplyDate",
          [
            ["SupplyDateRole", "08"],
            ["Date", "20271345"],
          ],
        ],
      ]),
    ],
    ["test_record", product(ISBN, [stock(["OnHand", "5"])], [], "89")],
    [
      "identifiers_disagree",
      product(
        ISBN,
        [],
        [
          [
            "ProductIdentifier",
            [
              ["ProductIDType", "03"],
              ["IDValue", OTHER_ISBN],
            ],
          ],
        ]
      ),
    ],
  ])("is a reject %s, and those around it are read", async (code, bad) => {
    const good = product(OTHER_ISBN, [stock(["OnHand", "1"])])
    const { records, rejects, statistics } = await read(message([good, bad, good], "reference"))
    expect(rejects).toMatchObject([{ row: 2, code, raw: expect.stringMatching(/^<Product>/) }])
    expect(records.map(({ provenance }) => provenance.row)).toEqual([1, 3])
    expect(statistics).toMatchObject({ rows: 3, rejected: 1 })
  })

  it("is one whose entity only a DTD would know", async () => {
    const text = message([product(ISBN, []), product(OTHER_ISBN, [])], "reference").replace(
      `ref.${ISBN}`,
      "&eacute;"
    )
    const { records, rejects } = await read(text)
    expect(rejects).toMatchObject([{ row: 1, code: "undefined_entity" }])
    expect(records).toMatchObject([{ ean13: OTHER_ISBN }])
  })
})

describe("titles that nobody tracks", () => {
  it("are counted and passed over, whatever is wrong with them", async () => {
    const tracked = new Set([OTHER_ISBN])
    const bad = product(ISBN, [stock(["OnHand", "many"])])
    const { records, rejects, statistics } = await read(
      message(
        [bad, product(OTHER_ISBN, [stock(["OnHand", "2"])]), bad, product("978014017739", [])],
        "short"
      ),
      { tracked }
    )
    expect(records).toMatchObject([{ ean13: OTHER_ISBN, provenance: { row: 2 } }])
    expect(rejects).toMatchObject([{ row: 4, code: "bad_check_digit" }])
    expect(statistics).toMatchObject({ rows: 4, matched: 2 })
  })
})

describe("a file that is not to be trusted", () => {
  const good = message([product(ISBN, [stock(["OnHand", "5"])]), product(OTHER_ISBN, [])], "reference")

  it.each([
    ["empty", ""],
    ["not_a_feed", "<html><body>Service unavailable</body></html>"],
    ["not_a_feed", "ISBN;stock\n9780140177398;4"],
    ["not_a_feed", good.replace("</RecordReference>", "</RecordReferense>")],
    ["not_a_feed", good.replace('release="3.0"', 'release="2.1"')],
    ["not_a_feed", good.replace('encoding="UTF-8"', 'encoding="klingon"')],
    ["truncated", good.slice(0, -20)],
    ["truncated", good.slice(0, good.indexOf("<ProductSupply>") + 4)],
  ])("is refused: %s", async (code, text) => {
    expect((await refusal(text)).code).toBe(code)
  })

  it("yields nothing that a truncated product had said, yet what came before", async () => {
    const feed = readOnix(Readable.from([good.slice(0, -60)]), { batch_records: 1 })
    expect((await feed.next()).value).toMatchObject({ records: [{ ean13: ISBN }] })
    await expect(feed.next()).rejects.toMatchObject({ code: "truncated" })
  })

  it("is refused where it declares entities, before any is expanded", async () => {
    const lol = [
      "",
      ...Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`),
    ].join("")
    const head = `<?xml version="1.0"?><!DOCTYPE ONIXMessage [<!ENTITY l0 "lol">${lol}]>`
    const text = message([product(ISBN, [])], "reference", { head }).replace(`ref.${ISBN}`, "&l9;")
    expect(await refusal(text)).toMatchObject({
      code: "not_a_feed",
      message: expect.stringContaining("entities"),
    })
  })

  it("may name a DTD, which is not fetched", async () => {
    const head = '<!DOCTYPE ONIXMessage SYSTEM "http://127.0.0.1:9/onix.dtd">'
    expect((await read(message([product(ISBN, [])], "reference", { head }))).records).toHaveLength(1)
  })

  it("is refused where elements are nested without end, or one product never ends", async () => {
    expect((await refusal(good.replace("<ProductSupply>", "<a>".repeat(200)))).code).toBe("not_a_feed")
    const endless = good.replace("<ProductSupply>", `<!-- ${"x".repeat(9_000_000)} --><ProductSupply>`)
    expect(await refusal(endless)).toMatchObject({
      code: "not_a_feed",
      message: expect.stringContaining("8000000"),
    })
  })

  it("stops on request", async () => {
    await expect(read(good, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" })
  })

  it("is truncated where its source breaks off, and not found where there is none", async () => {
    async function* broken() {
      yield good.slice(0, 300)
      throw new Error("ECONNRESET")
    }
    await expect(readOnix(broken()).next()).rejects.toMatchObject({ code: "truncated" })
    const missing = (await import("node:fs")).createReadStream("/nowhere/onix.xml")
    await expect(readOnix(missing).next()).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("encodings", () => {
  const titled = (head: string) => {
    const title: Node[] = [["TitleElementLevel", "01"], ["TitleText", "Où est l’œuf à Zürich"]] // prettier-ignore
    const detail: Node = ["DescriptiveDetail", [["TitleDetail", [["TitleType", "01"], ["TitleElement", title]]]]] // prettier-ignore
    return message([product(ISBN, [], [detail])], "reference", { head })
  }

  it("reads Latin-1 as it is declared, in pieces of any size", async () => {
    const text = titled('<?xml version="1.0" encoding="ISO-8859-1"?>').replace("’œ", "'")
    const { records } = await read(Buffer.from(text, "latin1"), {}, 7)
    expect(records[0]!.title!.title).toBe("Où est l'uf à Zürich")
  })

  it("reads UTF-16 by its byte order mark", async () => {
    const { records } = await read(Buffer.from(`\ufeff${titled("")}`, "utf16le"), {}, 3)
    expect(records[0]!.title!.title).toBe("Où est l’œuf à Zürich")
  })

  it("refuses bytes that are not of the encoding", async () => {
    expect((await refusal(Buffer.from(titled("").replace("’œ", ""), "latin1"))).code).toBe("not_a_feed")
  })
})

it("hands over batches of the size asked for, each with the counts so far", async () => {
  const products = Array.from({ length: 7 }, () => product(ISBN, [stock(["OnHand", "5"])]))
  const { batches } = await read(message(products, "short"), { batch_records: 3 })
  expect(batches.map(({ records, statistics }) => [records.length, statistics.rows])).toEqual([
    [3, 3],
    [3, 6],
    [1, 7],
  ])
})
