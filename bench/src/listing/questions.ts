import { BIG_CATEGORY, BRAND } from "../catalogue/taxonomy.js"
import { PAGE, PRICE_RANGE, RARE_WORD, type Depths, type Request, type Requests } from "./requests.js"
import type { Asked } from "./truth.js"

/** A request for cards, and the same question as the plain truth takes it. */
export type Question = { name: string; request: Request; asked: Asked }

const SKU = "BENCH-4242"
const BASE: Asked = {
  key: "one",
  statuses: ["in_stock", "low_stock"],
  order: "created_at desc",
  offset: 0,
  limit: PAGE,
}

/** Every kind of request that is measured, and some that are only there to be wrong. */
export function questions(requests: Requests, depths: Depths): Question[] {
  const { card } = requests
  const question = (name: string, request: Request, asked: Partial<Asked>): Question => {
    return { name, request, asked: { ...BASE, ...asked } }
  }
  const more = (parameters: string, of: Request = card): Request => ({
    ...of,
    path: `${of.path}&${parameters}`,
  })
  const facets = (of: Request) => more("facets=status,category_id", of)
  const { least, most } = PRICE_RANGE
  return [
    question("in stock", card, {}),
    question("page 1000", requests.cardDeep, { offset: depths.inStock }),
    question("page 1000 by cursor", requests.cardCursor, { offset: depths.inStock }),
    question("any status", more("status=any"), { statuses: null }),
    question("out of stock", more("status=out_of_stock"), { statuses: ["out_of_stock"] }),
    question("a category", facets(requests.cardCategory), { category: BIG_CATEGORY }),
    question("a brand", requests.cardBrand, { brand: BRAND }),
    question("q, a rare word", facets(requests.cardWord), { word: RARE_WORD }),
    question("q, a word of every title", requests.cardCommonWord, {}),
    question("q, a SKU", more(`q=${SKU}&status=any`), { statuses: null, sku: SKU }),
    question("by price", requests.cardByPrice, { order: "price asc" }),
    question("by price, page 1000", more(`offset=${depths.inStock}`, requests.cardByPrice), {
      order: "price asc",
      offset: depths.inStock,
    }),
    question("in a price range", facets(requests.cardPriceRange), { least, most }),
    question("with facets", requests.cardFacets, {}),
    question("key with two channels", requests.cardTwoChannels, { key: "two" }),
    question(
      "key with two channels, a category",
      more(`category_id=${BIG_CATEGORY}`, facets(requests.cardTwoChannels)),
      {
        key: "two",
        category: BIG_CATEGORY,
      }
    ),
  ]
}
