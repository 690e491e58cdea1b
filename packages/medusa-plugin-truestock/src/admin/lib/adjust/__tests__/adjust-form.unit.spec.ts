import { LONGEST_NOTE as LONGEST_OF_API } from "../../../../modules/inventory_management/input-fields"
import {
  adjustBody,
  adjustForm,
  adjustmentOf,
  chosenLevel,
  LONGEST_NOTE,
  resultOf,
  type AdjustForm,
} from "../adjust-form"

const level = (location_id: string, stocked: number, promised = 0) => ({
  location_id,
  stocked_quantity: stocked,
  reserved_quantity: promised,
  held_quantity: 0,
  available_quantity: stocked - promised,
})
const [warehouse, shop] = [level("sloc_warehouse", 12, 5), level("sloc_shop", 3)]
const form = (change: Partial<AdjustForm>): AdjustForm => ({ ...adjustForm("sloc_warehouse"), ...change })

describe("The form that adjusts stock", () => {
  it("opens at the location that is looked at, at the only one, or at none", () => {
    expect(chosenLevel([warehouse, shop], adjustForm("sloc_shop"))).toBe(shop)
    expect(chosenLevel([warehouse], adjustForm(undefined))).toBe(warehouse)
    expect(chosenLevel([warehouse, shop], adjustForm(undefined))).toBeUndefined()
  })

  it("does not go over to another location when the chosen one has gone", () => {
    expect(chosenLevel([warehouse], adjustForm("sloc_shop"))).toBeUndefined()
  })

  it.each([
    ["add", "3", 3],
    ["take", "3", -3],
    ["take", "0.5", -0.5],
    ["add", "", undefined],
    ["add", " ", undefined],
    ["add", "0", undefined],
    ["add", "-3", undefined],
    ["add", "1e400", undefined],
    ["add", "three", undefined],
  ] as const)("to %s %j units is %j", (direction, units, adjustment) => {
    expect(adjustmentOf({ direction, units })).toBe(adjustment)
  })

  it("shows what the level comes to, and warns of what would be refused", () => {
    expect(resultOf(warehouse, -7)).toEqual({ stocked: 5, available: 0, warning: undefined })
    expect(resultOf(warehouse, -8)).toEqual({ stocked: 4, available: -1, warning: "short" })
    expect(resultOf(warehouse, -13)).toEqual({ stocked: -1, available: -6, warning: "negative" })
  })

  it("does not warn of a rise, which is always accepted", () => {
    expect(resultOf(level("sloc_short", 1, 5), 2)).toEqual({ stocked: 3, available: -2, warning: undefined })
  })

  it("sends the stock that was shown with the change, and nothing that was left empty", () => {
    expect(adjustBody("iitem_1", warehouse, form({ units: "4", reason: "received", note: "  " }))).toEqual({
      inventory_item_id: "iitem_1",
      location_id: "sloc_warehouse",
      adjustment: 4,
      expected_quantity: 12,
      reason: "received",
    })
    const taken = form({
      direction: "take",
      units: "9",
      reason: "lost",
      note: " Flood ",
      allowShortfall: true,
    })
    expect(adjustBody("iitem_1", warehouse, taken)).toMatchObject({
      ...{ adjustment: -9, note: "Flood", allow_shortfall: true },
    })
  })

  it("does not carry a shortfall that was allowed over to units that are added", () => {
    const added = form({ units: "9", reason: "found", allowShortfall: true })
    expect(adjustBody("iitem_1", warehouse, added)).not.toHaveProperty("allow_shortfall")
  })

  it("is not complete without a location, units or a reason", () => {
    const complete = form({ units: "1", reason: "count" })
    expect(adjustBody("iitem_1", undefined, complete)).toBeUndefined()
    expect(adjustBody("iitem_1", warehouse, { ...complete, units: "" })).toBeUndefined()
    expect(adjustBody("iitem_1", warehouse, { ...complete, reason: undefined })).toBeUndefined()
  })

  it("takes notes as long as the API does", () => {
    expect(LONGEST_NOTE).toBe(LONGEST_OF_API)
  })
})
