import i18n from "../../../i18n"
import { refusalOf } from "../../refusal"
import { operationKeys } from "../operation-keys"
import { isTooMuch, quickTransfer, type QuickTransferForm } from "../quick-transfer"
import { stockRefusal, TOLD_REFUSALS, withNames } from "../refusal-text"

const refused = (code: string, about: object = {}) =>
  refusalOf(409, "Conflict", { code, message: "What the server says.", ...about })

describe("The keys of an opened dialog", () => {
  const numbered = () => {
    let keys = 0
    return operationKeys(() => `key_${++keys}`)
  }

  it("are the same for the same content, so that a double click does it once", () => {
    const keys = numbered()
    expect([keys.of("receive", { quantity: 1 }), keys.of("receive", { quantity: 1 })]).toEqual([
      ...["key_1", "key_1"],
    ])
  })

  it("are others for other content and for another path", () => {
    const keys = numbered()
    const asked = [
      ["transfers/a/ship", {}],
      ["transfers/a/receive", {}],
      ["transfers/b/ship", {}],
      ["receive", { quantity: 2 }],
    ] as const
    expect(new Set(asked.map(([path, body]) => keys.of(path, body))).size).toBe(4)
  })

  it("are new ones after a refusal, so that all of it is judged again", () => {
    const keys = numbered()
    keys.of("transfers", {})
    keys.refused()
    expect(keys.of("transfers", {})).toBe("key_2")
  })
})

describe("A refusal of the stockroom", () => {
  it("is told with the item and the units that it is about", () => {
    const about = { inventory_item_id: "iitem_1", requested: 5, available: -2 }
    expect(stockRefusal(refused("insufficient_inventory", about))).toMatchObject({
      ...{ key: "insufficient_inventory", item: "iitem_1", units: { requested: 5, available: -2 } },
    })
  })

  it("is told in the server's words where it says no numbers, or we have no text", () => {
    expect(stockRefusal(refused("insufficient_inventory"))).toMatchObject({
      ...{ key: "not_enough", message: "What the server says." },
    })
    expect(stockRefusal(refused("key_reused"))).toMatchObject({
      ...{ key: "other", message: "What the server says." },
    })
  })

  it("calls items and locations by their names in the server's words", () => {
    const said = "Item iitem_1 has 3 units at location sloc_1, and none at sloc_2."
    const called = [
      { id: "iitem_1", name: "Atlas" },
      { id: "sloc_1", name: "Main Street" },
    ]
    expect(withNames(said, called)).toBe(
      "Item “Atlas” has 3 units at location “Main Street”, and none at sloc_2."
    )
  })

  it("leaves open what happened where no answer came", () => {
    expect(stockRefusal(new TypeError("Failed to fetch")).key).toBe("unanswered")
    expect(stockRefusal(refused("key_in_use")).key).toBe("unanswered")
  })

  it("has a text for whatever it is told by", () => {
    expect(Object.keys(i18n.en.translation.truestock.stockroom.refused).sort()).toEqual(
      [...TOLD_REFUSALS, "not_enough", "unanswered", "other"].sort()
    )
  })
})

describe("A transfer from an item's page", () => {
  const form: QuickTransferForm = { fromId: "a", toId: "b", units: "4", note: " ", reach: "received" }

  it("is one line, and goes as far as it was asked to", () => {
    expect(quickTransfer("iitem_1", form)).toEqual({
      ...{ reach: "received", quantity: 4 },
      body: {
        ...{ from_location_id: "a", to_location_id: "b" },
        lines: [{ inventory_item_id: "iitem_1", quantity: 4 }],
      },
    })
  })

  it.each([{ fromId: undefined }, { toId: undefined }, { toId: "a" }, { units: "0" }, { units: "" }])(
    "is not complete with %j",
    (change) => {
      expect(quickTransfer("iitem_1", { ...form, ...change })).toBeUndefined()
    }
  )

  it("is too much where more would leave than is free", () => {
    const level = {
      ...{ location_id: "a", stocked_quantity: 9, reserved_quantity: 5, held_quantity: 0 },
      available_quantity: 4,
    }
    expect([isTooMuch(level, "4"), isTooMuch(level, "5"), isTooMuch(undefined, "5")]).toEqual([
      ...[false, true, false],
    ])
  })
})
