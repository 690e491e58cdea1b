import fc from "fast-check"
import type { HttpTypes } from "@medusajs/types"
import { anyAvailability, NOW, of } from "../../__tests__/any-availability.js"
import { card } from "../../__tests__/answers.js"
import {
  asOffered,
  type Availability,
  availabilityLabel,
  type AvailableProduct,
  jsonLdScript,
  merchantAvailability,
  type OfferJsonLd,
  productJsonLd,
  type ProductJsonLd,
} from "../../index.js"

const edition = (availability: Availability | null, rest: object = {}) => ({
  title: "Hardcover",
  sku: "9780312429980",
  ean: "9780312429980",
  availability,
  calculated_price: { calculated_amount: 12.5, currency_code: "usd" },
  ...rest,
})
const book = (...variants: object[]) => ({
  title: "Wolf Hall",
  description: "Tudors & <b>more</b>",
  thumbnail: "https://shop.test/a.png",
  images: [{ url: "https://shop.test/a.png" }, { url: "https://shop.test/b.png" }],
  brand: { name: "Picador" },
  variants,
})
const only = (jsonLd: ProductJsonLd) => jsonLd.offers as OfferJsonLd

describe("productJsonLd", () => {
  it("is schema.org's Product with an Offer, and the book's number", () => {
    const url = "https://shop.test/products/wolf-hall"
    const preorder = of("preorder", { available_on: "2027-10-07T00:00:00.000Z" })
    expect(productJsonLd(book(edition(preorder)), { url, now: NOW })).toEqual({
      "@context": "https://schema.org",
      "@type": "Product",
      name: "Wolf Hall",
      description: "Tudors & <b>more</b>",
      image: ["https://shop.test/a.png", "https://shop.test/b.png"],
      url,
      sku: "9780312429980",
      gtin13: "9780312429980",
      brand: { "@type": "Brand", name: "Picador" },
      offers: {
        "@type": "Offer",
        availability: "https://schema.org/PreOrder",
        availabilityStarts: "2027-10-07T00:00Z",
        price: 12.5,
        priceCurrency: "USD",
        sku: "9780312429980",
        gtin13: "9780312429980",
        url,
      },
    })
  })

  it("has an offer for each variant, with its own availability, name, number and address", () => {
    const paper = edition(of("out_of_stock"), { title: "Paperback", sku: "P", ean: "9780804429573" })
    const urlOf = ({ sku }: { sku?: string | null }) => `https://shop.test/wolf-hall?sku=${sku}`
    const jsonLd = productJsonLd(book(edition(of("in_stock")), paper), { urlOf, now: NOW })
    expect(jsonLd).not.toHaveProperty("gtin13")
    expect(jsonLd.offers).toMatchObject([
      { availability: "https://schema.org/InStock", name: "Wolf Hall (Hardcover)" },
      {
        ...{ availability: "https://schema.org/OutOfStock", name: "Wolf Hall (Paperback)" },
        ...{ gtin13: "9780804429573", url: "https://shop.test/wolf-hall?sku=P" },
      },
    ])
  })

  it("takes a card, and a product of the listing as it is typed", () => {
    const url = "https://shop.test/products/book-a"
    const jsonLd = productJsonLd({ ...card("a"), availability: of("low_stock") }, { url, now: NOW })
    expect(jsonLd).toMatchObject({ name: "Book a", brand: { name: "Picador" } })
    expect(jsonLd.offers).toEqual({
      ...{
        "@type": "Offer",
        availability: "https://schema.org/InStock",
        price: 12.5,
        priceCurrency: "USD",
        url,
      },
    })
    const typed = {} as AvailableProduct<HttpTypes.StoreProduct>
    expect(productJsonLd(typed)).not.toHaveProperty("offers")
  })

  it("leaves out what is not there: a price, images, a brand, a number whose check digit is wrong", () => {
    const bare = { title: "Untitled", variants: [edition(of("in_stock"), { calculated_price: null })] }
    expect(productJsonLd(bare)).not.toHaveProperty("offers")
    const wrong = edition(of("in_stock"), { ean: "9780312429981", sku: "0312429983", title: null })
    const jsonLd = productJsonLd({ title: "Untitled", variants: [wrong] }, { now: NOW })
    for (const name of ["image", "brand", "gtin13", "url", "description"])
      expect(jsonLd).not.toHaveProperty(name)
    expect(only(jsonLd)).not.toHaveProperty("gtin13")
  })

  it("finds the number in the variant's metadata, and in the product's where there is one variant", () => {
    const numbered = (variant: object, product: object = {}) =>
      productJsonLd({ ...book(edition(of("in_stock"), { ean: null, sku: "HC", ...variant })), ...product })
        .gtin13
    expect(numbered({ metadata: { isbn: "0-312-42998-3" } })).toBe("9780312429980")
    expect(numbered({}, { metadata: { isbn13: "9780804429573" } })).toBe("9780804429573")
    expect(numbered({ barcode: "036000291452" })).toBe("0036000291452")
    expect(numbered({ sku: "978-0-312-42998-0" })).toBe("9780312429980")
  })

  it("takes the price that the page shows, where the shop says which", () => {
    const priceOf = () => ({ amount: 14.88, currency_code: "eur" })
    expect(only(productJsonLd(book(edition(of("in_stock"))), { priceOf }))).toMatchObject({
      ...{ price: 14.88, priceCurrency: "EUR" },
    })
  })

  it("claims nothing of a variant that is not known yet, nor takes another's word for it", () => {
    const jsonLd = productJsonLd({ ...book(edition(null), edition(null)), availability: of("in_stock") })
    for (const { availability } of jsonLd.offers as OfferJsonLd[]) {
      expect(availability).toBe("https://schema.org/OutOfStock")
    }
  })
})

/** What the page says, as the term that says the same. */
const LABELLED: [RegExp, string][] = [
  [/^(In stock|Only .* left)$/, "InStock"],
  [/^Preorder, releases /, "PreOrder"],
  [/^Available to order, (expected|ships) /, "BackOrder"],
  [/^No longer available$/, "Discontinued"],
  [/^(Coming soon.*|Out of stock|Currently unavailable)$/, "OutOfStock"],
]

it("says on the page, parsed, what label and feed say, whatever the API said", () => {
  fc.assert(
    fc.property(anyAvailability, fc.string(), (answered, title) => {
      const availability = asOffered(answered, { now: NOW })
      const html = jsonLdScript(productJsonLd({ ...book(edition(availability)), title }, { now: NOW }))
      const jsonLd: ProductJsonLd = JSON.parse(html)
      const label = availabilityLabel(availability, { now: NOW })
      const [, term] = LABELLED.find(([pattern]) => pattern.test(label))!
      expect(only(jsonLd).availability).toBe(`https://schema.org/${term}`)
      const feed = merchantAvailability(answered, { now: NOW })
      expect(only(jsonLd).availabilityStarts).toBe(feed.availability_date)
      expect(availability.purchasable).toBe(feed.purchasable)
      expect(jsonLd.name).toBe(title)
    }),
    { numRuns: 500 }
  )
})

describe("jsonLdScript", () => {
  const NASTY = '</script><script>alert(1)</script><!-- ]]> & \u2028 \u2029 \ud800 " \\ '

  it("lets nothing in it end the script, open a comment or break a line, and is the same when parsed", () => {
    const html = jsonLdScript({ name: NASTY })
    expect(html).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(html)).toEqual({ name: NASTY })
  })
})
