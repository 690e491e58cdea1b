import { contextOf, takesAnyLocation } from "../context-of"

const during = (idempotencyKey: string) => contextOf({ idempotencyKey, eventGroupId: "group_1" })

describe("What a write of core's inventory service is part of", () => {
  it("is the workflow's event group, whatever colons its transaction's id has", () => {
    expect(during("complete-cart:my:own:id:reserve-inventory-step:invoke")).toEqual({
      correlation_id: "group_1",
    })
  })

  it("is a compensation where the workflow engine says so", () => {
    expect(during("order-edit:tx_1:reserve-inventory-step:compensate")).toMatchObject({
      is_compensation: true,
      gives_back_holds: undefined,
    })
  })

  it("gives holds back to the cart where it was the order that could not be placed", () => {
    expect(during("complete-cart:tx_1:reserve-inventory-step:compensate")).toMatchObject({
      is_compensation: true,
      gives_back_holds: true,
    })
    expect(during("complete-cart:tx_1:reserve-inventory-step:invoke").gives_back_holds).toBeUndefined()
  })
})

describe("Nobody has chosen where to reserve", () => {
  const isAnywhere = (idempotencyKey?: string) => takesAnyLocation({ idempotencyKey })

  it("in core's workflows that reserve for orders, whichever step gives its name, and in its step", () => {
    expect(isAnywhere("complete-cart:auto-1:emit-event-step:invoke")).toBe(true)
    expect(isAnywhere("confirm-order-edit-request:a:b:reserve-inventory-step:invoke")).toBe(true)
    expect(isAnywhere("my-checkout:1:reserve-inventory-step:invoke")).toBe(true)
  })

  it("but not where an admin or a caller names the location", () => {
    expect(isAnywhere("create-reservations-workflow:1:create-reservations-step:invoke")).toBe(false)
    expect(isAnywhere(undefined)).toBe(false)
    expect(takesAnyLocation(undefined)).toBe(false)
  })
})
