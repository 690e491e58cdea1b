import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Channels } from "./channels"
import { lookup, missing, Seeding } from "./seeding"
import { updateStore } from "./store"

const WAREHOUSE = "Nashville Warehouse"
const SHOP = "Main Street Bookshop"

const ADDRESSES = {
  [WAREHOUSE]: { address_1: "1200 Foster Ave", city: "Nashville", province: "TN", postal_code: "37210" },
  [SHOP]: { address_1: "214 Main St", city: "Franklin", province: "TN", postal_code: "37064" },
}

export interface Place {
  id: string
  name: string
  serviceZone: string
}

export interface Locations {
  warehouse: Place
  shop: Place
}

/**
 * Two stock locations that both ship. The Online Store sells from both, the counter from its own shelves: a book
 * that only the warehouse has is sold out at the counter.
 */
export async function seedLocations(seeding: Seeding, channels: Channels): Promise<Locations> {
  const { container, query, progress } = seeding
  const { data: before } = await query.graph({ entity: "stock_location", fields: ["name"] })
  const wanted = Object.entries(ADDRESSES).map(([name, address]) => ({
    name,
    address: { ...address, country_code: "us" },
  }))
  const locations = missing(
    wanted,
    (location) => location.name,
    before.map(({ name }) => name)
  )
  if (locations.length) {
    await createStockLocationsWorkflow(container).run({ input: { locations } })
  }

  const { data: after } = await query.graph({ entity: "stock_location", fields: ["id", "name"] })
  const idOf = lookup(
    "the stock location",
    after.map(({ name, id }) => [name, id])
  )
  const warehouse = await ensurePlace(seeding, WAREHOUSE, idOf(WAREHOUSE), [channels.online])
  const shop = await ensurePlace(seeding, SHOP, idOf(SHOP), [channels.online, channels.counter])

  await updateStore(seeding, { default_location_id: warehouse.id })
  progress(`stock locations ${WAREHOUSE} and ${SHOP}`)
  return { warehouse, shop }
}

async function ensurePlace(seeding: Seeding, name: string, id: string, channels: string[]): Promise<Place> {
  const { container } = seeding
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: channels } })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })

  let set = await fulfillmentSetOf(seeding, id)
  if (!set) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: { location_id: id, fulfillment_set_data: { name: `${name} shipping`, type: "shipping" } },
    })
    set = await fulfillmentSetOf(seeding, id)
  }
  if (!set!.service_zones?.length) {
    await createServiceZonesWorkflow(container).run({
      input: {
        data: [
          {
            name: `United States from ${name}`,
            fulfillment_set_id: set!.id,
            geo_zones: [{ type: "country", country_code: "us" }],
          },
        ],
      },
    })
    set = await fulfillmentSetOf(seeding, id)
  }
  return { id, name, serviceZone: set!.service_zones![0]!.id }
}

async function fulfillmentSetOf({ query }: Seeding, id: string) {
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["fulfillment_sets.id", "fulfillment_sets.service_zones.id"],
    filters: { id },
  })
  return data[0]?.fulfillment_sets?.[0]
}
