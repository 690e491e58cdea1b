import { syntheticRecord } from "truestock-distributor-feeds"
import { UPDATE_FIELDS } from "../../../modules/distributor/titles/update-fields"
import { productChanges } from "../product-changes"

const record = syntheticRecord({
  ean13: "9780804429573",
  title: {
    ...{ title: "Émile", subtitle: "Of Education", contributors: ["Rousseau"], publisher: "Basic" },
    ...{ binding: "Paper", series: null, description: "A treatise." },
  },
  dates: {
    ...{ on_sale: null, expected: [], last_return: null },
    publication: { date: "1979-06-22", precision: "day" as const },
  },
})
const product = {
  ...{ title: "Our own title", subtitle: null, description: "Ours." },
  metadata: { shelf: "B4", publisher: "Ours", contributors: ["Rousseau"] },
}

describe("A product that the shop has", () => {
  it.each([
    [[], null],
    [["price"], null],
    [["title"], { title: "Émile" }],
    [["subtitle"], { subtitle: "Of Education" }],
    [["description"], { description: "A treatise." }],
    [["brand"], { metadata: { publisher: "Basic" } }],
    [["publication_date"], { metadata: { publication_date: "1979-06-22" } }],
    [["metadata"], { metadata: { publisher: "Basic" } }],
  ] as const)("asked for %j changes in that alone", (fields, changes) => {
    expect(productChanges(record, product, fields)).toEqual(changes)
  })

  it("keeps what the distributor does not know, and is not written where nothing differs", () => {
    const nothing = syntheticRecord({ ean13: record.ean13, title: null })
    expect(
      productChanges({ ...nothing, dates: { ...nothing.dates, publication: null } }, product, UPDATE_FIELDS)
    ).toBeNull()
    const blank = { ...record, title: { ...record.title!, title: "", subtitle: null, contributors: [] } }
    expect(productChanges(blank, product, ["title", "subtitle"])).toBeNull()
    const same = { ...product, title: "Émile", subtitle: "Of Education" }
    expect(productChanges(record, same, ["title", "subtitle"])).toBeNull()
  })
})
