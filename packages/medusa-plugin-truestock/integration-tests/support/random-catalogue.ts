import fc from "fast-check"
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  deleteProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"
import { isShowpiece, randomDecisions, randomLevels, sometimes } from "./random-stock"
import { type Draw, randomTaxonomy, type Taxonomy } from "./random-taxonomy"
import type { Booted } from "./run-with-shop"

/** What random questions can be asked about. */
export type Catalogue = Taxonomy & {
  channels: string[]
  /** The first three are sold from, the fourth nobody sells from, the fifth is inactive. */
  locations: string[]
  products: string[]
  /** Region per currency code. */
  regions: { usd: string; eur: string }
}

const FORMATS = ["Paperback", "Hardcover"]
const CURRENCIES = ["usd", "eur"]
/** Few of them, so that titles repeat, some but for case or accents; and some that sort otherwise when not folded. */
const TITLES = [
  ..."atlas bell cedar drum ember fjord grove heron iris jade kiln lark moss".split(" "),
  ...[
    "Atlas",
    "ÉTOILE",
    "étoile",
    "Etoile noire",
    "Zebra",
    "zebra crossing",
    "Łódź 1905",
    'O\'Neill, "Émile"',
  ],
]
const SUBTITLES = ["A Novel", "Roman d'été", "The lark's winter", "1905 – 1984"]

const some = (most: number) => (ids: string[]) => fc.subarray(ids, { maxLength: Math.min(most, ids.length) })

/**
 * Fills the shop with random products, through core's workflows in bulk: levels at five locations (one inactive) of
 * three channels, three levels of categories (some inactive or internal), collections, tags, types, brands, prices in
 * two currencies, drafts, deleted products, equal titles and equal times, policies and overrides. The same seed makes
 * the same catalogue.
 */
export async function fillWithRandomCatalogue(
  booted: Booted,
  count: number,
  seed: number
): Promise<Catalogue> {
  let drawn = 0
  // Each from a seed of its own, and without the bias towards edges: a catalogue, not a search for the smallest one.
  const draw: Draw = (arbitrary) =>
    fc.sample(fc.noBias(arbitrary), { numRuns: 1, seed: seed + 7919 * drawn++ })[0]!

  const { container, shop, stock } = booted
  const channels = [await shop.channel(), await shop.channel(), await shop.channel()]
  const locations: string[] = []
  for (const selling of [[0], [0, 1], [1, 2], [], [0, 2]]) {
    locations.push(await shop.location(...selling.map((i) => channels[i]!)))
  }
  await stock.createInventoryLocations({ location_id: locations[4]!, is_active: false })
  const taxonomy = await randomTaxonomy(booted, draw)

  const products = Array.from({ length: count }, (_, i) => randomProduct(i, channels, taxonomy, draw))
  const { result } = await createProductsWorkflow(container).run({ input: { products } })
  const ids = products.map(({ handle }) => result.find((p) => p.handle === handle)!.id)
  await randomBrands(booted, ids, taxonomy.brands, draw)
  await pricesThatDoNotCount(booted)
  await randomLevels(booted, locations, draw)
  await randomTimes(booted, ids, draw)
  await randomDecisions(booted, ids, channels, locations, draw)
  await deleteProductsWorkflow(container).run({ input: { ids: ids.filter((_, i) => i % 15 === 7) } })
  return { ...taxonomy, channels, locations, products: ids, regions: await regions(booted) }
}

function randomProduct(i: number, channels: string[], taxonomy: Taxonomy, draw: Draw) {
  const { PUBLISHED, DRAFT } = ProductStatus
  return {
    title: draw(fc.constantFrom(...TITLES)),
    subtitle: draw(sometimes(fc.constantFrom(...SUBTITLES))),
    handle: `book-${i}`,
    thumbnail: draw(sometimes(fc.constant(`https://covers.example/${i}.jpg`))),
    status: isShowpiece(i) || draw(fc.integer({ min: 0, max: 3 })) > 0 ? PUBLISHED : DRAFT,
    collection_id: draw(sometimes(fc.constantFrom(...taxonomy.collections))),
    type_id: draw(sometimes(fc.constantFrom(...taxonomy.types))),
    tag_ids: draw(some(3)(taxonomy.tags)),
    category_ids: draw(some(2)(taxonomy.categories)),
    sales_channels: (isShowpiece(i) ? channels : draw(some(3)(channels))).map((id) => ({ id })),
    options: [{ title: "Format", values: FORMATS }],
    variants: draw(fc.subarray(FORMATS)).map((format, v) => ({
      title: format,
      sku: `Sku-${i}-${format[0]}`,
      ean: i % 3 === 0 ? isbn13(i * FORMATS.length + v) : undefined,
      options: { Format: format },
      manage_inventory: draw(fc.integer({ min: 0, max: 9 })) > 0,
      allow_backorder: draw(fc.integer({ min: 0, max: 3 })) === 0,
      prices: draw(fc.subarray(CURRENCIES)).map((currency_code) => ({
        currency_code,
        amount: draw(fc.constantFrom(0, 5, 9.99, 10, 10.01, 25, 1_000_000)),
      })),
    })),
  }
}

/** 978-0-00-nnnnnn, with the right check digit. */
function isbn13(n: number): string {
  const body = `978000${String(n).padStart(6, "0")}`
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

async function randomBrands({ container }: Booted, ids: string[], brands: string[], draw: Draw) {
  const links = ids.flatMap((product_id) => {
    const brand_id = draw(sometimes(fc.constantFrom(...brands)))
    return brand_id === undefined ? [] : [{ product: { product_id }, brand: { brand_id } }]
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create(links)
}

/** Lower than every base price, but for many units at once, or for some customers only. */
async function pricesThatDoNotCount({ connection }: Booted) {
  const copy = (id: string, column: string, value: string) =>
    connection.raw(
      `insert into price (id, price_set_id, currency_code, raw_amount, amount, ${column})
       select ? || id, price_set_id, currency_code, '{"value": "0.01", "precision": 20}', 0.01, ${value} from price
       where not (id like 'many%')`,
      [id]
    )
  await copy("many_", "min_quantity, raw_min_quantity", `10, '{"value": "10", "precision": 20}'`)
  await copy("some_", "rules_count", "1")
  await connection.raw(
    `insert into price_rule (id, price_id, attribute, value, operator, priority)
     select 'rule_' || id, id, 'customer_group_id', 'vip', 'eq', 0 from price where rules_count > 0`
  )
}

/** Few different moments, down to the microsecond, so that several products share one. */
async function randomTimes({ connection }: Booted, ids: string[], draw: Draw) {
  const moment = fc.constantFrom(0, 1, 2, 999, 1000, 500_000, 500_001, 86_400_000_000)
  for (const id of ids) {
    await connection.raw(
      `update product set created_at = timestamptz '2026-01-01 00:00:00+00' + make_interval(secs => ? / 1e6),
         updated_at = timestamptz '2026-02-01 00:00:00+00' + make_interval(secs => ? / 1e6) where id = ?`,
      [draw(moment), draw(moment), id]
    )
  }
}

async function regions({ container }: Booted): Promise<Catalogue["regions"]> {
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "America", currency_code: "usd", countries: ["us"] },
        { name: "Europe", currency_code: "eur", countries: ["de", "fr"] },
      ],
    },
  })
  const of = (code: string) => result.find((region) => region.currency_code === code)!.id
  return { usd: of("usd"), eur: of("eur") }
}
