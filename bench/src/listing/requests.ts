import { REGION } from "../catalogue/shop.js"
import { BIG_CATEGORY, BRAND } from "../catalogue/taxonomy.js"

export const PAGE = 20
/** Titles are hexadecimal: the beginning of one in 256. */
export const RARE_WORD = "c4"
/** In every title: what "the" is to a bookshop. */
export const COMMON_WORD = "title"
export const PRICE_RANGE = { least: 10, most: 13 }

/** The publishable key of one sales channel, or of two. */
export type Key = "one" | "two"
export type Request = { path: string; key: Key }

/** How deep "page 1000" is here: at most at 90 % of a small catalogue's list. */
export type Depths = { core: number; inStock: number; cursor: string }

const CORE = `/store/products?limit=${PAGE}`
const OURS = `/store/products/available?limit=${PAGE}`
const CARDS = `${OURS}&view=card&region_id=${REGION}`
/** What core's list answers by default, and ours answers more than. */
const CORE_FIELDS = "fields=-categories,-variants.inventory_quantity"
/** The other way round: what our list answers by default, asked of core. */
const OUR_FIELDS = "fields=*categories,%2Bvariants.inventory_quantity"
const PRICES = "*variants.calculated_price"

/** The requests that compete, by name. */
export function requests({ core, inStock, cursor }: Depths) {
  const paths = {
    core: CORE,
    coreDeep: `${CORE}&offset=${core}`,
    coreOurFields: `${CORE}&${OUR_FIELDS}`,
    coreLeast: "/store/regions?limit=1&fields=id",
    corePrices: `${CORE}&${OUR_FIELDS},${PRICES}&region_id=${REGION}`,

    card: CARDS,
    cardDeep: `${CARDS}&offset=${inStock}`,
    cardCursor: `${CARDS}&cursor=${cursor}`,
    cardCategory: `${CARDS}&category_id=${BIG_CATEGORY}`,
    cardBrand: `${CARDS}&brand_id=${BRAND}`,
    cardWord: `${CARDS}&q=${RARE_WORD}`,
    cardCommonWord: `${CARDS}&q=${COMMON_WORD}`,
    cardByPrice: `${CARDS}&order=price`,
    cardPriceRange: `${CARDS}&min_price=${PRICE_RANGE.least}&max_price=${PRICE_RANGE.most}`,
    cardFacets: `${CARDS}&facets=status,category_id`,

    full: OURS,
    fullDeep: `${OURS}&offset=${inStock}`,
    fullCursor: `${OURS}&cursor=${cursor}`,
    fullCoreFields: `${OURS}&${CORE_FIELDS}`,
    any: `${OURS}&status=any`,
    anyPrices: `${OURS}&status=any&fields=${PRICES}&region_id=${REGION}`,
  }
  const ofOne = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, { path, key: "one" }]))
  return {
    ...(ofOne as Record<keyof typeof paths, Request>),
    cardTwoChannels: { path: CARDS, key: "two" } as Request,
    fullTwoChannels: { path: OURS, key: "two" } as Request,
  }
}

export type Requests = ReturnType<typeof requests>
export type Contestant = keyof Requests
