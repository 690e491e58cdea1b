import type { TransferPaper } from "../../stockroom/answers"
import { changedDraftBody, chooseOrigin, draftBody, draftForm } from "../draft-form"
import { arrivalBody, arrivedUnits, missingUnits, onTheWay } from "../receipt"

const line = (inventory_item_id: string, quantity: number, in_transit_quantity: number) => ({
  ...{ inventory_item_id, quantity, in_transit_quantity, sku: null, title: null },
  ...{ received_quantity: quantity - in_transit_quantity, lost_quantity: 0, returned_quantity: 0 },
})
const transfer = {
  ...{ from_location_id: "a", to_location_id: "b", note: "van" },
  lines: [line("iitem_1", 4, 4), line("iitem_2", 2, 0), line("iitem_3", 5, 3)],
} as TransferPaper

describe("A draft", () => {
  it("is changed with all of its lines, and its note is cleared by emptying it", () => {
    const form = draftForm(transfer)
    expect(changedDraftBody({ ...form, lines: form.lines.slice(1), note: " " })).toEqual({
      lines: [
        { inventory_item_id: "iitem_2", quantity: 2 },
        { inventory_item_id: "iitem_3", quantity: 5 },
      ],
      note: null,
    })
  })

  it("leads from one location to another", () => {
    const form = draftForm(transfer)
    expect(draftBody(form)).toMatchObject({ from_location_id: "a", to_location_id: "b", note: "van" })
    expect(draftBody({ ...form, toId: "a" })).toBeUndefined()
    expect(draftBody({ ...form, lines: [] })).toBeUndefined()
  })

  it("forgets what was chosen at another origin, and a destination that has become the origin", () => {
    const form = draftForm(transfer)
    expect(chooseOrigin(form, "a")).toBe(form)
    expect(chooseOrigin(form, "b")).toMatchObject({ fromId: "b", toId: undefined, lines: [] })
    expect(chooseOrigin(form, "c")).toMatchObject({ fromId: "c", toId: "b", lines: [] })
  })
})

describe("What came of a transfer", () => {
  const { lines } = transfer

  it("is all that is on its way, unless less is said", () => {
    expect(onTheWay(lines).map((one) => one.inventory_item_id)).toEqual(["iitem_1", "iitem_3"])
    const all = arrivedUnits(lines, false)
    expect(arrivalBody(lines, all, false)).toEqual({
      lines: [
        { inventory_item_id: "iitem_1", quantity: 4 },
        { inventory_item_id: "iitem_3", quantity: 3 },
      ],
    })
    expect(arrivalBody(lines, { ...all, iitem_1: "", iitem_3: "1" }, false)).toEqual({
      lines: [{ inventory_item_id: "iitem_3", quantity: 1 }],
    })
  })

  it("can be nothing at all only where nothing more will come", () => {
    const none = arrivedUnits(lines, true)
    expect(arrivalBody(lines, none, false)).toBeUndefined()
    expect(arrivalBody(lines, none, true)).toEqual({ lines: [], is_final: true })
    expect(arrivalBody(lines, { ...none, iitem_1: "-1" }, true)).toBeUndefined()
  })

  it("leaves missing what would be lost, and more of one item makes up for no other", () => {
    expect(missingUnits(lines, arrivedUnits(lines, false))).toBe(0)
    expect(missingUnits(lines, { iitem_1: "9", iitem_3: "1" })).toBe(2)
  })
})
