import type { MetadataRoute } from "next"
import { connection } from "next/server"
import { readCategories, readPublishers } from "@/lib/catalogue"
import { settings } from "@/lib/settings"
import { kept, shop } from "@/lib/shop"
import { TAGS } from "@/lib/tags"

/** What the format allows in one file. */
const MOST = 50_000

/** Every page that is to be found, among them those of sold-out books: their addresses are worth keeping. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const at = (path: string) => ({ url: `${settings.storefrontUrl()}${path}` })
  const [categories, publishers] = await Promise.all([readCategories(), readPublishers()])
  const shelves = [
    at("/"),
    at("/books"),
    ...categories.map(({ handle }) => at(`/categories/${encodeURIComponent(handle)}`)),
    ...[...new Set(publishers.map(({ handle }) => handle))].map((handle) =>
      at(`/publishers/${encodeURIComponent(handle)}`)
    ),
  ]
  const books: MetadataRoute.Sitemap = []
  for await (const handle of handles()) {
    if (shelves.length + books.length >= MOST) break
    books.push(at(`/products/${encodeURIComponent(handle)}`))
  }
  return [...shelves, ...books]
}

/** Of every book in any status, page by page. */
async function* handles() {
  let cursor: string | null = null
  do {
    const page: { products: { handle: string }[]; next_cursor: string | null } =
      await shop().listAvailableProducts(
        { view: "card", status: "any", order: "title", limit: 100, cursor },
        kept(TAGS.listing)
      )
    for (const { handle } of page.products) yield handle
    cursor = page.next_cursor
  } while (cursor)
}
