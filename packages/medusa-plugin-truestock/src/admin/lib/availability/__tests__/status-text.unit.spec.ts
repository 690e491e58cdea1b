import { BEST_FIRST } from "../../../../modules/availability/status"
import i18n from "../../../i18n"
import { reasonKey, statusColor, statusKey } from "../status-text"

const texts = i18n.en.translation

const textAt = (key: string) =>
  key.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], texts)

describe("A status", () => {
  it.each([
    ["incoming", "orange"],
    ["in_stock", "green"],
    ["low_stock", "green"],
    ["preorder", "blue"],
    ["backorder", "purple"],
    ["out_of_stock", "red"],
    ["discontinued", "grey"],
    ["sold_to_the_moon", "grey"],
    [undefined, "grey"],
  ])("%s is %s", (status, color) => {
    expect(statusColor(status)).toBe(color)
  })

  it("is told in a word of its own, beside its colour", () => {
    const words = BEST_FIRST.map((status) => textAt(statusKey(status)))
    expect(words).not.toContain(undefined)
    expect(new Set(words).size).toBe(BEST_FIRST.length)
  })

  it("that the dashboard does not know is called unknown", () => {
    expect(textAt(statusKey("sold_to_the_moon"))).toBe("Unknown")
    expect(textAt(statusKey(null))).toBe("Unknown")
  })
})

describe("A reason", () => {
  it("is told in a sentence", () => {
    expect(textAt(reasonKey("units_incoming"))).toBe("Nothing is in stock, but units are on their way.")
  })
})
