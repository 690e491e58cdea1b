import {
  createOrderFulfillmentWorkflow,
  createOrderWorkflow,
  createRegionsWorkflow,
  createReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { Booted } from "../support/run-with-shop"
import type { Book } from "../support/shop"

export type PlacedOrder = { id: string; line_item_id: string; fulfil: (quantity: number) => Promise<string> }

/** An order of one line, reserved, placed and fulfilled by core's workflows. */
export async function placeOrder(
  { container }: Booted,
  book: Book,
  quantity: number,
  { channel, location }: { channel: string; location: string }
): Promise<PlacedOrder> {
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: { regions: [{ name: "Here", currency_code: "usd", countries: [] }] },
  })
  const { result: order } = await createOrderWorkflow(container).run({
    input: {
      region_id: regions[0]!.id,
      sales_channel_id: channel,
      currency_code: "usd",
      email: "reader@example.com",
      items: [
        { variant_id: book.variant_id, title: "Book", quantity, unit_price: 10, requires_shipping: false },
      ],
    } as any,
  })
  const line_item_id = order.items![0]!.id
  const reservation = {
    inventory_item_id: book.inventory_item_id,
    location_id: location,
    quantity,
    line_item_id,
  }
  await createReservationsWorkflow(container).run({ input: { reservations: [reservation] } })

  const fulfil = async (units: number) => {
    const { result } = await createOrderFulfillmentWorkflow(container).run({
      input: {
        order_id: order.id,
        location_id: location,
        shipping_option_id: await shippingOption(container),
        items: [{ id: line_item_id, quantity: units }],
      },
    })
    return result.id
  }
  return { id: order.id, line_item_id, fulfil }
}

let made = 0

async function shippingOption(container: Booted["container"]): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const name = `Post ${++made}`
  const [profile] = await fulfillment.createShippingProfiles([{ name, type: name }])
  const [set] = await fulfillment.createFulfillmentSets([
    {
      name,
      type: "shipping",
      service_zones: [{ name, geo_zones: [{ type: "country", country_code: "us" }] }],
    },
  ])
  const [option] = await fulfillment.createShippingOptions([
    {
      name,
      price_type: "flat",
      provider_id: "manual_manual",
      service_zone_id: set!.service_zones[0]!.id,
      shipping_profile_id: profile!.id,
      type: { label: name, description: name, code: name },
    },
  ])
  return option!.id
}
