import { load } from "cheerio"
import type { TitleFacts } from "../record"
import { all, type Element, first, textAt } from "./element"

/** Names of the forms of list 150 that books come in; other codes stand for themselves. */
const BINDINGS: Record<string, string> = {
  AC: "CD-Audio",
  AJ: "Downloadable audio file",
  BA: "Book",
  BB: "Hardback",
  BC: "Paperback",
  BD: "Loose-leaf",
  BE: "Spiral bound",
  BF: "Pamphlet",
  BG: "Leather",
  BH: "Board book",
  BI: "Rag book",
  BJ: "Bath book",
  EA: "Digital",
}

/** What a product can be made of; null where the record has no title (an update of the supply alone). */
export function titleFacts(product: Element): TitleFacts | null {
  const detail = first(product, "DescriptiveDetail")
  const title = titleOf(detail)
  if (!title) return null
  const form = textAt(detail, "ProductForm")

  return {
    title: title.text,
    subtitle: title.subtitle,
    contributors: contributors(detail),
    publisher: publisher(first(product, "PublishingDetail")),
    binding: form && (BINDINGS[form] ?? form),
    series: all(detail, "Collection").map((collection) => titleOf(collection, "02")?.text)[0] ?? null,
    description: description(first(product, "CollateralDetail")),
  }
}

function titleOf(
  parent: Element | undefined,
  level = "01"
): { text: string; subtitle: string | null } | null {
  const details = all(parent, "TitleDetail")
  const detail = details.find((each) => textAt(each, "TitleType") === "01") ?? details[0]
  const elements = all(detail, "TitleElement")
  // A part of a set may have no title of its own: then it is called by its collection and number.
  const element = elements.find((each) => textAt(each, "TitleElementLevel") === level) ?? elements[0]
  const text = textAt(element, "TitleText") ?? joined(element, ["TitlePrefix", "TitleWithoutPrefix"])
  return text ? { text, subtitle: textAt(element, "Subtitle") } : null
}

function contributors(detail: Element | undefined): string[] {
  const sequence = (each: Element) => Number(textAt(each, "SequenceNumber") ?? Infinity)
  return all(detail, "Contributor")
    .sort((one, other) => (sequence(one) < sequence(other) ? -1 : sequence(one) > sequence(other) ? 1 : 0))
    .map(
      (each) =>
        textAt(each, "PersonName") ??
        joined(each, ["NamesBeforeKey", "PrefixToKey", "KeyNames", "NamesAfterKey"]) ??
        textAt(each, "CorporateName") ??
        textAt(each, "PersonNameInverted")
    )
    .filter((name) => name !== null)
}

function joined(element: Element | undefined, names: Parameters<typeof all>[1][]): string | null {
  return names.flatMap((name) => textAt(element, name) ?? []).join(" ") || null
}

function publisher(detail: Element | undefined): string | null {
  const publishers = all(detail, "Publisher")
  const chosen = publishers.find((each) => textAt(each, "PublishingRole") === "01") ?? publishers[0]
  return textAt(chosen, "PublisherName") ?? textAt(detail, "Imprint", "ImprintName")
}

/** The description (03), else the short one (02), as plain text. */
function description(collateral: Element | undefined): string | null {
  const contents = all(collateral, "TextContent")
  const chosen = ["03", "02"].flatMap(
    (type) => contents.find((each) => textAt(each, "TextType") === type) ?? []
  )[0]
  const text = textAt(chosen, "Text")
  const format = first(chosen, "Text")?.attributes.textformat
  return text && (format === "02" || format === "05") ? withoutMarkup(text) : text
}

/** HTML stands in such texts as characters, scripts and all. */
function withoutMarkup(text: string): string | null {
  const document = load(text.replace(/<\/?(p|br|div|li)\b/gi, " $&"), null, false)
  document("script, style").remove()
  return document.text().replace(/\s+/g, " ").trim() || null
}
