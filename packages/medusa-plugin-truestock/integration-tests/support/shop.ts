import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
  createSalesChannelsWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type Book = { id: string; variant_id: string; inventory_item_id: string; sku: string }

export type BookInput = {
  title?: string
  /** Stock per location id; none = no level. */
  stock?: Record<string, number>
  channels?: string[]
  category_ids?: string[]
  status?: "published" | "draft"
  manage_inventory?: boolean
  allow_backorder?: boolean
  price?: number
  /** The number by which a distributor knows it. */
  ean?: string
  shipping_profile_id?: string
  /** Inventory items that the variant is made of; none = one of its own. */
  parts?: { inventory_item_id: string; required_quantity: number }[]
}

/** Builds a shop through core's own workflows, as an admin would. */
export class Shop {
  private static counter = 0

  constructor(private readonly booted: { container: MedusaContainer; connection: Knex }) {}

  /** The smallest shop that can sell: a channel, and a location it sells from. */
  async open(): Promise<{ channel: string; location: string }> {
    const channel = await this.channel()
    return { channel, location: await this.location(channel) }
  }

  async channel(name = `Channel ${++Shop.counter}`): Promise<string> {
    const { result } = await createSalesChannelsWorkflow(this.booted.container).run({
      input: { salesChannelsData: [{ name }] },
    })
    return result[0]!.id
  }

  /** A stock location that the channels sell from. */
  async location(...channelIds: string[]): Promise<string> {
    const { result } = await createStockLocationsWorkflow(this.booted.container).run({
      input: { locations: [{ name: `Location ${++Shop.counter}` }] },
    })
    const id = result[0]!.id
    if (channelIds.length > 0) {
      await linkSalesChannelsToStockLocationWorkflow(this.booted.container).run({
        input: { id, add: channelIds },
      })
    }
    return id
  }

  /** Headers with a publishable key of the channels. */
  async key(...channelIds: string[]): Promise<{ headers: Record<string, string> }> {
    const { result } = await createApiKeysWorkflow(this.booted.container).run({
      input: { api_keys: [{ title: "Storefront", type: "publishable", created_by: "" }] },
    })
    const { id, token } = result[0]!
    await linkSalesChannelsToApiKeyWorkflow(this.booted.container).run({ input: { id, add: channelIds } })
    return { headers: { "x-publishable-api-key": token } }
  }

  async category(name: string, parent_category_id?: string): Promise<string> {
    const { result } = await createProductCategoriesWorkflow(this.booted.container).run({
      input: { product_categories: [{ name, is_active: true, is_internal: false, parent_category_id }] },
    })
    return result[0]!.id
  }

  /** A product with one variant and its inventory item. */
  async book(input: BookInput = {}): Promise<Book> {
    const number = ++Shop.counter
    const sku = `SKU-${number}`
    const { result } = await createProductsWorkflow(this.booted.container).run({
      input: {
        products: [
          {
            title: input.title ?? `Book ${number}`,
            handle: `shop-book-${number}`,
            status: input.status ?? "published",
            options: [{ title: "Format", values: ["Paperback", "E-book"] }],
            category_ids: input.category_ids,
            shipping_profile_id: input.shipping_profile_id,
            sales_channels: (input.channels ?? []).map((id) => ({ id })),
            variants: [
              {
                title: "Paperback",
                sku,
                ean: input.ean,
                options: { Format: "Paperback" },
                manage_inventory: input.manage_inventory ?? true,
                allow_backorder: input.allow_backorder ?? false,
                inventory_items: input.parts,
                prices: [{ currency_code: "usd", amount: input.price ?? 10 }],
              },
            ],
          },
        ],
      },
    })
    const product = result[0]!
    const variant_id = product.variants[0]!.id
    const book = { id: product.id, variant_id, inventory_item_id: await this.itemOf(variant_id), sku }
    for (const [location_id, stocked_quantity] of Object.entries(input.stock ?? {})) {
      await this.level(book.inventory_item_id, location_id, stocked_quantity)
    }
    return book
  }

  async level(inventory_item_id: string, location_id: string, stocked_quantity: number): Promise<void> {
    await createInventoryLevelsWorkflow(this.booted.container).run({
      input: { inventory_levels: [{ inventory_item_id, location_id, stocked_quantity }] },
    })
  }

  private async itemOf(variantId: string): Promise<string> {
    const query = this.booted.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "product_variant_inventory_items",
      fields: ["inventory_item_id"],
      filters: { variant_id: variantId },
    })
    return data[0]?.inventory_item_id ?? ""
  }
}
