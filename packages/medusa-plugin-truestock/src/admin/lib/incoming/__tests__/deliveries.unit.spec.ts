import { dayOf, isPastDay, noonOf } from "../../local-day"
import type { Delivery } from "../../stockroom/answers"
import { announceBody, announceForm } from "../announce-form"
import { changeBody, changeForm } from "../change-form"
import { receiptBody, receiptForm } from "../receipt-form"

const delivery = {
  ...{ id: "inc_1", quantity: 10, received_quantity: 4, remaining_quantity: 6 },
  ...{ expected_at: "2030-01-31T09:30:00.000Z", supplier: "Ingram", note: null },
  ...{ unit_cost: 4.5, currency_code: "eur" },
} as Delivery

describe("An announcement", () => {
  const lines = [{ item: { id: "iitem_1", sku: null, title: null }, units: "3" }]

  it("is a delivery of each item, all with what they have in common", () => {
    const both = [...lines, { item: { id: "iitem_2", sku: null, title: null }, units: "1" }]
    const expectedAt = noonOf("2030-01-31")
    const form = { ...announceForm("sloc_1"), lines: both, expectedAt, supplier: " Ingram " }
    const shared = {
      ...{ location_id: "sloc_1", supplier: "Ingram" },
      expected_at: expectedAt?.toISOString(),
    }
    expect(announceBody(form)).toEqual({
      incoming: [
        { inventory_item_id: "iitem_1", quantity: 3, ...shared },
        { inventory_item_id: "iitem_2", quantity: 1, ...shared },
      ],
    })
  })

  it("is not complete without a location or an item", () => {
    expect(announceBody({ ...announceForm(undefined), lines })).toBeUndefined()
    expect(announceBody(announceForm("sloc_1"))).toBeUndefined()
  })
})

describe("A change of a delivery", () => {
  it("sends what differs and nothing else, and null for what was emptied", () => {
    const form = changeForm(delivery)
    expect(changeBody(delivery, { ...form, units: "12" })).toEqual({ quantity: 12 })
    expect(changeBody(delivery, { ...form, supplier: " ", expectedAt: null })).toEqual({
      ...{ supplier: null, expected_at: null },
    })
  })

  it("is none where nothing differs, the day alone being the date, nor where units are missing", () => {
    const form = changeForm(delivery)
    expect(changeBody(delivery, form)).toBeUndefined()
    expect(changeBody(delivery, { ...form, expectedAt: noonOf(dayOf(form.expectedAt)) })).toBeUndefined()
    expect(changeBody(delivery, { ...form, units: "", note: "late" })).toBeUndefined()
  })
})

describe("A receipt", () => {
  it("is of all that is left of a delivery, at its cost, unless less is said", () => {
    const form = receiptForm(delivery)
    expect(receiptBody({ incoming_id: "inc_1" }, form)).toEqual({
      ...{ incoming_id: "inc_1", quantity: 6, unit_cost: 4.5, currency_code: "eur" },
    })
    expect(receiptBody({ incoming_id: "inc_1" }, { ...form, units: "2", note: "box 1" })).toMatchObject({
      ...{ quantity: 2, note: "box 1" },
    })
  })

  it("by itself says nothing of a cost that nobody typed, and needs units", () => {
    const where = { inventory_item_id: "iitem_1", location_id: "sloc_1" }
    expect(receiptBody(where, { ...receiptForm(), units: "2" })).toEqual({ ...where, quantity: 2 })
    expect(receiptBody(where, receiptForm())).toBeUndefined()
  })
})

describe("A day on which something is expected", () => {
  it("is the same day when it is read again", () => {
    expect(dayOf(noonOf("2030-01-31"))).toBe("2030-01-31")
    expect([noonOf(""), noonOf("2030-13-01"), dayOf(null)]).toEqual([null, null, ""])
  })

  it("has passed on the next day, not in its evening", () => {
    const noon = noonOf("2030-01-31")!.toISOString()
    expect(isPastDay(noon, new Date(2030, 0, 31, 23, 59))).toBe(false)
    expect(isPastDay(noon, new Date(2030, 1, 1, 0, 1))).toBe(true)
  })
})
