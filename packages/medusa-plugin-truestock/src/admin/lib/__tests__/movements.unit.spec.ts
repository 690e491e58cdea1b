import { back, cursorOf, firstPage, onwards, pageNumber } from "../cursors"
import {
  type LedgerFilter,
  csvAddress,
  isBackwards,
  movementSearch,
  readLedgerSearch,
  writeLedgerSearch,
} from "../movement-search"
import { actorPath, referencePath, shownReferences } from "../reference-path"
import { worstFirst } from "../worst-first"

describe("Pages of movements", () => {
  it("lead onwards by the cursor that was answered, and back the same way", () => {
    const second = onwards(firstPage, "after-10")
    const third = onwards(second, "after-20")
    expect([cursorOf(firstPage), cursorOf(second), cursorOf(third)]).toEqual([
      undefined,
      "after-10",
      "after-20",
    ])
    expect([pageNumber(third), pageNumber(back(third)), pageNumber(firstPage)]).toEqual([3, 2, 1])
    expect(back(back(third))).toEqual(firstPage)
  })

  it("are asked for without the filters that are not chosen", () => {
    expect(movementSearch({ itemId: "iitem_1" })).toEqual({ inventory_item_id: "iitem_1" })
    expect(movementSearch({ itemId: "iitem_1", locationId: "sloc_1", kind: "count" })).toEqual({
      inventory_item_id: "iitem_1",
      location_id: "sloc_1",
      kind: "count",
    })
  })

  it.each([
    ["/", "/admin/inventory/movements"],
    ["http://localhost:9000", "http://localhost:9000/admin/inventory/movements"],
    ["https://shop.example/", "https://shop.example/admin/inventory/movements"],
  ])("are had as CSV from a backend at %s", (backendUrl, path) => {
    const address = csvAddress({ itemId: "a&b", kind: "set" }, backendUrl)
    expect(address).toBe(`${path}?inventory_item_id=a%26b&kind=set&format=csv`)
  })
})

describe("The page of all movements", () => {
  const filter: LedgerFilter & { from: Date; to: Date } = {
    ...{ itemId: "iitem_1", locationId: "sloc_1", actorId: "user_1" },
    ...{ from: new Date("2026-01-02T03:04"), to: new Date("2026-01-02T03:04") },
    ...({ kind: "adjust", reason: "lost" } as const),
  }

  it("asks for all that is chosen, the last minute as a whole", () => {
    const { to, ...asked } = movementSearch(filter)
    expect(asked).toEqual({
      ...{ inventory_item_id: "iitem_1", location_id: "sloc_1", kind: "adjust", reason: "lost" },
      ...{ actor_id: "user_1", from: filter.from.toISOString() },
    })
    expect(Date.parse(to!) - filter.to.getTime()).toBe(59_999)
    expect(movementSearch({})).toEqual({})
  })

  it("keeps what is chosen in its address, and reads nothing else from there", () => {
    expect(readLedgerSearch(writeLedgerSearch(filter))).toEqual(filter)
    expect(readLedgerSearch(new URLSearchParams("kind=x&reason=y&from=then&actor_id="))).toEqual({})
  })

  it("knows a span that ends before it begins", () => {
    expect(isBackwards(filter)).toBe(false)
    expect(isBackwards({ ...filter, to: new Date("2026-01-01T00:00") })).toBe(true)
  })
})

describe("What a movement belongs to", () => {
  const order = { type: "order", id: "order_1" }
  const line = { type: "line_item", id: "ordli_1" }
  const fulfillment = { type: "fulfillment", id: "ful_1" }

  it("is shown with the order first, and without the order's line", () => {
    expect(shownReferences([fulfillment, line, order])).toEqual([order, fulfillment])
  })

  it("is the order line where the order is not known", () => {
    expect(shownReferences([line])).toEqual([line])
  })

  it("leads to the pages that the dashboard has", () => {
    expect(referencePath(order)).toBe("/orders/order_1")
    expect(referencePath(fulfillment)).toBeUndefined()
    expect(actorPath("user", "user_1")).toBe("/settings/users/user_1")
    expect(actorPath("system", "job")).toBeUndefined()
  })
})

describe("Checks", () => {
  it("are listed with the worst first, and otherwise as they came", () => {
    const check = (name: string, status: "ok" | "warning" | "error" | "skipped") => ({
      name,
      status,
      summary: "",
    })
    const listed = worstFirst([
      check("a", "ok"),
      check("b", "skipped"),
      check("c", "error"),
      check("d", "warning"),
      check("e", "ok"),
    ])
    expect(listed.map(({ name }) => name)).toEqual(["c", "d", "a", "e", "b"])
  })
})
