import { SaxesParser } from "saxes"
import { AvailabilityStatus } from "../../status"
import { googleItem, type Judged } from "../google-item"
import type { PricedOffer } from "../offer"

const STOREFRONT = { url: "https://shop.example/en/", product_path: "/products/:handle", image_path: null }
const IN_STOCK: Judged = { availability: "in_stock", gtin: "9780439023481" }
const OFFER: PricedOffer = {
  ...{ variant_id: "variant_1", product_id: "prod_1", handle: "a-book", title: "A book", subtitle: null },
  ...{ description: "About it", variant_title: "Paperback", has_siblings: false, brand: "Scholastic" },
  ...{ image: "https://cdn.example/a.jpg", codes: [], price_set_id: "pset_1" },
  price: { amount: 12.5, sale_amount: null },
  shown: {
    status: AvailabilityStatus.IN_STOCK,
    purchasable: true,
    available_on: null,
    lead_time_days: null,
    eta: null,
  },
}

function attributes(offer: Partial<PricedOffer>, judged = IN_STOCK, currency = "usd", storefront = {}) {
  const item = googleItem({ ...OFFER, ...offer }, judged, currency, { ...STOREFRONT, ...storefront })
  return parsed(item)
}

/** The attributes of an item; a parser that is strict about XML throws at what is none. */
function parsed(item: string): Record<string, string> {
  const found: Record<string, string> = {}
  let name = ""
  const parser = new SaxesParser({ xmlns: true })
  parser.on("opentag", (tag) => (name = tag.local))
  parser.on("text", (text) => (found[name] = (found[name] ?? "") + text))
  parser.on("closetag", () => (name = ""))
  parser.write(`<rss xmlns:g="http://base.google.com/ns/1.0">${item.trim()}</rss>`).close()
  return found
}

describe("An item of the feed", () => {
  it("has what Google requires, and the book's number", () => {
    expect(attributes({})).toEqual({
      ...{ id: "variant_1", item_group_id: "prod_1", title: "A book", description: "About it" },
      ...{ link: "https://shop.example/en/products/a-book", image_link: "https://cdn.example/a.jpg" },
      ...{ availability: "in_stock", price: "12.50 USD", brand: "Scholastic", gtin: "9780439023481" },
      condition: "new",
    })
  })

  it("is well-formed whatever the shop has written, and says it as it was written", () => {
    const title = `</g:title><script>alert("1 & 2")</script> 'x' ]]> 😀 &amp;`
    expect(attributes({ title }).title).toBe(title)
    expect(attributes({ description: "a\u0000b\u0007c\u001Bd\uFFFEe\uD800f" }).description).toBe("abcdef")
    expect(attributes({ brand: `"><x y='` }).brand).toBe(`"><x y='`)
  })

  it("cuts what is too long, and never a character in half", () => {
    expect(attributes({ title: "😀".repeat(200) }).title).toBe("😀".repeat(150))
    expect(attributes({ description: "x".repeat(6_000) }).description).toHaveLength(5_000)
  })

  it("tells the variants of a title apart, and takes the next best description", () => {
    const several = { has_siblings: true, description: "  ", subtitle: "A tale" }
    expect(attributes(several)).toMatchObject({ title: "A book - Paperback", description: "A tale" })
    expect(attributes({ description: null }).description).toBe("A book")
    const long = attributes({ has_siblings: true, title: "x".repeat(200) }).title!
    expect(long).toBe(`${"x".repeat(138)} - Paperback`)
  })

  it("writes prices as their currency is written, and what it cost before", () => {
    expect(attributes({ price: { amount: 1200, sale_amount: null } }, IN_STOCK, "jpy").price).toBe("1200 JPY")
    const cheaper = attributes({ price: { amount: 20, sale_amount: 9.99 } }, IN_STOCK, "eur")
    expect(cheaper).toMatchObject({ price: "20.00 EUR", sale_price: "9.99 EUR" })
  })

  it("says so where a thing has neither number nor maker", () => {
    const nothing = { ...IN_STOCK, gtin: null }
    expect(attributes({ brand: null }, nothing).identifier_exists).toBe("no")
    expect(attributes({}, nothing)).not.toHaveProperty("identifier_exists")
  })

  it("dates what comes later", () => {
    const later = { availability: "backorder", availability_date: "2027-10-07T00:00Z", gtin: null }
    expect(attributes({}, later)).toMatchObject({
      availability: "backorder",
      availability_date: "2027-10-07T00:00Z",
    })
  })

  it("makes whole addresses of what the shop has, and none of what nobody can fetch", () => {
    expect(attributes({ handle: "é/?#" }).link).toBe("https://shop.example/en/products/%C3%A9%2F%3F%23")
    expect(attributes({ image: "/static/a b.png" }).image_link).toBe("https://shop.example/static/a%20b.png")
    const drawn = { image_path: "/covers/:handle.svg?v=:variant_id" }
    expect(attributes({ image: "javascript:alert(1)" }, IN_STOCK, "usd", drawn).image_link).toBe(
      "https://shop.example/en/covers/a-book.svg?v=variant_1"
    )
  })

  it("is none without a price or a picture", () => {
    const item = (offer: object) => googleItem({ ...OFFER, ...offer }, IN_STOCK, "usd", STOREFRONT)
    expect(item({ price: null })).toBe("without_price")
    expect(item({ price: { amount: 0, sale_amount: null } })).toBe("without_price")
    expect(item({ image: null })).toBe("without_image")
    expect(item({ image: "data:image/png;base64,xx" })).toBe("without_image")
  })
})
