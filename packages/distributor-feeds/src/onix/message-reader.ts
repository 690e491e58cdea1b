import { SaxesParser, type SaxesTagPlain } from "saxes"
import { FeedError } from "../errors"
import type { Element } from "./element"
import { referenceName } from "./tags"

/** A Product as it stood in the file; null where it was not wanted and so never built. */
export type FoundProduct = { element: Element | null; problem: string | null }

const DEEPEST = 64
const PRODUCT_CHARACTERS = 8_000_000
/** What may come before a product can be told to be one that nobody tracks. */
const HEAD = new Set(
  ["RecordReference", "NotificationType", "ProductIdentifier"].concat(
    ["RecordSourceType", "RecordSourceIdentifier", "RecordSourceName", "DeletionText", "Barcode"],
    ["a194", "recordsourceidentifier", "a197", "a199", "barcode"]
  )
)
/** Markup that ends a word. */
const BLOCK = /^(p|br|div|li|ul|ol|dl|dt|dd|h\d|tr|td|th|table|blockquote)$/i

/**
 * An ONIX message, written to in pieces: keeps the product being read and no other. It resolves no entity but those
 * of XML itself and reads no DTD, so that nothing can be made to expand.
 */
export class MessageReader {
  header: Element | null = null
  private readonly parser = new SaxesParser()
  private readonly open: Element[] = []
  private found: FoundProduct[] = []
  private depth = 0
  /** Within something that is not read: how many elements deep. */
  private passedOver = 0
  private judged = false
  private problem: string | null = null
  private charactersSinceProduct = 0

  constructor(private readonly wanted: (product: Element) => boolean) {
    this.parser.on("opentag", (tag) => this.opened(tag))
    this.parser.on("closetag", (tag) => this.closed(tag.name))
    this.parser.on("text", (text) => this.addText(text))
    this.parser.on("cdata", (text) => this.addText(text))
    this.parser.on("doctype", (doctype) => refuseEntities(doctype))
    this.parser.on("error", (error) => this.notWellFormed(error))
  }

  /** Takes in a piece of text and gives back the products that ended in it. */
  write(text: string): FoundProduct[] {
    this.charactersSinceProduct += text.length
    if (this.charactersSinceProduct > PRODUCT_CHARACTERS + text.length) {
      throw new FeedError(
        "not_a_feed",
        `More than ${PRODUCT_CHARACTERS} characters without the end of a product.`
      )
    }
    this.parser.write(text)
    return this.taken()
  }

  /** To be called at the end of the file: says whether the message had ended. */
  close(): FoundProduct[] {
    if (this.depth > 0) {
      throw new FeedError("truncated", `The file ends at line ${this.parser.line} within an element.`)
    }
    this.parser.close()
    return this.taken()
  }

  private taken(): FoundProduct[] {
    const found = this.found
    this.found = []
    return found
  }

  private opened(tag: SaxesTagPlain) {
    this.depth++
    if (this.depth === 1) return refuseOtherRoots(tag)
    if (this.depth > DEEPEST) {
      throw new FeedError(
        "not_a_feed",
        `Elements are nested more than ${DEEPEST} deep at line ${this.parser.line}.`
      )
    }
    if (this.passedOver > 0) {
      this.passedOver++
      return
    }
    const name = referenceName(tag.name)
    const parent = this.open.at(-1)
    const starts = !parent && (name === "Product" || name === "Header")
    if (parent?.name === "Text") {
      // Markup in a text (`<p>`, `<br/>`) is not read, but the words in it are.
      if (BLOCK.test(tag.name)) parent.text += " "
      return
    }
    if (this.isUntracked(tag.name)) return
    if (!name || !(parent || starts)) {
      this.passedOver = 1
      return
    }
    const element: Element = { name, attributes: tag.attributes, children: [], text: "" }
    parent?.children.push(element)
    this.open.push(element)
  }

  /** Looked up once per product, before anything but its identifiers is kept. */
  private isUntracked(tag: string): boolean {
    const product = this.open[0]
    if (this.open.length !== 1 || product?.name !== "Product" || this.judged) return false
    if (HEAD.has(referenceName(tag) ?? tag)) return false
    this.judged = true
    if (this.wanted(product)) return false
    // Passed over are this element and the product that it is in; what was kept of that goes.
    this.open.length = 0
    this.found.push({ element: null, problem: null })
    this.passedOver = 2
    return true
  }

  private closed(tag: string) {
    this.depth--
    if (this.passedOver > 0) {
      this.passedOver--
      if (this.depth === 1) this.productEnded()
      return
    }
    const element = this.open.at(-1)
    if (!element) return
    if (element.name === "Text" && referenceName(tag) !== "Text") {
      if (BLOCK.test(tag)) element.text += " "
      return
    }
    this.open.pop()
    if (this.open.length > 0) return
    if (element.name === "Header") this.header = element
    else this.found.push({ element, problem: this.problem })
    this.productEnded()
  }

  private productEnded() {
    this.charactersSinceProduct = 0
    this.judged = false
    this.problem = null
  }

  private addText(text: string) {
    const element = this.open.at(-1)
    if (element && this.passedOver === 0) element.text += text
  }

  private notWellFormed(error: Error) {
    // Such names are declared by a DTD, which is not read: a matter of this product, not of the file.
    if (/undefined entity/.test(error.message) && this.open[0]?.name === "Product") {
      this.problem = `Line ${this.parser.line} names an entity that XML does not know.`
      return
    }
    throw new FeedError("not_a_feed", `The file is not well-formed XML: ${error.message.slice(0, 200)}`)
  }
}

function refuseEntities(doctype: string) {
  if (/<!ENTITY/i.test(doctype)) {
    throw new FeedError("not_a_feed", "The file declares entities of its own, which are not resolved.")
  }
}

function refuseOtherRoots(tag: SaxesTagPlain) {
  if (referenceName(tag.name) !== "ONIXMessage") {
    throw new FeedError(
      "not_a_feed",
      `The file is no ONIX message: it starts with <${tag.name.slice(0, 40)}>.`
    )
  }
  const { release, xmlns } = tag.attributes
  if (!(release ?? xmlns?.split("/onix/")[1] ?? "").startsWith("3.")) {
    throw new FeedError("not_a_feed", `ONIX 3.0 is wanted, the file has release ${release ?? "2"}.`)
  }
}
