import type { Answer } from "./http"
import type { Machines } from "./machines"

const ADDRESS = {
  ...{ first_name: "Jane", last_name: "Reader", address_1: "1 Main St", city: "Nashville" },
  ...{ province: "TN", postal_code: "37201", country_code: "us" },
}

let buyers = 0

/** The steps of a checkout, as a storefront makes them, each on the given server. The first one answers the cart's id. */
export async function newCart(machines: Machines, server: number, variants: string[]): Promise<string> {
  const { cart } = await machines.buyers[server]!.post("/store/carts?fields=id", {
    region_id: machines.region,
    sales_channel_id: machines.channel,
    // Core makes a customer of every address, and stumbles when two carts bring the same at once.
    email: `buyer-${++buyers}@example.com`,
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
    items: variants.map((variant_id) => ({ variant_id, quantity: 1 })),
  })
  return cart.id
}

export function holdCart(machines: Machines, server: number, cart: string): Promise<Answer> {
  return machines.buyers[server]!.ask(`/store/carts/${cart}/hold`, {})
}

export async function chooseShipping(machines: Machines, server: number, cart: string): Promise<void> {
  const buyer = machines.buyers[server]!
  const { shipping_options } = await buyer.get(`/store/shipping-options?cart_id=${cart}`)
  await buyer.post(`/store/carts/${cart}/shipping-methods?fields=id`, { option_id: shipping_options[0].id })
}

export async function openPayment(machines: Machines, server: number, cart: string): Promise<void> {
  const buyer = machines.buyers[server]!
  const { payment_collection } = await buyer.post("/store/payment-collections", { cart_id: cart })
  await buyer.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_system_default",
  })
}

/** A cart at its last step; completing it is the caller's. */
export async function readyCart(machines: Machines, server: number, variants: string[]): Promise<string> {
  const cart = await newCart(machines, server, variants)
  await chooseShipping(machines, server, cart)
  await openPayment(machines, server, cart)
  return cart
}

export function complete(machines: Machines, server: number, cart: string): Promise<Answer> {
  return machines.buyers[server]!.ask(`/store/carts/${cart}/complete?fields=id`, {})
}
