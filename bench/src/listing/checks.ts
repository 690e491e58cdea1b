import { isDeepStrictEqual } from "node:util"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { BIG_CATEGORY } from "../catalogue/taxonomy.js"
import type { Check } from "../frame/figures.js"
import type { Http } from "../load/http.js"
import { PAGE, type requests } from "./requests.js"
import { type Asked, truth } from "./truth.js"

type Answer = { products: ({ id: string } & Record<string, unknown>)[]; count: number }

const IN_STOCK = ["in_stock", "low_stock"]

/** A listing that is fast and wrong has not won: its pages and counts against the plain truth, and against core. */
export async function checkListing(
  shop: Http,
  databaseUrl: string,
  paths: ReturnType<typeof requests>,
  offsets: { deep: number; deepInStock: number }
): Promise<Check[]> {
  const at = (offset: number, statuses: string[] | null, category?: string): Asked => {
    return { offset, statuses, category, limit: PAGE }
  }
  const pages: [name: string, path: string, asked: Asked][] = [
    ["status=any, page 1", paths.any, at(0, null)],
    ["status=any, 90 % depth", paths.anyDeep, at(offsets.deep, null)],
    ["in stock, page 1", paths.inStock, at(0, IN_STOCK)],
    ["in stock, 90 % depth", paths.inStockDeep, at(offsets.deepInStock, IN_STOCK)],
    [
      "in stock, in a category",
      `${paths.inStock}&category_id=${BIG_CATEGORY}`,
      at(0, IN_STOCK, BIG_CATEGORY),
    ],
    ["out of stock", `${paths.inStock}&status=out_of_stock`, at(0, ["out_of_stock"])],
  ]
  return withDatabase(databaseUrl, async (client) => {
    const checks: Check[] = []
    for (const [name, path, asked] of pages) {
      const answer: Answer = JSON.parse(await shop.get(path))
      const got = { ids: answer.products.map(({ id }) => id), count: answer.count }
      const expected = await truth(client, asked)
      checks.push({
        name: `count and page are those of Medusa's tables: ${name}`,
        passed: isDeepStrictEqual(got, { ids: expected.ids, count: expected.count }),
        detail: `count ${got.count}, expected ${expected.count}`,
      })
    }
    return [
      ...checks,
      await sameAsCore(shop, "plain", paths.core, paths.any),
      await sameAsCore(shop, "with prices", paths.corePrices, paths.anyPrices),
    ]
  })
}

/** The same products with the same fields; ours with `availability` beside them. */
async function sameAsCore(shop: Http, name: string, core: string, ours: string): Promise<Check> {
  const expected: Answer = JSON.parse(await shop.get(`${core}&order=-created_at`))
  const got: Answer = JSON.parse(await shop.get(ours))
  return {
    name: `status=any answers what core answers, field by field, ${name}`,
    passed: got.count === expected.count && isDeepStrictEqual(withoutAvailability(got), comparable(expected)),
  }
}

function withoutAvailability({ products }: Answer): unknown {
  const stripped = JSON.stringify(products, (key, value) => (key === "availability" ? undefined : value))
  return sortedRelations(JSON.parse(stripped))
}

function comparable({ products }: Answer): unknown {
  return sortedRelations(products)
}

/** Neither promises an order of a product's categories. */
function sortedRelations(products: Answer["products"]): unknown {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return products.map((product) => ({
    ...product,
    categories: [...((product.categories as { id: string }[] | undefined) ?? [])].sort(byId),
  }))
}
