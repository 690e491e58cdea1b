import { isDeepStrictEqual } from "node:util"
import type { Check } from "../frame/figures.js"
import type { Get } from "./get.js"
import type { Request } from "./requests.js"

type Answer = { products: ({ id: string } & Record<string, unknown>)[]; count: number }

/** The same products with the same fields, but for the `availability` that the plugin puts beside them. */
export async function sameAsCore(get: Get, name: string, core: Request, ours: Request): Promise<Check> {
  const expected = (await get({ ...core, path: `${core.path}&order=-created_at` })) as Answer
  const got = (await get(ours)) as Answer
  return {
    name: `status=any answers what core answers, field by field, ${name}`,
    passed:
      got.count === expected.count &&
      isDeepStrictEqual(
        sortedRelations(withoutAvailability(got)),
        sortedRelations(withoutAvailability(expected))
      ),
  }
}

function withoutAvailability({ products }: Answer): Answer["products"] {
  return JSON.parse(JSON.stringify(products, (key, value) => (key === "availability" ? undefined : value)))
}

/** Neither promises an order of a product's categories. */
function sortedRelations(products: Answer["products"]): unknown {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return products.map((product) => ({
    ...product,
    categories: [...((product.categories as { id: string }[] | undefined) ?? [])].sort(byId),
  }))
}
