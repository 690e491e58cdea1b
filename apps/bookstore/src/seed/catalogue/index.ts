import { Book, BookRow, Edition, Shelf } from "./book"
import { children } from "./children"
import { classics } from "./classics"
import { collections } from "./collections"
import { backordered, boxedSets, furtherEditions, printedOnDemand } from "./editions"
import { fiction } from "./fiction"
import { forthcoming } from "./forthcoming"
import { genre } from "./genre"
import { lives } from "./lives"
import { nonfiction } from "./nonfiction"

const shelves: Shelf[] = [...fiction, ...classics, ...genre, ...nonfiction, ...lives, ...children]

const collectionOf = new Map(
  Object.entries(collections).flatMap(([collection, titles]) => titles.map((title) => [title, collection]))
)

/** Every book of the shop. Forthcoming ones get their release dates counted from `today`. */
export function catalogue(today = new Date()): Book[] {
  const published = shelves.flatMap(({ category, books }) => books.map((row) => toBook(row, category)))
  const announced = forthcoming.map(({ book, category, inDays }) => ({
    ...toBook(book, category),
    published: daysFrom(today, inDays),
  }))
  return [...published, ...announced]
}

/** The calendar day that is `days` after `today`, as YYYY-MM-DD in UTC. */
export function daysFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** "Salt, Fat, Acid, Heat" becomes "salt-fat-acid-heat", and accents fall away. */
export function slug(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
}

function toBook(row: BookRow, category: string): Book {
  const [isbn, title, author, publisher, published, price, format, tags, description] = row
  const first: Edition = {
    isbn,
    format,
    price,
    parts: boxedSets[title],
    printedOnDemand: printedOnDemand.includes(title),
    backorder: title in backordered,
  }
  const further = furtherEditions[title]
  return {
    handle: slug(title),
    title,
    author,
    publisher,
    published,
    description,
    category,
    collection: collectionOf.get(title),
    tags: tags.split(", "),
    editions: further ? [first, further] : [first],
  }
}
