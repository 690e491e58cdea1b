import type { SourceOptions } from "../../modules/distributor"
import type { KnownShop, PlannedLocation } from "../../modules/inventory_management"
import { planLocations } from "../../modules/inventory_management/setup/plan-locations"

/**
 * The distributor's location as it ought to be, against what the shop has. A shop without the sales channel of that name
 * sells from there in its default one, and is told.
 *
 * @throws invalid_setup
 */
export function planDistributor(
  source: SourceOptions,
  shop: KnownShop
): { location: PlannedLocation; warnings: string[] } {
  const named = shop.sales_channels.filter(({ id, name }) => [id, name].includes(source.sales_channel))
  const fallback = shop.sales_channels.find(({ id }) => id === shop.store?.default_sales_channel_id)
  const channel = named[0] ?? fallback ?? null
  const wanted = {
    ...{ name: source.location.name, address: source.location.address, code: source.id },
    kind: "dropship" as const,
    sales_channels: channel ? [channel.id] : [],
  }
  const nothing = { manage_inventory: true, stock: {} }
  const setup = { locations: [wanted], default_location: null, rules: [], otherwise: nothing }
  const warnings =
    named.length > 0
      ? []
      : [
          `There is no sales channel ${JSON.stringify(source.sales_channel)}: ` +
            (channel ? `${channel.name}, the store's default, sells from there.` : "none sells from there."),
        ]
  return { location: planLocations(setup, shop)[0]!, warnings }
}
