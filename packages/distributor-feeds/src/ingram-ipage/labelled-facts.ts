import type { CheerioAPI } from "cheerio"

const BOXES = "div.productDetailElements, td.productDetailSmallElements"

/** What stands behind each `<strong>Label:</strong>`, by the label in lower case; the first of each is kept. */
export function labelledFacts($: CheerioAPI): Map<string, string> {
  const facts = new Map<string, string>()
  for (const box of $(BOXES).toArray()) {
    let label: string | undefined
    let value = ""
    const keep = () => {
      if (label && !facts.has(label)) facts.set(label, value.replace(/\s+/g, " ").trim())
    }
    for (const node of $(box).contents().toArray()) {
      if ($(node).is("strong")) {
        keep()
        label = $(node).text().replace(/:\s*$/, "").replace(/\s+/g, " ").trim().toLowerCase()
        value = ""
      } else value += $(node).text()
    }
    keep()
  }
  return facts
}
