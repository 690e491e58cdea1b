import { backordered, boxedSets, furtherEditions, printedOnDemand } from "../editions"
import { catalogue, daysFrom, slug } from ".."
import { categories } from "../categories"
import { collections } from "../collections"
import { notableStock } from "../shelf-stock"
import { counterOnly, discontinued, notForSale, onlineOnly, overrides } from "../sold-where"

const books = catalogue()
const editions = books.flatMap((book) => book.editions)

function checkDigit(isbn: string): number {
  const sum = [...isbn.slice(0, 12)].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

function repeated(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i)
}

describe("the catalogue", () => {
  it("has about 150 books, more than a dozen of them in several editions", () => {
    expect(books.length).toBeGreaterThanOrEqual(150)
    expect(books.length).toBeLessThan(180)
    expect(books.filter((book) => book.editions.length > 1).length).toBeGreaterThan(12)
  })

  it("has an ISBN-13 with the right check digit on every edition", () => {
    const wrong = editions.filter(
      ({ isbn }) => !/^97[89]\d{10}$/.test(isbn) || checkDigit(isbn) !== Number(isbn[12])
    )
    expect(wrong).toEqual([])
  })

  it("uses no ISBN and no handle twice", () => {
    expect(repeated(editions.map((edition) => edition.isbn))).toEqual([])
    expect(repeated(books.map((book) => book.handle))).toEqual([])
  })

  it("leaves no field of a book empty", () => {
    const incomplete = books.filter(
      (book) =>
        !book.handle ||
        !book.title ||
        !book.author ||
        !book.publisher ||
        !/^\d{4}(-\d\d(-\d\d)?)?$/.test(book.published) ||
        !/^[A-Z0-9].+[.]$/.test(book.description) ||
        !book.tags.every(Boolean) ||
        !book.editions.every((edition) => edition.format && edition.price > 0)
    )
    expect(incomplete).toEqual([])
  })

  it("offers the editions of a book in different formats", () => {
    for (const book of books) {
      expect(repeated(book.editions.map((edition) => edition.format))).toEqual([])
    }
  })

  it("puts every book in a category that exists, and leaves no category empty", () => {
    const used = new Set(books.map((book) => book.category))
    expect([...used].sort()).toEqual(Object.values(categories).flat().sort())
  })

  it("names only books that it has, in collections, stock, channels and policies", () => {
    const titles = new Set(books.map((book) => book.title))
    const named = [
      ...Object.values(collections).flat(),
      ...[furtherEditions, boxedSets, backordered, notableStock, notForSale, overrides].flatMap(Object.keys),
      ...[printedOnDemand, counterOnly, onlineOnly, discontinued].flat(),
    ]
    expect(named.filter((title) => !titles.has(title))).toEqual([])
  })

  it("puts a book into one collection at most", () => {
    expect(repeated(Object.values(collections).flat())).toEqual([])
  })

  it("packs boxed sets from volumes that are sold on their own", () => {
    const sold = new Set(editions.map((edition) => edition.isbn))
    const parts = Object.values(boxedSets).flat()
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.filter((isbn) => !sold.has(isbn))).toEqual([])
  })

  it("counts forthcoming release dates from the day it is asked", () => {
    const today = new Date("2031-12-30T23:00:00Z")
    expect(daysFrom(today, 3)).toBe("2032-01-02")
    const forthcoming = catalogue(today).filter((book) => book.published > "2031-12-30")
    expect(forthcoming).toHaveLength(4)
  })

  it("makes handles that are plain in a URL", () => {
    expect(slug("Surely You're Joking, Mr. Feynman!")).toBe("surely-youre-joking-mr-feynman")
    expect(slug("Jonathan Strange & Mr Norrell")).toBe("jonathan-strange-and-mr-norrell")
    expect(slug("Café  Müller")).toBe("cafe-muller")
  })
})
