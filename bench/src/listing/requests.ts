import { REGION } from "../catalogue/shop.js"

export const PAGE = 20

const CORE = `/store/products?limit=${PAGE}`
const OURS = `/store/products/available?limit=${PAGE}`
/** What our listing answers by default and core's does not: asked of core, so that both answer the same. */
const SAME_FIELDS = "fields=*categories,%2Bvariants.inventory_quantity"
const PRICES = "*variants.calculated_price"

/** The requests that compete, by name. `deep` is the offset at 90 % of core's list. */
export function requests(deep: number, deepInStock: number) {
  return {
    core: `${CORE}&${SAME_FIELDS}`,
    any: `${OURS}&status=any`,
    inStock: OURS,
    coreDeep: `${CORE}&${SAME_FIELDS}&offset=${deep}`,
    anyDeep: `${OURS}&status=any&offset=${deep}`,
    inStockDeep: `${OURS}&offset=${deepInStock}`,
    corePrices: `${CORE}&${SAME_FIELDS},${PRICES}&region_id=${REGION}`,
    anyPrices: `${OURS}&status=any&fields=${PRICES}&region_id=${REGION}`,
  }
}

export type Contestant = keyof ReturnType<typeof requests>

export type Line = { name: string; contestant: Contestant; against: Contestant; atLeast?: number }

const CORE_ITSELF: Line = { name: "core GET /store/products", contestant: "core", against: "core" }
const OURS_LINES: Line[] = [
  { name: "ours, status=any", contestant: "any", against: "core", atLeast: 1 },
  { name: "ours, in stock (default)", contestant: "inStock", against: "core", atLeast: 1 },
]

/** What is compared with what, and what must come of it. */
export type Setting = { name: string; lines: Line[] }

/** Core passes the ids of all of the channel's products from query to query. */
export const SEVERAL_CHANNELS: Setting = {
  name: "shop with several channels",
  lines: [CORE_ITSELF, ...OURS_LINES],
}

/** Core's best case: it does not ask for the channel at all. */
export const ONE_CHANNEL: Setting = {
  name: "shop with one channel",
  lines: [
    CORE_ITSELF,
    ...OURS_LINES,
    { name: "core at 90 % depth", contestant: "coreDeep", against: "core" },
    { name: "ours, status=any, at 90 % depth", contestant: "anyDeep", against: "coreDeep", atLeast: 1 },
    { name: "ours, in stock, at 90 % depth", contestant: "inStockDeep", against: "inStock" },
    { name: "core with prices in a region", contestant: "corePrices", against: "core" },
    { name: "ours, status=any, with prices", contestant: "anyPrices", against: "corePrices", atLeast: 1 },
  ],
}
