import type { ShownByProduct } from "../../../modules/availability/sql/read-shown"

type Variant = { id: string }
type Product = { id: string; variants?: Variant[] | null }

/** Core's products, each and each of their variants with its `availability`; null where the read model knows none yet. */
export function withAvailability<P extends Product>(products: P[], shown: ShownByProduct) {
  return products.map((product) => ({
    ...product,
    ...(product.variants && {
      variants: product.variants.map((variant) => ({
        ...variant,
        availability: shown.variants.get(variant.id) ?? null,
      })),
    }),
    availability: shown.products.get(product.id) ?? null,
  }))
}
