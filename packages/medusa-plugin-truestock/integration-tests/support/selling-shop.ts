import {
  createLocationFulfillmentSetWorkflow,
  createRegionsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createTaxRegionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { adminHeaders } from "./admin-headers"
import type { Booted } from "./run-with-shop"
import type { Book, BookInput } from "./shop"

type Headers = { headers: Record<string, string> }
export type Line = { variant_id: string; quantity: number; metadata?: Record<string, unknown> }

const ADDRESS = {
  ...{ first_name: "Ada", last_name: "Reader", address_1: "1 Main St", city: "La Vergne" },
  ...{ province: "us-tn", postal_code: "37086", country_code: "us" },
}

/**
 * A shop that sells without taxes, in US dollars, with manual payment and one shipping option. It is used over HTTP,
 * as a storefront and an admin do.
 */
export class SellingShop {
  private constructor(
    private readonly booted: Booted,
    readonly channel: string,
    /** Where orders are shipped from. */
    readonly location: string,
    readonly region: string,
    readonly shippingProfile: string,
    readonly shippingOption: string,
    /** The publishable key. */
    readonly store: Headers,
    private readonly session: Headers & { user_id: string }
  ) {}

  static async open(booted: Booted): Promise<SellingShop> {
    const { channel, location } = await booted.shop.open()
    const region = await createRegion(booted)
    const { profile, option } = await createShipping(booted, location)
    const store = await booted.shop.key(channel)
    const session = await adminHeaders(booted.container)
    return new SellingShop(booted, channel, location, region, profile, option, store, session)
  }

  /** The admin user who makes the admin calls. */
  get admin_id(): string {
    return this.session.user_id
  }

  /** A book that can be bought; in stock at the shop's location unless said otherwise. */
  async book(stock: number | Record<string, number>, input: BookInput = {}): Promise<Book> {
    return this.booted.shop.book({
      channels: [this.channel],
      stock: typeof stock === "number" ? { [this.location]: stock } : stock,
      shipping_profile_id: this.shippingProfile,
      ...input,
    })
  }

  /** A variant that is made of parts: so many of each book. */
  async kit(parts: [Book, number][]): Promise<Book> {
    return this.book(
      {},
      {
        parts: parts.map(([book, required_quantity]) => ({
          inventory_item_id: book.inventory_item_id,
          required_quantity,
        })),
      }
    )
  }

  /** A cart that only waits for its completion. Asks for little in return: core spends most of its time on answers. */
  async fillCart(lines: Line[]): Promise<string> {
    const { cart } = await this.shop("/store/carts?fields=id", {
      region_id: this.region,
      sales_channel_id: this.channel,
      email: "ada@example.com",
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
      items: lines,
    })
    await this.shop(`/store/carts/${cart.id}/shipping-methods?fields=id`, { option_id: this.shippingOption })
    const { payment_collection } = await this.shop("/store/payment-collections?fields=id", {
      cart_id: cart.id,
    })
    await this.shop(`/store/payment-collections/${payment_collection.id}/payment-sessions?fields=id`, {
      provider_id: "pp_system_default",
    })
    return cart.id
  }

  /** The order with its lines, or core's refusal. */
  async complete(cartId: string): Promise<any> {
    return this.shop(`/store/carts/${cartId}/complete?fields=id,*items`, {})
  }

  /** Buys, from the cart to the placed order. */
  async buy(...lines: Line[]): Promise<any> {
    const { order } = await this.complete(await this.fillCart(lines))
    return order
  }

  /** POST as the admin; a refusal rejects with core's answer. */
  async admin(url: string, body: object = {}): Promise<any> {
    return this.post(`/admin${url}`, body, this.session)
  }

  /** GET as the admin. */
  async look(url: string): Promise<any> {
    return (await this.booted.api.get(`/admin${url}`, this.session)).data
  }

  /** POST as a shopper; a refusal rejects with core's answer. */
  async shop(url: string, body: object): Promise<any> {
    return this.post(url, body, this.store)
  }

  private async post(url: string, body: object, headers: Headers): Promise<any> {
    try {
      return (await this.booted.api.post(url, body, headers)).data
    } catch (error: any) {
      if (!error.response) throw error
      throw Object.assign(new Error(`${url}: ${error.response.data.message}`), {
        status: error.response.status,
        answer: error.response.data,
      })
    }
  }
}

async function createRegion({ container }: Booted): Promise<string> {
  await updateStoresWorkflow(container).run({
    input: {
      selector: {},
      update: { supported_currencies: [{ currency_code: "usd", is_default: true }] },
    },
  })
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "US", currency_code: "usd", countries: ["us"], payment_providers: ["pp_system_default"] },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [{ country_code: "us", provider_id: "tp_system" }],
  })
  return result[0]!.id
}

async function createShipping({ container }: Booted, location: string) {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  await createLocationFulfillmentSetWorkflow(container).run({
    input: { location_id: location, fulfillment_set_data: { name: "Shipping", type: "shipping" } },
  })
  const [set] = await container.resolve(Modules.FULFILLMENT).listFulfillmentSets({ name: "Shipping" })
  const { result: zones } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        { name: "US", fulfillment_set_id: set!.id, geo_zones: [{ type: "country", country_code: "us" }] },
      ],
    },
  })
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Books", type: "default" }] },
  })
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Post",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: zones[0]!.id,
        shipping_profile_id: profiles[0]!.id,
        type: { label: "Post", description: "By post", code: "post" },
        prices: [{ currency_code: "usd", amount: 5 }],
        rules: [
          { attribute: "enabled_in_store", value: "true", operator: "eq" },
          { attribute: "is_return", value: "false", operator: "eq" },
        ],
      },
    ],
  })
  return { profile: profiles[0]!.id, option: options[0]!.id }
}
