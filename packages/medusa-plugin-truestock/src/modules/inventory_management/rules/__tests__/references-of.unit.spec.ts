import { referencesOf } from "../references-of"

describe("what an event says that movements belong to", () => {
  it("takes the order of an event about the order itself", () => {
    expect(referencesOf("order.placed", { id: "order_1" })).toEqual([{ type: "order", id: "order_1" }])
  })

  it("takes everything that is named", () => {
    expect(
      referencesOf("order.fulfillment_created", { order_id: "order_1", fulfillment_id: "ful_1" })
    ).toEqual([
      { type: "order", id: "order_1" },
      { type: "fulfillment", id: "ful_1" },
    ])
    expect(referencesOf("order.return_received", { order_id: "order_1", return_id: "return_1" })).toEqual([
      { type: "order", id: "order_1" },
      { type: "return", id: "return_1" },
    ])
    expect(referencesOf("order.claim_created", { order_id: "order_1", claim_id: "claim_1" })).toEqual([
      { type: "order", id: "order_1" },
      { type: "claim", id: "claim_1" },
    ])
  })

  it("does not take a reservation for an order", () => {
    expect(referencesOf("reservation-item.deleted", { id: "resitem_1" })).toEqual([])
    expect(referencesOf("reservation-item.deleted", { id: "resitem_1", order_id: "order_1" })).toEqual([
      { type: "order", id: "order_1" },
    ])
  })

  it.each([undefined, null, {}, { id: "" }, { id: 7 }, { id: ["order_1"] }, "order_1"])(
    "finds nothing in %p",
    (data) => {
      expect(referencesOf("order.placed", data)).toEqual([])
    }
  )
})
