import { bestMatch } from "../best-match"
import { costBody } from "../cost"
import { itemName, itemNames } from "../item-name"
import { addLine, linesBody, removeLine, setUnits, type DraftLine } from "../lines"
import { listQuery, readListSearch, writeListSearch } from "../list-search"
import { unitsOf, unitsOrNone } from "../units"

const KNOWN = { status: ["draft", "received"], q: undefined }
const item = (id: string) => ({ id, sku: id.toUpperCase(), title: null })

describe("The search of a list", () => {
  it("is the same after a way through the page's address", () => {
    const search = { filters: { status: "draft", q: "atlas" }, page: 2 }
    expect(writeListSearch(search).toString()).toBe("status=draft&q=atlas&page=3")
    expect(readListSearch(writeListSearch(search), KNOWN)).toEqual(search)
  })

  it("leaves out of an address what it does not know", () => {
    const typed = new URLSearchParams("status=lost&colour=red&q=&page=-4")
    expect(readListSearch(typed, KNOWN)).toEqual({ filters: {}, page: 0 })
    expect(readListSearch(new URLSearchParams("page=1e99"), KNOWN).page).toBe(0)
  })

  it("asks the API for one page, and for nothing by a blank", () => {
    expect(listQuery({ filters: { status: "draft", q: "  " }, page: 2 })).toEqual({
      ...{ status: "draft", limit: 20, offset: 40 },
    })
    expect(listQuery({ filters: { q: " atlas " }, page: 0 })).toMatchObject({ q: "atlas" })
  })
})

describe("Units as they are typed", () => {
  it.each([
    ["3", 3, 3],
    ["0.5", 0.5, 0.5],
    ["0", undefined, 0],
    ["", undefined, undefined],
    [" ", undefined, undefined],
    ["-1", undefined, undefined],
    ["1e400", undefined, undefined],
    ["three", undefined, undefined],
  ])("%j are %j, and counted %j", (typed, units, counted) => {
    expect([unitsOf(typed), unitsOrNone(typed)]).toEqual([units, counted])
  })

  it("cost something in a currency, or say nothing of it", () => {
    expect(costBody({ unitCost: " ", currency: "eur" })).toEqual({})
    expect(costBody({ unitCost: "0", currency: "eur" })).toEqual({ unit_cost: 0, currency_code: "eur" })
    expect(costBody({ unitCost: "4.50", currency: undefined })).toBeUndefined()
    expect(costBody({ unitCost: "-1", currency: "eur" })).toBeUndefined()
  })
})

describe("The lines of a paper", () => {
  it("have an item once: scanned again it is one more", () => {
    const scanned = ["a", "b", "a", "a"].reduce((lines, id) => addLine(lines, item(id)), [] as DraftLine[])
    expect(scanned).toMatchObject([
      { item: { id: "a" }, units: "3" },
      { item: { id: "b" }, units: "1" },
    ])
  })

  it("are sent whole or not at all", () => {
    const lines = addLine(addLine([], item("a")), item("b"))
    expect(linesBody(setUnits(lines, "b", "7"))).toEqual([
      { inventory_item_id: "a", quantity: 1 },
      { inventory_item_id: "b", quantity: 7 },
    ])
    expect(linesBody(setUnits(lines, "b", "0"))).toBeUndefined()
    expect(linesBody(removeLine(removeLine(lines, "a"), "b"))).toBeUndefined()
  })
})

describe("An item", () => {
  it("is called by its product, and told from others by its variant and SKU", () => {
    const item = { product_title: "Atlas", title: "Hardcover", sku: "978" }
    expect(itemNames(item)).toEqual({ main: "Atlas", details: "Hardcover · 978" })
    expect(itemName(item, "Untitled")).toBe("Atlas · Hardcover · 978")
  })

  it("is called by what it has, nothing twice", () => {
    const alike = { product_title: "Atlas", title: "Atlas", sku: null }
    expect(itemNames(alike)).toEqual({ main: "Atlas", details: "" })
    expect(itemNames({ title: null, sku: "978" })).toEqual({ main: "978", details: "" })
    expect(itemName({ title: null, sku: null }, "Untitled")).toBe("Untitled")
  })
})

describe("Enter after a scan", () => {
  const found = [item("abc-1"), item("abc"), item("abc-2")]

  it("means the item with that very SKU, or the only one that was found", () => {
    expect(bestMatch(found, " abc ")).toBe(found[1])
    expect(bestMatch([found[0]!], "4006381333931")).toBe(found[0])
  })

  it("means none where several could be meant, or nothing was typed", () => {
    expect(bestMatch(found, "ab")).toBeUndefined()
    expect(bestMatch([found[0]!], " ")).toBeUndefined()
    expect(bestMatch([], "abc")).toBeUndefined()
  })
})
