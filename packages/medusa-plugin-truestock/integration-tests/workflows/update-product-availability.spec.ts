import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability/status"
import {
  clearAvailabilityOverrideWorkflow,
  refreshAvailabilityWorkflow,
  updateProductAvailabilityWorkflow,
} from "../../src/workflows"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const failStep = createStep("fail-on-purpose", async () => {
  throw new Error("failed on purpose")
  return new StepResponse(null)
})

const overrideThenFail = createWorkflow("override-then-fail", (input: { product_id: string }) => {
  updateProductAvailabilityWorkflow.runAsStep({
    input: { product_id: input.product_id, status: AvailabilityStatus.DISCONTINUED, notes: "never seen" },
  })
  failStep()
})

runWithShop((booted) => {
  let channel: string
  let location: string
  let book: Book

  beforeAll(async () => {
    ;({ channel, location } = await booted.shop.open())
    book = await booted.shop.book({ channels: [channel], stock: { [location]: 50 } })
    await booted.availability.drain()
  })

  const run = async (input: { product_id: string; status?: AvailabilityStatus; notes?: string }) =>
    (await updateProductAvailabilityWorkflow(booted.container).run({ input })).result
  const summary = async () => (await booted.availability.getProductsAvailability([book.id]))[0]
  const overrides = () => booted.connection("availability_override").where({ product_id: book.id })

  /** Fails after the override was really there, which the history remembers. */
  async function failAfterOverride() {
    // A workflow rejects with the serialised error of its step.
    const failing = overrideThenFail(booted.container).run({ input: { product_id: book.id } })
    await expect(failing).rejects.toMatchObject({ message: expect.stringContaining("failed on purpose") })
    const history = await booted.connection("availability_history").where({ product_id: book.id })
    expect(history.map((row) => row.to_status)).toContain("discontinued")
  }

  describe("updateProductAvailabilityWorkflow", () => {
    it("lets the rules decide when no status is given", async () => {
      expect(await run({ product_id: book.id })).toEqual({
        product_id: book.id,
        status: "in_stock",
        updated: false,
      })
      expect(await overrides()).toHaveLength(0)
    })

    it("sets a manual override when a status is given, and it holds against every change of stock", async () => {
      const result = await run({
        product_id: book.id,
        status: AvailabilityStatus.OUT_OF_STOCK,
        notes: "Recount",
      })
      expect(result).toEqual({ product_id: book.id, status: "out_of_stock", updated: true })
      await booted.connection.raw("update inventory_level set stocked_quantity = 80")
      await booted.availability.drain()
      expect(await summary()).toMatchObject({ status: "out_of_stock", source: "manual", notes: "Recount" })
    })

    it("returns to the rules when the override is cleared", async () => {
      await run({ product_id: book.id, status: AvailabilityStatus.OUT_OF_STOCK })
      const { result } = await clearAvailabilityOverrideWorkflow(booted.container).run({
        input: { product_id: book.id },
      })
      expect(result).toEqual({ product_id: book.id, status: "in_stock", updated: true })
      expect(await summary()).toMatchObject({ source: "calculated", notes: null })
    })

    it("refuses an unknown product by name", async () => {
      await expect(run({ product_id: "prod_none" })).rejects.toMatchObject({
        message: "Product prod_none not found",
        code: "product_not_found",
      })
    })

    it("refuses an unknown status and changes nothing", async () => {
      await expect(run({ product_id: book.id, status: "sold" as AvailabilityStatus })).rejects.toMatchObject({
        code: "invalid_status",
      })
      expect(await overrides()).toHaveLength(0)
      expect(await summary()).toMatchObject({ status: "in_stock" })
    })

    it("takes an empty status for an unknown one, not for none", async () => {
      await expect(run({ product_id: book.id, status: "" as AvailabilityStatus })).rejects.toMatchObject({
        code: "invalid_status",
      })
    })

    it("refuses an override of a channel that does not exist", async () => {
      await expect(
        booted.availability.setOverride({
          product_id: book.id,
          status: AvailabilityStatus.IN_STOCK,
          sales_channel_id: "sc_none",
        })
      ).rejects.toMatchObject({ code: "sales_channel_not_found" })
      expect(await overrides()).toHaveLength(0)
    })

    it("takes its override back when a later step fails", async () => {
      await failAfterOverride()
      expect(await overrides()).toHaveLength(0)
      expect(await summary()).toMatchObject({ status: "in_stock", source: "calculated" })
    })

    it("puts back the override that stood there before when a later step fails", async () => {
      await run({ product_id: book.id, status: AvailabilityStatus.LOW_STOCK, notes: "Last pallet" })
      await failAfterOverride()
      expect(await summary()).toMatchObject({ status: "low_stock", source: "manual", notes: "Last pallet" })
    })
  })

  it("refreshes many products and says how many changed", async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    await booted.connection.raw("update inventory_level set stocked_quantity = 0")
    const { result } = await refreshAvailabilityWorkflow(booted.container).run({
      input: { product_ids: [book.id, book.id, "prod_none"] },
    })
    expect(result).toEqual({ refreshed: 2, changed: 1 })
    await booted.availability.__hooks.onApplicationStart()
  })

  describe("the names that shops know", () => {
    it("answers the entity availability through query.graph", async () => {
      const query = booted.container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "availability",
        fields: ["product_id", "status"],
        filters: { product_id: book.id },
      })
      expect(data).toEqual([expect.objectContaining({ product_id: book.id, status: "in_stock" })])
    })

    it("lists the products of a status, in all channels or one", async () => {
      const { availability, shop } = booted
      const other = await shop.channel()
      const elsewhere = await shop.book({ channels: [other], stock: { [location]: 5 } })
      await availability.drain()
      const ids = async (...args: Parameters<typeof availability.getProductsByStatus>) =>
        (await availability.getProductsByStatus(...args)).map((row) => row.product_id)
      expect(await ids(AvailabilityStatus.IN_STOCK)).toEqual([book.id])
      expect(await ids(AvailabilityStatus.IN_STOCK, other)).toEqual([])
      expect(await ids(AvailabilityStatus.OUT_OF_STOCK, other)).toEqual([elsewhere.id])
    })
  })

  describe("availability.changed", () => {
    it("is emitted once for every change, and not when nothing changed", async () => {
      const events: unknown[] = []
      booted.container.resolve(Modules.EVENT_BUS).subscribe("availability.changed", async ({ data }) => {
        events.push(data)
      })
      const setStock = (units: number) =>
        booted.connection("inventory_level").update({ stocked_quantity: units })
      await setStock(40)
      await booted.availability.drain()
      await setStock(4)
      await booted.availability.drain()
      await setStock(3)
      await booted.availability.drain()

      const changed = { product_id: book.id, sales_channel_id: channel, from: "in_stock", to: "low_stock" }
      await eventually(async () => expect(events).toEqual([changed]))
      const history = await booted
        .connection("availability_history")
        .where({ product_id: book.id })
        .orderBy("changed_at")
      expect(history.map((row) => [row.from_status, row.to_status])).toEqual(
        expect.arrayContaining([["in_stock", "low_stock"]])
      )
      expect(history.every((row) => row.sent_at !== null)).toBe(true)
    })
  })
})
