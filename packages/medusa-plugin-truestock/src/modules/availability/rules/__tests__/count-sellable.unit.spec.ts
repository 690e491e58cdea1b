import { parseOptions } from "../../../../options"
import { countSellable } from "../count-sellable"

const NOW = new Date("2026-11-22T12:00:00Z")
const level = (location_id: string, available: number, as_of: string | null = null) => ({
  ...{ location_id, available, incoming: 0, as_of },
})
const facts = (...parts: { required: number; levels: ReturnType<typeof level>[] }[]) => ({
  variant: {
    ...{ id: "v", manage_inventory: true, allow_backorder: false },
    parts: parts.map((part, n) => ({ inventory_item_id: `i${n}`, ...part })),
  },
  location_ids: ["a", "b"],
  policies: [],
})
const count = (of: ReturnType<typeof facts>, options = {}) => countSellable(of, NOW, parseOptions(options))

describe("The units that a channel can sell", () => {
  it("are the sum over its locations, in whole kits of the scarcest part", () => {
    const some = { required: 2, levels: [level("a", 5), level("b", 4), level("elsewhere", 99)] }
    expect(count(facts(some))).toBe(4)
    expect(count(facts(some, { required: 1, levels: [level("a", 3)] }))).toBe(3)
  })

  it("are less what is kept back at each location, and never below zero", () => {
    const some = { required: 1, levels: [level("a", 5), level("b", 4)] }
    expect(count(facts(some), { safety_stock: 2 })).toBe(5)
    expect(count(facts(some), { safety_stock: 20 })).toBe(0)
    expect(count(facts({ required: 1, levels: [level("a", -3)] }))).toBe(0)
    expect(count(facts())).toBe(0)
  })

  it("are not those of a source that has been silent for too long", () => {
    const old = { required: 1, levels: [level("a", 5, "2026-11-01T00:00:00Z"), level("b", 4)] }
    expect(count(facts(old))).toBe(4)
  })

  it("have no limit where stock is not managed, or nothing is needed", () => {
    const managed = facts({ required: 1, levels: [] })
    expect(count({ ...managed, variant: { ...managed.variant, manage_inventory: false } })).toBeNull()
    expect(count(facts({ required: 0, levels: [] }))).toBeNull()
  })
})
