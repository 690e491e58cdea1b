import { upsertVariantPricesWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type AskedPrice = {
  variant_id: string
  product_id: string
  /** Null where the variant has had no price yet. */
  price_set_id: string | null
  /** The base price in this currency, if there is one. */
  price_id: string | null
  amount: number
  currency_code: string
}

/**
 * Sets the base price of variants in one currency. Prices in other currencies, for regions or groups, and those of price
 * lists stay as they are: core's own workflow replaces all of a variant's, so it is only asked where there is none.
 */
export async function setPrices(container: MedusaContainer, asked: AskedPrice[]): Promise<void> {
  const there = asked.flatMap(({ price_set_id: priceSetId, price_id, amount, currency_code }) =>
    priceSetId === null
      ? []
      : [{ priceSetId, prices: [{ ...(price_id !== null && { id: price_id }), amount, currency_code }] }]
  )
  if (there.length > 0) await container.resolve(Modules.PRICING).addPrices(there)
  const variantPrices = asked
    .filter(({ price_set_id }) => price_set_id === null)
    .map(({ variant_id, product_id, amount, currency_code }) => ({
      ...{ variant_id, product_id },
      prices: [{ amount, currency_code }],
    }))
  if (variantPrices.length === 0) return
  await upsertVariantPricesWorkflow(container).run({ input: { variantPrices, previousVariantIds: [] } })
}
