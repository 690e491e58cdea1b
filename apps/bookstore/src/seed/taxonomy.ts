import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import { BRAND_MODULE } from "../modules/brand"
import type BrandModuleService from "../modules/brand/service"
import { Book } from "./catalogue/book"
import { categories } from "./catalogue/categories"
import { collections } from "./catalogue/collections"
import { lookup, missing, Seeding } from "./seeding"

const TYPE = "Book"

/** Ids by the names that the catalogue uses. */
export interface Taxonomy {
  category: (name: string) => string
  collection: (title: string) => string
  tag: (value: string) => string
  brand: (name: string) => string
  type: string
}

/** Categories with their sub-categories, collections, tags, the product type, and the publishers as brands. */
export async function seedTaxonomy(seeding: Seeding, books: Book[]): Promise<Taxonomy> {
  const taxonomy = {
    category: await seedCategories(seeding),
    collection: await seedCollections(seeding),
    tag: await seedTags(seeding, unique(books.flatMap((book) => book.tags))),
    brand: await seedBrands(seeding, unique(books.map((book) => book.publisher))),
    type: await seedType(seeding),
  }
  seeding.progress("categories, collections, tags and brands")
  return taxonomy
}

async function seedCategories(seeding: Seeding) {
  const create = async (wanted: { name: string; parent_category_id?: string }[]) => {
    const existing = await seeding.query.graph({ entity: "product_category", fields: ["name"] })
    const product_categories = missing(
      wanted,
      ({ name }) => name,
      existing.data.map(({ name }) => name)
    )
    if (product_categories.length) {
      await createProductCategoriesWorkflow(seeding.container).run({
        input: {
          product_categories: product_categories.map((category) => ({ ...category, is_active: true })),
        },
      })
    }
    const { data } = await seeding.query.graph({ entity: "product_category", fields: ["id", "name"] })
    return lookup(
      "the category",
      data.map(({ name, id }) => [name, id])
    )
  }

  const parent = await create(Object.keys(categories).map((name) => ({ name })))
  return create(
    Object.entries(categories).flatMap(([outer, inner]) =>
      inner.map((name) => ({ name, parent_category_id: parent(outer) }))
    )
  )
}

async function seedCollections({ container, query }: Seeding) {
  const existing = await query.graph({ entity: "product_collection", fields: ["title"] })
  const wanted = Object.keys(collections).map((title) => ({ title }))
  const toCreate = missing(
    wanted,
    ({ title }) => title,
    existing.data.map(({ title }) => title)
  )
  if (toCreate.length) {
    await createCollectionsWorkflow(container).run({ input: { collections: toCreate } })
  }
  const { data } = await query.graph({ entity: "product_collection", fields: ["id", "title"] })
  return lookup(
    "the collection",
    data.map(({ title, id }) => [title, id])
  )
}

async function seedTags({ container, query }: Seeding, values: string[]) {
  const existing = await query.graph({ entity: "product_tag", fields: ["value"] })
  const product_tags = missing(
    values.map((value) => ({ value })),
    ({ value }) => value,
    existing.data.map(({ value }) => value)
  )
  if (product_tags.length) {
    await createProductTagsWorkflow(container).run({ input: { product_tags } })
  }
  const { data } = await query.graph({ entity: "product_tag", fields: ["id", "value"] })
  return lookup(
    "the tag",
    data.map(({ value, id }) => [value, id])
  )
}

async function seedBrands({ container }: Seeding, names: string[]) {
  const service = container.resolve<BrandModuleService>(BRAND_MODULE)
  const existing = await service.listBrands({}, { select: ["name"] })
  const toCreate = missing(
    names.map((name) => ({ name })),
    ({ name }) => name,
    existing.map(({ name }) => name)
  )
  await service.createBrands(toCreate)
  const brands = await service.listBrands({})
  return lookup(
    "the brand",
    brands.map(({ name, id }) => [name, id])
  )
}

async function seedType({ container, query }: Seeding): Promise<string> {
  const { data } = await query.graph({ entity: "product_type", fields: ["id"], filters: { value: TYPE } })
  if (data[0]) {
    return data[0].id
  }
  const { result } = await createProductTypesWorkflow(container).run({
    input: { product_types: [{ value: TYPE }] },
  })
  return result[0]!.id
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
