import { deepFlatMap, MathBN } from "@medusajs/framework/utils"
import type { OrderLine } from "../../modules/distributor"

type Figure = Parameters<typeof MathBN.convert>[0] | null

/** The part of core's cart that decides where its order's stock is reserved. */
export type StockedCart = {
  sales_channel_id?: string | null
  items?: {
    id?: string
    variant_id?: string | null
    quantity?: Figure
    variant?: { id: string; manage_inventory?: boolean; inventory_items?: unknown } | null
  }[]
}

type Path = {
  variants?: { id: string }
  inventory_items?: { inventory_item_id: string; required_quantity?: Figure }
  location_levels?: Record<string, Figure> & { location_id: string }
  stock_locations?: { id: string }
  sales_channels?: { id: string }
}
const PATH = "variants.inventory_items.inventory.location_levels.stock_locations.sales_channels"

/**
 * Where core will reserve each line: at the first location of the channel that covers it alone, else the first that has a
 * level. In which order it looks depends on how it walks the cart, so this walks it the same way.
 */
export function firstPlaces(cart: StockedCart): OrderLine[] {
  const { places, available, parts } = walk(cart)
  const placeOf = (item_id: string, units: Units) => {
    const stock = (place: string) => available.get(`${place} ${item_id}`)
    const stocked = places.filter((place) => stock(place) !== undefined)
    return stocked.find((place) => MathBN.gte(stock(place)!, units)) ?? stocked[0]
  }
  return (cart.items ?? []).flatMap(({ id = "", variant_id, quantity, variant }) => {
    if (!variant_id || !variant?.manage_inventory) return []
    const needed = parts.filter((part) => part.variant_id === variant_id)
    return needed.flatMap(({ inventory_item_id, required }) => {
      const units = MathBN.mult(required ?? 1, quantity ?? 1)
      const location_id = placeOf(inventory_item_id, units)
      // Without a level anywhere there is nothing that a distributor's stock is promised of.
      if (location_id === undefined) return []
      return [{ line_item_id: id, variant_id, inventory_item_id, location_id, units: units.toNumber() }]
    })
  })
}

type Units = ReturnType<typeof MathBN.convert>
type Part = { variant_id: string; inventory_item_id: string; required: Figure }

/** The channel's locations in core's order, what is left where, and what the variants are made of. */
function walk({ items = [], sales_channel_id }: StockedCart) {
  // Those whose stock is not managed are walked too: they have a say in the order of the locations.
  const variants = [
    ...new Map(items.flatMap(({ variant }) => (variant ? [[variant.id, variant]] : []))).values(),
  ]
  const places = new Set<string>()
  const available = new Map<string, Units>()
  const parts = new Map<string, Part>()
  deepFlatMap({ variants }, PATH, (path: Path) => {
    const { variants: variant, inventory_items: part, location_levels: level } = path
    if (!variant || !part) return
    const { inventory_item_id, required_quantity: required = 1 } = part
    parts.set(`${variant.id} ${inventory_item_id}`, { variant_id: variant.id, inventory_item_id, required })
    if (level) available.set(`${level.location_id} ${inventory_item_id}`, left(level))
    if (path.stock_locations && path.sales_channels?.id === sales_channel_id)
      places.add(path.stock_locations.id)
  })
  return { places: [...places], available, parts: [...parts.values()] }
}

const left = (level: Record<string, Figure>): Units =>
  MathBN.sub(
    level.raw_stocked_quantity ?? level.stocked_quantity ?? 0,
    level.raw_reserved_quantity ?? level.reserved_quantity ?? 0
  )
