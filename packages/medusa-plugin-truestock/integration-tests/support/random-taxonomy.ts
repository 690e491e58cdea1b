import fc from "fast-check"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Booted } from "./run-with-shop"

export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T

/** Ids of what products are sorted into. */
export type Taxonomy = {
  categories: string[]
  collections: string[]
  tags: string[]
  types: string[]
  brands: string[]
}

type BrandService = { createBrands(brands: { name: string }[]): Promise<{ id: string; name: string }[]> }

/** Each list in the order of its names: the same draw means the same one, whatever ids they were given. */
export async function randomTaxonomy(booted: Booted, draw: Draw): Promise<Taxonomy> {
  const { container } = booted
  const collections = ["Winter", "Summer"].map((title) => ({ title }))
  const product_tags = ["signed", "used", "rare", "gift"].map((value) => ({ value }))
  const product_types = ["Book", "Map"].map((value) => ({ value }))
  const brands = ["Ärger & Söhne", "Quill House", "NORD"].map((name) => ({ name }))
  const made = {
    collections: await createCollectionsWorkflow(container).run({ input: { collections } }),
    tags: await createProductTagsWorkflow(container).run({ input: { product_tags } }),
    types: await createProductTypesWorkflow(container).run({ input: { product_types } }),
  }
  const named = await container.resolve<BrandService>("brand").createBrands(brands)
  return {
    categories: await randomCategories(booted, draw),
    collections: collections.map(({ title }) => made.collections.result.find((c) => c.title === title)!.id),
    tags: product_tags.map(({ value }) => made.tags.result.find((t) => t.value === value)!.id),
    types: product_types.map(({ value }) => made.types.result.find((t) => t.value === value)!.id),
    brands: brands.map(({ name }) => named.find((b) => b.name === name)!.id),
  }
}

/** Three levels, some of them inactive or internal. */
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
