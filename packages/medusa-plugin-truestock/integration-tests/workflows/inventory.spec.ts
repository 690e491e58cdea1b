import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  adjustInventoryWorkflow,
  type AdjustInventoryInput,
  confirmReservationWorkflow,
  createReservationsWorkflow,
  extendReservationWorkflow,
  releaseReservationWorkflow,
} from "../../src/workflows"
import {
  adjustInventoryStep,
  type AdjustInventoryStepInput,
} from "../../src/workflows/inventory/steps/adjust-inventory"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

/** What happens between the work and the failure. */
let meanwhile: () => Promise<unknown>

const failStep = createStep("fail-on-purpose", async () => {
  await meanwhile()
  throw new Error("failed on purpose")
  return new StepResponse(null)
})

const adjustThenFail = createWorkflow("adjust-then-fail", (input: AdjustInventoryInput) => {
  adjustInventoryWorkflow.runAsStep({ input })
  failStep()
})

const adjustStepThenFail = createWorkflow("adjust-step-then-fail", (input: AdjustInventoryStepInput) => {
  adjustInventoryStep(input)
  failStep()
})

type Reserve = { reservations: any[]; idempotency_key?: string }
const reserveThenFail = createWorkflow("reserve-then-fail", (input: Reserve) => {
  createReservationsWorkflow.runAsStep({ input })
  failStep()
})

runWithShop((booted) => {
  let book: Book
  let level: Level
  let at: { inventory_item_id: string; location_id: string }

  beforeAll(async () => {
    const { location } = await booted.shop.open()
    book = await booted.shop.book({ stock: { [location]: 10 } })
    at = { inventory_item_id: book.inventory_item_id, location_id: location }
    level = new Level(booted.connection, book.inventory_item_id, location)
  })
  beforeEach(() => void (meanwhile = async () => undefined))
  afterEach(() => assertInvariants(booted.connection))

  const adjust = async (input: AdjustInventoryInput) =>
    (await adjustInventoryWorkflow(booted.container).run({ input })).result
  const reserve = async (...reservations: any[]) =>
    (await createReservationsWorkflow(booted.container).run({ input: { reservations } })).result
  const movements = async () =>
    (await booted.stock.listMovements({ inventory_item_id: book.inventory_item_id })).movements
  const free = () => booted.stock.getAvailableQuantity(book.inventory_item_id)

  it("adjusts as published guides ask for it, and says which piece of work it was", async () => {
    const { transaction, result } = await adjustInventoryWorkflow(booted.container).run({
      input: { ...at, adjustment: -3, reason: "damaged" },
      context: { eventGroupId: "work_1" },
    })
    expect(transaction.getState()).toBe("done")
    expect(result).toEqual({
      adjustments: [{ ...at, adjustment: -3, reason: "damaged", stocked_quantity: 7, reserved_quantity: 0 }],
      failed: [],
    })
    expect((await movements())[0]).toMatchObject({ reason: "damaged", correlation_id: "work_1" })
  })

  it("adjusts many, and reports those that it cannot", async () => {
    const adjustments = [
      { ...at, adjustment: 1 },
      { ...at, location_id: "sloc_none", adjustment: 1 },
    ]
    await expect(adjust({ adjustments })).rejects.toMatchObject({ code: "unknown_level" })
    const { adjustments: done, failed } = await adjust({ adjustments, on_error: "skip", reason: "found" })
    expect(done).toMatchObject([{ stocked_quantity: 11, reason: "found" }])
    expect(failed).toMatchObject([{ row: 1, code: "unknown_level" }])
  })

  it("takes an adjustment back when a later step fails, though the units are promised meanwhile", async () => {
    meanwhile = () => booted.stock.createReservation({ ...at, quantity: 14 })
    await expect(
      adjustThenFail(booted.container).run({ input: { ...at, adjustment: 5, reason: "received" } })
    ).rejects.toMatchObject({ message: "failed on purpose" })
    expect(await level.read()).toMatchObject({ stocked: 10, reserved: 14 })
    const [back, , there] = await movements()
    expect(back).toMatchObject({
      ...{ kind: "adjust", reason: "correction", stocked_delta: -5, correlation_id: there!.correlation_id },
      note: "Takes back 5 (received): a later step of the workflow failed.",
    })
    expect(await booted.stock.listShortfalls()).toMatchObject({ count: 1 })
  })

  it("does not take back what an earlier request did under the same key", async () => {
    const input = { ...at, adjustment: 5, idempotency_key: "k" }
    await adjust(input)
    await adjustThenFail(booted.container).run({ input, throwOnError: false })
    expect(await level.read()).toMatchObject({ stocked: 15 })

    const reservations = [{ ...at, quantity: 3, ttl_seconds: 60 }]
    const asked = { reservations, idempotency_key: "r" }
    await createReservationsWorkflow(booted.container).run({ input: asked })
    await reserveThenFail(booted.container).run({ input: asked, throwOnError: false })
    expect(await free()).toBe(12)
  })

  it("says so where units that came have left the shelf, and cannot be taken back", async () => {
    meanwhile = () => level.stock(2)
    const { transaction } = await adjustStepThenFail(booted.container).run({
      input: { rows: [{ ...at, adjustment: 5 }], options: {} },
      throwOnError: false,
    })
    expect(transaction.getState()).toBe("failed")
    expect(transaction.getErrors("compensate" as never)).toMatchObject([
      { error: { code: "negative_stock" } },
    ])
    expect(await level.read()).toMatchObject({ stocked: 2 })
  })

  it("releases what it has reserved when a later step fails, but not what somebody has confirmed meanwhile", async () => {
    const reservations = [
      { ...at, quantity: 2 },
      { ...at, quantity: 3, ttl_seconds: 60 },
    ]
    const fail = () => reserveThenFail(booted.container).run({ input: { reservations }, throwOnError: false })
    await fail()
    expect(await free()).toBe(10)
    meanwhile = async () => {
      const { holds } = await booted.stock.listHolds()
      await booted.stock.confirmReservation(holds[0]!.id)
    }
    const { errors } = await fail()
    expect(errors.map(({ error }: any) => error.message)).toEqual(["failed on purpose"])
    expect(await level.read()).toMatchObject({ reserved: 3 })
  })

  it("confirms, extends and releases", async () => {
    const [first, second] = await reserve(
      { ...at, quantity: 4, ttl_seconds: 60 },
      { ...at, quantity: 3, ttl_seconds: 60 }
    )
    const confirmed = await confirmReservationWorkflow(booted.container).run({
      input: { id: first!.id, quantity: 2 },
    })
    expect(confirmed.result).toMatchObject({ id: first!.id, quantity: 2, expires_at: null })
    const extended = await extendReservationWorkflow(booted.container).run({
      input: { id: second!.id, ttl_seconds: 600 },
    })
    expect(extended.result.expires_at! > second!.expires_at!).toBe(true)
    await releaseReservationWorkflow(booted.container).run({ input: { id: second!.id } })
    expect(await free()).toBe(8)
    const again = releaseReservationWorkflow(booted.container).run({ input: { id: second!.id } })
    await expect(again).rejects.toMatchObject({ code: "reservation_ended", type: "conflict" })
  })
})
