import type { Machines } from "./machines"

export type Item = { id: string; location: string }

let counter = 0

/** An item with so many units at one location that sells online, or at several. */
export async function stockedItem(machines: Machines, units: number): Promise<Item> {
  const [admin] = machines.admins
  const { stock_locations } = await admin!.get(`/admin/stock-locations?order=name&fields=id,name`)
  const location = stock_locations.find(({ name }: { name: string }) => !name.startsWith("Ingram"))
    .id as string
  const { inventory_item } = await admin!.post("/admin/inventory-items", {
    sku: `MACHINES-${++counter}`,
    location_levels: [{ location_id: location, stocked_quantity: units }],
  })
  return { id: inventory_item.id, location }
}

/** A second level of the item, at another location. */
export async function secondLocation(machines: Machines, item: Item, units: number): Promise<string> {
  const [admin] = machines.admins
  const { stock_locations } = await admin!.get(`/admin/stock-locations?order=-name&fields=id,name`)
  const location_id = stock_locations[0].id as string
  await admin!.post(`/admin/inventory-items/${item.id}/location-levels`, {
    location_id,
    stocked_quantity: units,
  })
  return location_id
}

/** A product whose variants take so many units of the items. Answers the variants' ids. */
export async function productOf(machines: Machines, ...variants: [Item, number][][]): Promise<string[]> {
  const [admin] = machines.admins
  const [profile] = (await admin!.get("/admin/shipping-profiles")).shipping_profiles
  const title = `Machines ${++counter}`
  const names = variants.map((_, i) => `Edition ${i + 1}`)
  const { product } = await admin!.post("/admin/products", {
    title,
    status: "published",
    shipping_profile_id: profile.id,
    sales_channels: [{ id: machines.channel }],
    options: [{ title: "Edition", values: names }],
    variants: variants.map((parts, i) => ({
      title: names[i],
      sku: `${title}-${i}`,
      options: { Edition: names[i] },
      manage_inventory: true,
      prices: [{ currency_code: "usd", amount: 10 }],
      inventory_items: parts.map(([{ id }, required_quantity]) => ({
        inventory_item_id: id,
        required_quantity,
      })),
    })),
  })
  return names.map((name) => product.variants.find((variant: any) => variant.title === name).id)
}
