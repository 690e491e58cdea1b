import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  deleteShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { FulfillmentWorkflow } from "@medusajs/framework/types"
import { Locations, Place } from "./locations"
import { missing, Seeding } from "./seeding"

const SERVICES = [
  { code: "standard", label: "Standard", description: "In 3 to 5 working days", amount: 4.99 },
  { code: "express", label: "Express", description: "On the next working day", amount: 14.99 },
]

/** Standard and express shipping from each location, for everything the shop sells. */
export async function seedShipping(seeding: Seeding, { warehouse, shop }: Locations): Promise<string> {
  const { container, query, progress } = seeding
  const profile = await ensureProfile(seeding)
  const wanted = [warehouse, shop].flatMap((place) =>
    SERVICES.map((service) => shippingOption(place, service, profile))
  )
  const { data: existing } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "name", "prices.id"],
  })

  // An interrupted run can leave an option without a price, which no cart can use.
  const halfMade = existing.filter((option) => !option.prices?.length).map((option) => option.id)
  if (halfMade.length) {
    await deleteShippingOptionsWorkflow(container).run({ input: { ids: halfMade } })
  }
  const whole = existing.filter((option) => option.prices?.length).map((option) => option.name)
  const input = missing(wanted, (option) => option.name, whole)
  if (input.length) {
    await createShippingOptionsWorkflow(container).run({ input })
  }
  progress("standard and express shipping from both locations")
  return profile
}

async function ensureProfile({ container, query }: Seeding): Promise<string> {
  const { data: profiles } = await query.graph({
    entity: "shipping_profile",
    fields: ["id"],
    filters: { type: "default" },
  })
  if (profiles[0]) {
    return profiles[0].id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default Shipping Profile", type: "default" }] },
  })
  return result[0]!.id
}

function shippingOption(
  place: Place,
  { code, label, description, amount }: (typeof SERVICES)[number],
  profile: string
): FulfillmentWorkflow.CreateShippingOptionsWorkflowInput {
  return {
    name: `${label} from ${place.name}`,
    price_type: "flat",
    provider_id: "manual_manual",
    service_zone_id: place.serviceZone,
    shipping_profile_id: profile,
    type: { label, description, code },
    prices: [{ currency_code: "usd", amount }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" },
      { attribute: "is_return", value: "false", operator: "eq" },
    ],
  }
}
