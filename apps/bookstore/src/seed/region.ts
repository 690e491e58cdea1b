import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Seeding } from "./seeding"
import { updateStore } from "./store"

const REGION = {
  name: "United States",
  currency_code: "usd",
  countries: ["us"],
  payment_providers: ["pp_system_default"],
  automatic_taxes: true,
}

/** One region in US dollars with manual payment, and one sales tax of 8 % for all of it. */
export async function seedRegion(seeding: Seeding): Promise<string> {
  const { container, query, progress } = seeding
  await updateStore(seeding, { supported_currencies: [{ currency_code: "usd", is_default: true }] })
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id", "payment_providers.id"],
    filters: { name: REGION.name },
  })
  const region =
    regions[0] ?? (await createRegionsWorkflow(container).run({ input: { regions: [REGION] } })).result[0]!
  if (regions[0] && !regions[0].payment_providers?.length) {
    await updateRegionsWorkflow(container).run({
      input: { selector: { id: region.id }, update: { payment_providers: REGION.payment_providers } },
    })
  }
  await updateStore(seeding, { default_region_id: region.id })

  const { data: taxRegions } = await query.graph({
    entity: "tax_region",
    fields: ["id"],
    filters: { country_code: "us" },
  })
  if (!taxRegions.length) {
    await createTaxRegionsWorkflow(container).run({
      input: [
        {
          country_code: "us",
          provider_id: "tp_system",
          default_tax_rate: { name: "Sales tax", code: "sales", rate: 8 },
        },
      ],
    })
  }
  progress(`region ${REGION.name} in USD, sales tax 8 %`)
  return region.id
}
