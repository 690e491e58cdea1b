import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../background/chore"
import type { RefusedTitle, TitleRecord, UpdateField } from "../../modules/distributor"
import { type KnownProduct, productChanges } from "./product-changes"
import { type AskedPrice, setPrices } from "./set-prices"

type Existing = {
  ean13: string
  variant_id: string
  product_id: string
  is_only: boolean
  record: TitleRecord
}

type BasePrice = {
  id: string
  amount: number
  currency_code: string
  rules_count: number | null
  min_quantity: unknown
}
type KnownVariant = {
  id: string
  product_id: string
  product: KnownProduct
  price_set: {
    id: string
    prices: (BasePrice & { max_quantity: unknown; price_list_id: string | null })[]
  } | null
}

const AT_ONCE = 50

/**
 * Makes the fields named of products that the shop has what the distributor says; every other stays. Of a product with
 * several variants only prices: its title is none of theirs. Before the titles are marked as imported, so that who was
 * stopped does it again.
 *
 * @returns the titles whose product could not be changed
 */
export async function updateExisting(
  container: MedusaContainer,
  titles: Existing[],
  fields: readonly UpdateField[]
): Promise<RefusedTitle[]> {
  if (fields.length === 0) return []
  const refused: RefusedTitle[] = []
  for (let at = 0; at < titles.length; at += AT_ONCE) {
    refused.push(...(await updateBatch(container, titles.slice(at, at + AT_ONCE), fields)))
  }
  return refused
}

/** Together; where that fails, one by one, so that each title learns what was wrong with it. */
async function updateBatch(
  container: MedusaContainer,
  titles: Existing[],
  fields: readonly UpdateField[]
): Promise<RefusedTitle[]> {
  try {
    await update(container, titles, fields)
    return []
  } catch (error) {
    const [first, ...others] = titles
    if (others.length === 0) {
      const reason = `Its product could not be changed: ${messageOf(error)}`.slice(0, 500)
      return [{ ean13: first!.ean13, sync_status: "failed", reason }]
    }
    const refused: RefusedTitle[] = []
    for (const title of titles) refused.push(...(await updateBatch(container, [title], fields)))
    return refused
  }
}

async function update(
  container: MedusaContainer,
  titles: Existing[],
  fields: readonly UpdateField[]
): Promise<void> {
  const known = await readVariants(container, titles)
  const products = titles.flatMap(({ variant_id, is_only, record }) => {
    const variant = known.get(variant_id)
    if (!variant || !is_only) return []
    const changes = productChanges(record, variant.product, fields)
    return changes ? [{ id: variant.product_id, ...changes }] : []
  })
  if (products.length > 0) await updateProductsWorkflow(container).run({ input: { products } })
  if (fields.includes("price")) {
    await setPrices(
      container,
      titles.flatMap((title) => priceOf(title, known.get(title.variant_id)))
    )
  }
}

/** The price that a variant lacks, in the distributor's currency. */
function priceOf(
  { record, variant_id, product_id }: Existing,
  known: KnownVariant | undefined
): AskedPrice[] {
  if (!record.list_price || !known) return []
  const amount = Number(record.list_price.amount)
  const currency_code = record.list_price.currency.toLowerCase()
  const { price_set } = known
  const there = price_set?.prices.find((price) => isBase(price) && price.currency_code === currency_code)
  if (there && Number(there.amount) === amount) return []
  const ids = { price_set_id: price_set?.id ?? null, price_id: there?.id ?? null }
  return [{ variant_id, product_id, ...ids, amount, currency_code }]
}

type Price = NonNullable<KnownVariant["price_set"]>["prices"][number]
const isBase = ({ rules_count, min_quantity, max_quantity, price_list_id }: Price) =>
  !rules_count && (min_quantity ?? null) === null && (max_quantity ?? null) === null && !price_list_id

async function readVariants(
  container: MedusaContainer,
  titles: Existing[]
): Promise<Map<string, KnownVariant>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: [
      ...["id", "product_id", "product.title", "product.subtitle", "product.description", "product.metadata"],
      ...["price_set.id", "price_set.prices.*"],
    ],
    filters: { id: titles.map(({ variant_id }) => variant_id) },
  })
  return new Map((data as unknown as KnownVariant[]).map((variant) => [variant.id, variant]))
}
