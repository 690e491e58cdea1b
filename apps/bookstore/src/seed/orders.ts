import {
  addShippingMethodToCartWorkflow,
  cancelOrderWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createOrderFulfillmentWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  deleteReservationsByLineItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { OrderLineItemDTO, PaymentCollectionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { READER_ADDRESS } from "./people"
import accounts from "./accounts.json"
import { orders, SeededOrder } from "./catalogue/orders"
import { lookup, Seeding } from "./seeding"

const KEY = "seeded_as"

interface Buying {
  region: string
  channel: string
  customer: string
}

/** A few orders, placed the way a storefront places them: cart, shipping, payment session, completion. */
export async function seedOrders(seeding: Seeding, buying: Buying): Promise<void> {
  for (const order of orders) {
    const id = (await findPlaced(seeding, order)) ?? (await place(seeding, order, buying))
    if (order.then === "fulfil") {
      await fulfil(seeding, id)
    }
    if (order.then === "cancel") {
      await cancel(seeding, id)
    }
    seeding.progress(`order ${order.key}`)
  }
}

/** An order counts once its payment is authorized; what an interrupted completion left behind is removed. */
async function findPlaced({ container, query }: Seeding, order: SeededOrder): Promise<string | undefined> {
  const filters = { email: emailOf(order) }
  const { data: found } = await query.graph({
    entity: "order",
    fields: ["id", "metadata", "items.id", "payment_collections.payments.id"],
    filters,
  })
  const ours = found.filter(({ metadata }) => metadata?.[KEY] === order.key)
  const placed = ours.find((each) =>
    each.payment_collections?.some((collection: PaymentCollectionDTO) => collection.payments?.length)
  )
  if (placed) {
    return placed.id
  }
  for (const { id, items } of ours) {
    const ids = (items ?? []).map((item: OrderLineItemDTO) => item.id)
    await deleteReservationsByLineItemsWorkflow(container).run({ input: { ids } })
    await container.resolve(Modules.ORDER).softDeleteOrders([id])
  }
  const { data: carts } = await query.graph({ entity: "cart", fields: ["id", "metadata"], filters })
  const begun = carts.filter(({ metadata }) => metadata?.[KEY] === order.key).map(({ id }) => id)
  await container.resolve(Modules.CART).softDeleteCarts(begun)
  return undefined
}

async function place(
  seeding: Seeding,
  order: SeededOrder,
  { region, channel, customer }: Buying
): Promise<string> {
  const { container } = seeding
  const address = { ...READER_ADDRESS, ...nameOf(order) }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: region,
      sales_channel_id: channel,
      email: emailOf(order),
      ...(order.guest ? {} : { customer_id: customer }),
      shipping_address: address,
      billing_address: address,
      items: await itemsOf(seeding, order),
      metadata: { [KEY]: order.key },
    },
  })
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cart.id, options: [{ id: await shippingOption(seeding, order.shipping) }] },
  })
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id: cart.id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_system_default" },
  })
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart.id } })
  return result.id
}

/** Ships every line from where it is reserved, one fulfilment per location. */
async function fulfil({ container, query }: Seeding, order_id: string): Promise<void> {
  const { data } = await query.graph({
    entity: "order",
    fields: ["items.*", "fulfillments.id"],
    filters: { id: order_id },
  })
  const { items, fulfillments } = data[0]!
  if (fulfillments?.length) {
    return
  }
  const { data: reservations } = await query.graph({
    entity: "reservation",
    fields: ["line_item_id", "location_id"],
    filters: { line_item_id: items!.map((item: OrderLineItemDTO) => item.id) },
  })
  const locationOf = lookup(
    "a reservation of the line",
    reservations.map((reservation) => [reservation.line_item_id!, reservation.location_id])
  )
  for (const location_id of new Set(reservations.map((reservation) => reservation.location_id))) {
    const lines = items!.filter((item: OrderLineItemDTO) => locationOf(item.id) === location_id)
    await createOrderFulfillmentWorkflow(container).run({
      input: {
        order_id,
        location_id,
        items: lines.map((line: OrderLineItemDTO) => ({ id: line.id, quantity: line.quantity })),
      },
    })
  }
}

async function cancel({ container, query }: Seeding, order_id: string): Promise<void> {
  const { data } = await query.graph({ entity: "order", fields: ["status"], filters: { id: order_id } })
  if (data[0]!.status !== "canceled") {
    await cancelOrderWorkflow(container).run({ input: { order_id, no_notification: true } })
  }
}

async function itemsOf({ query }: Seeding, { lines }: SeededOrder) {
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "sku"],
    filters: { sku: Object.keys(lines) },
  })
  const variant = lookup(
    "the variant",
    data.map(({ sku, id }) => [sku!, id])
  )
  return Object.entries(lines).map(([isbn, quantity]) => ({ variant_id: variant(isbn), quantity }))
}

async function shippingOption({ query }: Seeding, name: string): Promise<string> {
  const { data } = await query.graph({ entity: "shipping_option", fields: ["id", "name"], filters: { name } })
  return lookup(
    "the shipping option",
    data.map((option) => [option.name, option.id])
  )(name)
}

function emailOf(order: SeededOrder): string {
  return order.guest?.email ?? accounts.customer.email
}

function nameOf({ guest }: SeededOrder) {
  return guest && { first_name: guest.first_name, last_name: guest.last_name }
}
