import {
  formatDelta,
  formatMoney,
  formatPercent,
  formatQuantity,
  humanise,
  languageTag,
  shortId,
} from "../format"

describe("Quantities", () => {
  it.each([
    [0, "en", "0"],
    [-0, "en", "0"],
    [12345, "en", "12,345"],
    [12345, "de", "12.345"],
    [-7, "en", "−7"],
    [2.50049, "en", "2.5"],
  ])("%d in %s is written %s", (quantity, language, text) => {
    expect(formatQuantity(quantity, language)).toBe(text)
  })

  it.each([
    [5, "+5"],
    [-5, "−5"],
    [0, "0"],
  ])("a change of %d is written %s", (delta, text) => {
    expect(formatDelta(delta, "en")).toBe(text)
  })
})

describe("Amounts", () => {
  it("are written in their currency, and without one where nobody knows it", () => {
    expect([formatMoney(1234.5, "eur", "en"), formatMoney(5, "jpy", "en")]).toEqual(["€1,234.50", "¥5"])
    expect(formatMoney(1234.5, "", "de")).toBe("1.234,5")
  })

  it("that are shares are percent", () => {
    expect([formatPercent(0.2555, "en"), formatPercent(0.0004, "en")]).toEqual(["25.6%", "0.04%"])
  })
})

describe("Names", () => {
  it.each([
    ["order_01JD8M6T4XABCDEFGHJK", "…EFGHJK"],
    ["sync-7", "sync-7"],
  ])("%s is shown as %s", (id, shown) => {
    expect(shortId(id)).toBe(shown)
  })

  it("a check without a text of its own is called by its name", () => {
    expect(humanise("transfer_totals")).toBe("Transfer totals")
  })
})

describe("Languages", () => {
  it.each([
    ["de", "de"],
    ["enGB", "en-GB"],
    ["zhCN", "zh-CN"],
    ["en-US", "en-US"],
  ])("%s of the dashboard is %s to the platform, which can write numbers in it", (language, tag) => {
    expect(languageTag(language)).toBe(tag)
    expect(formatQuantity(1, languageTag(language))).toBe("1")
  })
})
