import fc from "fast-check"
import {
  createCollectionsWorkflow,
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
  deleteProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability"
import type { PolicyInput } from "../../src/modules/availability/policy-input"
import { BEST_FIRST } from "../../src/modules/availability/status"
import type { Booted } from "./run-with-shop"

/** What random questions can be asked about. */
export type Catalogue = {
  channels: string[]
  collections: string[]
  categories: string[]
  products: string[]
}

const HOUR_MS = 3_600_000
/** Plain letters: every collation sorts them alike. Few of them, so that titles repeat. */
const TITLES =
  "atlas bell cedar drum ember fjord grove heron iris jade kiln lark moss night otter pearl".split(" ")

const { PUBLISHED, DRAFT } = ProductStatus

/** One product per status is sure to be listed with it: chance may leave one out. */
const isShowpiece = (i: number) => i < BEST_FIRST.length

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary)
const some = (most: number) => (ids: string[]) => fc.subarray(ids, { maxLength: Math.min(most, ids.length) })
const soon = fc.constantFrom(-100, -2, 2, 100).map((h) => new Date(Date.now() + h * HOUR_MS).toISOString())

/** One or two sayings each: all at once would leave little to sell. */
const policy = fc
  .array(
    fc.oneof(
      fc.record({ low_stock_threshold: fc.constantFrom(0, 3, 20) }),
      fc.record({ safety_stock: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ backorder_limit: fc.constantFrom(0, 2) }),
      fc.record({ release_date: soon, allow_preorder: fc.boolean() }),
      fc.record({ strict_on_sale_date: soon }),
      fc.record({ discontinued: fc.constant(true) }),
      fc.record({ not_for_sale: fc.constant("recalled") })
    ),
    { minLength: 1, maxLength: 2 }
  )
  .map((sayings) => Object.assign({}, ...sayings) as Omit<PolicyInput, "product_id">)

/**
 * Fills the shop with random products, through core's workflows in bulk: levels at four locations of three
 * channels, three levels of categories (some inactive or internal), collections, drafts, deleted products, equal
 * titles and equal times, policies and overrides. The same seed makes the same catalogue.
 */
export async function fillWithRandomCatalogue(
  booted: Booted,
  count: number,
  seed: number
): Promise<Catalogue> {
  let drawn = 0
  // Each from a seed of its own, and without the bias towards edges: a catalogue, not a search for the smallest one.
  const draw = <T>(arbitrary: fc.Arbitrary<T>): T =>
    fc.sample(fc.noBias(arbitrary), { numRuns: 1, seed: seed + 7919 * drawn++ })[0] as T

  const { container, shop } = booted
  const channels = [await shop.channel(), await shop.channel(), await shop.channel()]
  const locations = []
  for (const selling of [[0], [0, 1], [1, 2], []]) {
    locations.push(await shop.location(...selling.map((i) => channels[i]!)))
  }
  const categories = await randomCategories(booted, draw)
  const { result: collections } = await createCollectionsWorkflow(container).run({
    input: { collections: ["Winter", "Summer"].map((title) => ({ title })) },
  })
  const collectionIds = collections.map((c) => c.id)

  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: Array.from({ length: count }, (_, i) => {
        const formats = draw(fc.subarray(["Paperback", "Hardcover"]))
        return {
          title: draw(fc.constantFrom(...TITLES)),
          handle: `book-${i}`,
          status: isShowpiece(i) || draw(fc.integer({ min: 0, max: 3 })) > 0 ? PUBLISHED : DRAFT,
          collection_id: draw(sometimes(fc.constantFrom(...collectionIds))),
          category_ids: draw(some(2)(categories)),
          sales_channels: (isShowpiece(i) ? channels : draw(some(3)(channels))).map((id) => ({ id })),
          options: [{ title: "Format", values: ["Paperback", "Hardcover"] }],
          variants: formats.map((format) => ({
            title: format,
            options: { Format: format },
            manage_inventory: draw(fc.integer({ min: 0, max: 9 })) > 0,
            allow_backorder: draw(fc.integer({ min: 0, max: 3 })) === 0,
            prices: [],
          })),
        }
      }),
    },
  })
  const ids = Array.from({ length: count }, (_, i) => products.find((p) => p.handle === `book-${i}`)!.id)
  await randomLevels(booted, locations, draw)
  await randomTimes(booted, ids, draw)
  await randomDecisions(booted, ids, channels, locations, draw)
  await deleteProductsWorkflow(container).run({ input: { ids: ids.filter((_, i) => i % 15 === 7) } })
  return { channels, collections: collectionIds, categories, products: ids }
}

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T

async function randomCategories({ container }: Booted, draw: Draw): Promise<string[]> {
  const all: string[] = []
  let parents: (string | undefined)[] = [undefined]
  for (const [depth, size] of [2, 4, 6].entries()) {
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: {
        product_categories: Array.from({ length: size }, (_, i) => ({
          name: `Category ${depth}-${i}`,
          parent_category_id: parents[i % parents.length],
          is_active: draw(fc.integer({ min: 0, max: 4 })) > 0,
          is_internal: draw(fc.integer({ min: 0, max: 4 })) === 0,
        })),
      },
    })
    parents = result.map((category) => category.id)
    all.push(...result.map((category) => category.id))
  }
  return all
}

async function randomLevels({ container, connection }: Booted, locations: string[], draw: Draw) {
  const links = await connection("product_variant_inventory_item")
    .join("product_variant", "product_variant.id", "variant_id")
    .join("product", "product.id", "product_id")
    .orderBy(["product.handle", "product_variant.title"])
    .select("inventory_item_id")
  const quantity = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }))
  const inventory_levels = links.flatMap(({ inventory_item_id }) =>
    draw(fc.subarray(locations, { maxLength: 2 })).map((location_id) => ({
      inventory_item_id,
      location_id,
      stocked_quantity: draw(quantity),
      incoming_quantity: draw(fc.constantFrom(0, 0, 0, 5)),
    }))
  )
  await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
  const silentSince = new Date(Date.now() - 31 * HOUR_MS).toISOString()
  await connection.raw(
    `update inventory_level set metadata = jsonb_build_object('as_of', ?::text) where inventory_item_id = any(?)`,
    [silentSince, links.slice(0, 6).map((link) => link.inventory_item_id)]
  )
}

/** Few different moments, down to the microsecond, so that several products share one. */
async function randomTimes({ connection }: Booted, ids: string[], draw: Draw) {
  for (const id of ids) {
    const microseconds = draw(fc.constantFrom(0, 1, 2, 999, 1000, 500_000, 500_001, 86_400_000_000))
    await connection.raw(
      `update product set created_at = timestamptz '2026-01-01 00:00:00+00' + make_interval(secs => ? / 1e6) where id = ?`,
      [microseconds, id]
    )
  }
}

async function randomDecisions(
  { availability, connection }: Booted,
  ids: string[],
  channels: string[],
  locations: string[],
  draw: Draw
) {
  const chance = (outOf: number) => draw(fc.integer({ min: 1, max: outOf })) === 1
  for (const [i, product_id] of ids.entries()) {
    if (isShowpiece(i)) {
      await availability.setOverride({ product_id, status: BEST_FIRST[i]! })
      continue
    }
    const [variant] = await connection("product_variant").where({ product_id }).orderBy("title")
    if (chance(3)) await availability.setPolicy({ product_id, ...draw(policy) })
    if (variant && chance(4)) {
      await availability.setPolicy({ product_id, variant_id: variant.id, ...draw(policy) })
      const location_id = draw(fc.constantFrom(...locations))
      await availability.setPolicy({ product_id, variant_id: variant.id, location_id, safety_stock: 3 })
    }
    if (chance(5)) {
      const override = {
        product_id,
        status: draw(fc.constantFrom(...Object.values(AvailabilityStatus))),
        sales_channel_id: draw(sometimes(fc.constantFrom(...channels))),
        variant_id: variant && draw(sometimes(fc.constant(variant.id as string))),
      }
      const end = draw(sometimes(soon))
      const expires_at = end ? new Date(end) : null
      // Some have expired: they could be set once, and only be put back now.
      await availability.restoreOverride(override, {
        ...override,
        ...{ expires_at, notes: null, note_visible: false, set_by: null },
      })
    }
  }
}
