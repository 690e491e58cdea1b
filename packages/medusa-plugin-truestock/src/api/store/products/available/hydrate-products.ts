import type { MedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  getVariantAvailability,
  ProductStatus,
  QueryContext,
} from "@medusajs/framework/utils"
import {
  filterOutInternalProductCategories,
  wrapProductsWithTaxPrices,
} from "@medusajs/medusa/api/store/products/helpers"
import { prepareInventoryQuantityFields } from "@medusajs/medusa/api/utils/middlewares/index"

export type HydratedVariant = { id: string; manage_inventory?: boolean; inventory_quantity?: number | null }
export type HydratedProduct = {
  id: string
  variants?: HydratedVariant[]
  categories?: { is_active?: boolean }[]
}

/**
 * The products of one page as core's own list would serve them (fields, calculated prices with tax, translations,
 * inventory_quantity), in the order of the ids.
 */
export async function hydrateProducts(
  req: MedusaRequest,
  productIds: string[],
  salesChannelIds: string[]
): Promise<HydratedProduct[]> {
  if (productIds.length === 0) {
    return []
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { fields, withInventoryQuantity } = prepareInventoryQuantityFields(req.queryConfig.fields, {
    relation: "variants",
  })
  const context = req.pricingContext
    ? { variants: { calculated_price: QueryContext(req.pricingContext) } }
    : {}
  const { data } = await query.graph(
    { entity: "product", fields, filters: { id: productIds, status: ProductStatus.PUBLISHED }, context },
    { locale: req.locale }
  )
  const products = data as unknown as HydratedProduct[]
  if (withInventoryQuantity) {
    await setInventoryQuantity(req, products, salesChannelIds)
  }
  filterOutInternalProductCategories(data as never)
  for (const product of products) {
    product.categories = product.categories?.filter((category) => category.is_active !== false)
  }
  await wrapProductsWithTaxPrices(req as never, data as never)

  const byId = new Map(products.map((product) => [product.id, product]))
  return productIds.flatMap((id) => byId.get(id) ?? [])
}

/** Core's figure per variant; of several channels the largest, where core's own list refuses to answer. */
async function setInventoryQuantity(
  req: MedusaRequest,
  products: HydratedProduct[],
  salesChannelIds: string[]
) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const variants = products.flatMap((product) => product.variants ?? []).filter((v) => v.manage_inventory)
  const variantIds = variants.map((variant) => variant.id)
  const perChannel = await Promise.all(
    salesChannelIds.map((id) =>
      getVariantAvailability(query, { variant_ids: variantIds, sales_channel_id: id })
    )
  )
  for (const variant of variants) {
    const known = perChannel
      .map((channel) => channel[variant.id]?.availability ?? null)
      .filter((n) => n !== null)
    variant.inventory_quantity = known.length > 0 ? Math.max(...known) : null
  }
}
