import { SaxesParser } from "saxes"

export type FeedItem = Record<string, string>

/** The items of a feed by what their `g:` attributes are called. Throws at what is no well-formed XML. */
export function parseFeed(xml: string): { items: FeedItem[]; leftOut: string } {
  const items: FeedItem[] = []
  let leftOut = ""
  let name: string | null = null
  const parser = new SaxesParser({ xmlns: true })
  parser.on("opentag", ({ prefix, local }) => {
    if (local === "item") items.push({})
    name = prefix === "g" ? local : null
    if (name !== null && name in items.at(-1)!) throw new Error(`${name} is there twice`)
    if (name !== null) items.at(-1)![name] = ""
  })
  parser.on("text", (text) => {
    if (name !== null) items.at(-1)![name] += text
  })
  parser.on("closetag", () => (name = null))
  parser.on("comment", (comment) => (leftOut = comment.trim()))
  parser.write(xml).close()
  return { items, leftOut }
}
