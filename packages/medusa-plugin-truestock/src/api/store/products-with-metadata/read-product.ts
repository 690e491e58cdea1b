import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type ProductWithMetadata = {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  thumbnail: string | null
  metadata: Record<string, unknown> | null
  /** In the order of the product's page. */
  variants: { id: string; title: string; manage_inventory: boolean; allow_backorder: boolean }[]
}

const VARIANT_FIELDS = ["id", "title", "manage_inventory", "allow_backorder", "variant_rank"]
const FIELDS = [
  ...["id", "title", "subtitle", "description", "handle", "thumbnail", "metadata"],
  ...VARIANT_FIELDS.map((field) => `variants.${field}`),
]

/** As Medusa serves it, in the language of the request; null where there is none. */
export async function readProduct(req: MedusaRequest, id: string): Promise<ProductWithMetadata | null> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "product", fields: FIELDS, filters: { id } },
    { locale: req.locale }
  )
  const product = data[0] as unknown as (ProductWithMetadata & { variants: Ranked[] }) | undefined
  if (!product) return null
  return { ...product, variants: [...product.variants].sort(byRank) }
}

type Ranked = { id: string; variant_rank: number | null }

const byRank = (a: Ranked, b: Ranked) =>
  (a.variant_rank ?? 0) - (b.variant_rank ?? 0) || (a.id < b.id ? -1 : 1)
