import { firstPlaces, type StockedCart } from "../first-places"

type Levels = Record<string, number>

/** A variant with so many left at each location; those in capitals belong to another channel. */
const variant = (id: string, levels: Levels, more: object = {}) => ({
  ...{ id, manage_inventory: true },
  inventory_items: [part(`item_${id}`, levels)],
  ...more,
})
const part = (inventory_item_id: string, levels: Levels, required_quantity = 1) => ({
  ...{ inventory_item_id, required_quantity },
  inventory: {
    location_levels: Object.entries(levels).map(([location_id, left]) => ({
      ...{ location_id, stocked_quantity: left + 1, reserved_quantity: 1 },
      stock_locations: [
        { id: location_id, sales_channels: [{ id: /[A-Z]/.test(location_id) ? "other" : "web" }] },
      ],
    })),
  },
})
type Line = [ReturnType<typeof variant>, number]
const cart = (...lines: Line[]): StockedCart => ({
  sales_channel_id: "web",
  items: lines.map(([each, quantity], n) => ({
    ...{ id: `line_${n}`, variant_id: each.id, quantity, variant: each },
  })),
})
const places = (...lines: Line[]) => firstPlaces(cart(...lines)).map(({ location_id }) => location_id)

describe("Where a line's stock will be reserved", () => {
  it("is the first location of the channel that covers it alone", () => {
    expect(places([variant("v", { a: 5, b: 9 }), 5])).toEqual(["a"])
    expect(places([variant("v", { a: 4, b: 9 }), 5])).toEqual(["b"])
    expect(places([variant("v", { OTHER: 99, b: 9 }), 5])).toEqual(["b"])
  })

  it("is the first that has a level where none covers it, and none where there is none", () => {
    expect(places([variant("v", { OTHER: 99, a: 1, b: 2 }), 5])).toEqual(["a"])
    expect(places([variant("v", { OTHER: 99 }), 5])).toEqual([])
    expect(places([variant("v", {}), 5])).toEqual([])
  })

  it("looks at the locations in the order in which the whole cart names them", () => {
    const [first, second] = [variant("v", { b: 9 }), variant("w", { a: 9, b: 9 })]
    expect(places([first, 1], [second, 1])).toEqual(["b", "b"])
    expect(places([second, 1], [first, 1])).toEqual(["a", "b"])
    const unmanaged = { ...first, manage_inventory: false }
    expect(places([unmanaged, 1], [second, 1])).toEqual(["b"])
  })

  it("is each part's own, in units of the part", () => {
    const kit = variant("kit", {}, { inventory_items: [part("i", { a: 5, b: 6 }, 3), part("j", { a: 2 })] })
    expect(firstPlaces(cart([kit, 2]))).toEqual([
      { line_item_id: "line_0", variant_id: "kit", inventory_item_id: "i", location_id: "b", units: 6 },
      { line_item_id: "line_0", variant_id: "kit", inventory_item_id: "j", location_id: "a", units: 2 },
    ])
  })

  it("is nowhere for what is not stocked, has no variant, or is no cart of core's", () => {
    expect(places([variant("v", { a: 5 }, { manage_inventory: false }), 1])).toEqual([])
    expect(firstPlaces({ sales_channel_id: "web", items: [{ id: "fee", quantity: 1 }] })).toEqual([])
    expect(firstPlaces({})).toEqual([])
  })
})
