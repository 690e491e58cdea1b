import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createInventoryItemWorkflow, createInventoryLevelWorkflow } from "../../src/workflows"
import {
  type CreateInventoryItemInput,
  createInventoryItemStep,
} from "../../src/workflows/inventory/steps/create-inventory-item"
import {
  type CreateInventoryLevelInput,
  createInventoryLevelStep,
} from "../../src/workflows/inventory/steps/create-inventory-level"
import { adminHeaders } from "../support/admin-headers"
import { serviceOn, untilStuck } from "../support/at-once"
import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const PATH = "/admin/inventory"
const LONG = "x".repeat(1_001)

/** What happens between the work and the failure. */
let meanwhile: (made: { id: string }) => Promise<unknown>
const failStep = createStep("fail-after-creating", async (made: { id: string }) => {
  await meanwhile(made)
  throw new Error("failed on purpose")
  return new StepResponse(null)
})
const makeItemThenFail = createWorkflow("make-item-then-fail", (input: CreateInventoryItemInput) => {
  failStep(createInventoryItemWorkflow.runAsStep({ input }))
})
const makeLevelThenFail = createWorkflow("make-level-then-fail", (input: CreateInventoryLevelInput) => {
  failStep(createInventoryLevelWorkflow.runAsStep({ input }))
})
// A workflow within a workflow does not say why its compensation failed.
const itemStepThenFail = createWorkflow("item-step-then-fail", (input: CreateInventoryItemInput) => {
  failStep(createInventoryItemStep(input))
})
const levelStepThenFail = createWorkflow("level-step-then-fail", (input: CreateInventoryLevelInput) => {
  failStep(createInventoryLevelStep(input))
})

runWithShop((booted) => {
  let admin: { headers: Record<string, string>; user_id: string }
  let book: Book
  /** Its stock is not managed, so it has no item. */
  let ebook: Book
  let location: string
  let channel: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    ;({ location, channel } = await shop.open())
    book = await shop.book({ channels: [channel] })
    ebook = await shop.book({ channels: [channel], manage_inventory: false })
  })
  beforeEach(() => (meanwhile = async () => undefined))
  afterEach(() => assertInvariants(booted.connection))

  const send = async (path: string, body: unknown, key?: string) => {
    const headers = {
      ...{ ...admin.headers, "content-type": "application/json" },
      ...(key !== undefined && { "idempotency-key": key }),
    }
    const text = typeof body === "string" ? body : JSON.stringify(body)
    return booted.api.post(path, text, { headers, validateStatus: null, transformRequest: [] })
  }
  const make = (body: unknown, key?: string) => send(PATH, body, key)
  const stock = (body: unknown, key?: string) => send(`${PATH}/levels`, body, key)
  const level = (stocked_quantity: unknown = 5, more: object = {}) => ({
    ...{ inventory_item_id: book.inventory_item_id, location_id: location, stocked_quantity, ...more },
  })
  const counts = async () => {
    const { rows } = await booted.connection.raw(
      `select (select count(*) from inventory_item) as items, (select count(*) from inventory_level) as levels,
         (select count(*) from product_variant_inventory_item) as links, (select count(*) from stock_movement) as movements,
         (select count(*) from inventory_idempotency_key) as keys`
    )
    return rows[0]
  }

  /** Each body is refused with its code, says why in a few words, and leaves nothing behind. */
  async function expectRefused(path: string, refusals: [body: unknown, status: number, code: string][]) {
    const before = await counts()
    for (const [body, status, code] of refusals) {
      const answer = await send(path, body, "refused")
      const shown = (typeof body === "string" ? body : JSON.stringify(body)).slice(0, 200)
      expect({ shown, status: answer.status, code: answer.data.code }).toEqual({ shown, status, code })
      expect(answer.data.message.length).toBeLessThan(500)
    }
    expect(await counts()).toEqual(before)
  }

  describe("An inventory item", () => {
    it("is made with SKU, title and metadata, as core's own, and can be stocked", async () => {
      const { status, data } = await make({ sku: "SWATCH", title: "Swatch", metadata: { shelf: "A4" } })
      const item = data.inventory_item
      expect([status, item]).toEqual([
        200,
        {
          ...{ id: expect.stringMatching(/^iitem_/), sku: "SWATCH", title: "Swatch", variant_id: null },
          ...{ metadata: { shelf: "A4" }, created_at: expect.any(String) },
        },
      ])
      await booted.inventory.createInventoryLevels([
        { inventory_item_id: item.id, location_id: location, stocked_quantity: 3 },
      ])
      const core = await booted.api.get(`/admin/inventory-items/${item.id}`, admin)
      expect(core.data.inventory_item).toMatchObject({
        ...{ sku: "SWATCH", title: "Swatch", requires_shipping: true, metadata: { shelf: "A4" } },
        ...{ stocked_quantity: 3 },
      })
    })

    it("is a variant's, one unit for each, and has its title unless one is given", async () => {
      const { data } = await make({ sku: "E-1", variant_id: ebook.variant_id })
      expect(data.inventory_item).toMatchObject({ title: "Paperback", variant_id: ebook.variant_id })
      const { data: told } = await booted.api.get(
        `/admin/products/${ebook.id}/variants/${ebook.variant_id}?fields=*inventory_items`,
        admin
      )
      expect(told.variant.inventory_items).toMatchObject([
        { inventory_item_id: data.inventory_item.id, required_quantity: 1 },
      ])
      const again = await make({ sku: "E-2", variant_id: ebook.variant_id })
      expect([again.status, again.data.code]).toEqual([409, "variant_has_item"])
      expect(again.data.message).toContain(data.inventory_item.id)
    })

    it("with a key is made once and answered the same again; another one is refused", async () => {
      const first = await make({ sku: "ONCE" }, "k")
      expect((await make({ sku: "ONCE" }, "k")).data).toEqual(first.data)
      const other = await make({ sku: "TWICE" }, "k")
      expect([other.status, other.data.code]).toEqual([409, "key_reused"])
      expect((await make({ sku: "LONG" }, "k".repeat(256))).data.code).toBe("invalid_key")
      expect(
        await booted.connection("inventory_item").whereIn("sku", ["ONCE", "TWICE", "LONG"])
      ).toHaveLength(1)
    })

    it("that makes no sense is refused with a named code, and nothing is changed", async () => {
      await expectRefused(PATH, [
        ["[]", 400, "invalid_body"],
        ["{", 400, "invalid_body"],
        [{ sku: "S", price: 3 }, 400, "invalid_body"],
        [{ sku: "S", levels: [] }, 400, "invalid_body"],
        ...[undefined, null, "", "  ", 7, ["S"], "x".repeat(256), "a\0b", "\ud83d"].map(
          (sku): [unknown, number, string] => [{ sku }, 400, "invalid_item"]
        ),
        ...["", " ", 7, LONG].map((title): [unknown, number, string] => [
          { sku: "S", title },
          400,
          "invalid_item",
        ]),
        ...["text", ["list"], 7, { a: "\0" }].map((metadata): [unknown, number, string] => [
          { sku: "S", metadata },
          400,
          "invalid_item",
        ]),
        [{ sku: "S", variant_id: "" }, 400, "invalid_item"],
        [{ sku: "S", variant_id: "variant_none" }, 404, "variant_not_found"],
        [{ sku: "S", variant_id: book.variant_id }, 409, "variant_has_item"],
        [{ sku: book.sku }, 409, "duplicate_sku"],
        [{ sku: book.sku, variant_id: ebook.variant_id }, 409, "duplicate_sku"],
      ])
      expect((await make({ sku: book.sku })).data.message).toContain(book.inventory_item_id)
      const wrongQuery = await send(`${PATH}?dry_run=1`, { sku: "S" })
      expect([wrongQuery.status, wrongQuery.data.code]).toEqual([400, "unknown_parameter"])
      expect((await booted.api.post(PATH, { sku: "S" }, { validateStatus: null })).status).toBe(401)
    })

    it("of a SKU that was deleted can be made again; of a deleted variant it cannot", async () => {
      await booted.inventory.softDeleteInventoryItems([book.inventory_item_id])
      expect((await make({ sku: book.sku, variant_id: book.variant_id })).status).toBe(200)
      await booted
        .connection("product_variant")
        .where({ id: ebook.variant_id })
        .update({ deleted_at: new Date() })
      expect((await make({ sku: "E", variant_id: ebook.variant_id })).data.code).toBe("variant_not_found")
    })

    it("is made by one of two who give a SKU, or a variant, an item at the same time", async () => {
      for (const [one, two, code] of [
        [{ sku: "SAME" }, { sku: "SAME" }, "duplicate_sku"],
        [{ sku: "A" }, { sku: "B" }, "variant_has_item"],
      ] as const) {
        const variant = code === "variant_has_item" ? { variant_id: ebook.variant_id } : {}
        const tx = await booted.connection.transaction()
        await serviceOn(booted.stock, tx).createInventoryItem({ ...one, ...variant })
        const second = codeOf(booted.stock.createInventoryItem({ ...two, ...variant }))
        await untilStuck(booted.connection, second)
        await tx.commit()
        expect(await second).toBe(code)
      }
    })
  })

  describe("A level", () => {
    it("is made with its opening stock, which the ledger has with its reason and who asked", async () => {
      const why = { reason: "found", note: "in the cellar", reference: { type: "count", id: "c1" } }
      const { status, data } = await stock(level(500, why))
      expect([status, data.inventory_level]).toEqual([
        200,
        {
          ...{ id: expect.stringMatching(/^ilev_/), inventory_item_id: book.inventory_item_id },
          ...{ location_id: location, stocked_quantity: 500, reserved_quantity: 0, incoming_quantity: 0 },
          created_at: expect.any(String),
        },
      ])
      const { movements } = await booted.stock.listMovements({ inventory_item_id: book.inventory_item_id })
      expect(movements).toMatchObject([
        {
          ...{
            kind: "create",
            reason: "found",
            note: "in the cellar",
            stocked_delta: 500,
            stocked_balance: 500,
          },
          ...{ actor_id: admin.user_id, references: [{ type: "count", id: "c1" }] },
          correlation_id: expect.any(String),
        },
      ])
      const [core] = await booted.inventory.listInventoryLevels({ id: data.inventory_level.id })
      expect(core).toMatchObject({ stocked_quantity: 500, incoming_quantity: 0 })
      expect(Number(core!.available_quantity)).toBe(500)
      expect(await booted.stock.getAvailableQuantity(book.inventory_item_id)).toBe(500)
    })

    it("without a word is a correction; any other word becomes the note of `other`", async () => {
      const other = await booted.shop.location(channel)
      await stock(level(1))
      await stock(level(2, { location_id: other, reason: "from the fair" }))
      const { movements } = await booted.stock.listMovements({ inventory_item_id: book.inventory_item_id })
      expect(movements.map(({ reason, note }) => [reason, note])).toEqual([
        ["other", "from the fair"],
        ["correction", null],
      ])
    })

    it("may be empty, and may be at a location that is not active: nothing is sold from there", async () => {
      await booted.stock.createInventoryLocations({
        location_id: location,
        code: "C",
        is_active: false,
      } as never)
      expect((await stock(level(7))).status).toBe(200)
      expect(await booted.stock.getAvailableQuantity(book.inventory_item_id)).toBe(0)
      const other = await booted.shop.location(channel)
      expect((await stock(level(0, { location_id: other }))).data.inventory_level.stocked_quantity).toBe(0)
    })

    it("has fractions where the shop sells by weight, and not else", async () => {
      expect((await stock(level(0.25))).data.code).toBe("invalid_quantity")
      const reset = setOptions(booted, { allow_fractions: true })
      const { status, data } = await stock(level(0.25))
      reset()
      expect([status, data.inventory_level?.stocked_quantity]).toEqual([200, 0.25])
    })

    it("with a key is made once and answered the same again", async () => {
      const first = await stock(level(5), "k")
      expect((await stock(level(5), "k")).data).toEqual(first.data)
      expect((await stock(level(6), "k")).data.code).toBe("key_reused")
      const again = await stock(level(5))
      expect([again.status, again.data.code]).toEqual([409, "duplicate_level"])
    })

    it("that makes no sense is refused with a named code, and nothing is changed", async () => {
      await expectRefused(`${PATH}/levels`, [
        ...[undefined, null, "5", -1, -0.5, 0.5, 1e15, [5], {}].map((n): [unknown, number, string] => [
          level(n === undefined ? null : n),
          400,
          "invalid_quantity",
        ]),
        [JSON.stringify(level(1)).replace('":1', '":1e400'), 400, "invalid_quantity"],
        [JSON.stringify(level(1)).replace('":1', '":NaN'), 400, "invalid_body"],
        [{ inventory_item_id: book.inventory_item_id, location_id: location }, 400, "invalid_quantity"],
        [level(1, { reserved_quantity: 1 }), 400, "invalid_body"],
        [level(1, { inventory_item_id: "" }), 400, "invalid_level"],
        [level(1, { location_id: ["a"] }), 400, "invalid_level"],
        [level(1, { reason: 7 }), 400, "invalid_level"],
        [level(1, { note: "x".repeat(10_001) }), 400, "invalid_level"],
        [level(1, { reference: { type: "whim", id: "1" } }), 400, "invalid_level"],
        [level(1, { inventory_item_id: "iitem_none" }), 404, "item_not_found"],
        [level(1, { location_id: "sloc_none" }), 400, "unknown_location"],
      ])
      expect(await codeOf(booted.stock.createInventoryLevel(level(Number.NaN) as never))).toBe(
        "invalid_quantity"
      )
      await booted.shop.level(book.inventory_item_id, location, 3)
      await expectRefused(`${PATH}/levels`, [[level(9), 409, "duplicate_level"]])
    })

    it("is not made for an item or at a location that somebody is just deleting", async () => {
      for (const [table, id, code] of [
        ["stock_location", location, "unknown_location"],
        ["inventory_item", book.inventory_item_id, "item_not_found"],
      ] as const) {
        const tx = await booted.connection.transaction()
        await tx(table).where({ id }).update({ deleted_at: new Date() })
        const attempt = codeOf(booted.stock.createInventoryLevel(level(1) as never))
        await untilStuck(booted.connection, attempt)
        await tx.commit()
        expect(await attempt).toBe(code)
      }
    })
  })

  describe("What a workflow has made", () => {
    const fails = async (run: Promise<any>) => (await run).transaction.getErrors("compensate").length

    it("is deleted when a later step fails, and the ledger has that, too", async () => {
      const item = { sku: "GONE", variant_id: ebook.variant_id }
      expect(await fails(makeItemThenFail(booted.container).run({ input: item, throwOnError: false }))).toBe(
        0
      )
      expect(await booted.connection("inventory_item").where({ sku: "GONE", deleted_at: null })).toEqual([])
      expect((await make(item)).status).toBe(200)

      const run = () =>
        makeLevelThenFail(booted.container).run({ input: level(5) as never, throwOnError: false })
      expect(await fails(run())).toBe(0)
      const { movements } = await booted.stock.listMovements({ inventory_item_id: book.inventory_item_id })
      expect(movements.map(({ kind, stocked_delta }) => [kind, stocked_delta])).toEqual([
        ["delete", -5],
        ["create", 5],
      ])
      expect((await stock(level(6))).status).toBe(200)
    })

    it("stays where somebody uses it by then, and the workflow says so", async () => {
      meanwhile = ({ id }) =>
        booted.stock.createInventoryLevel({ ...level(1), inventory_item_id: id } as never)
      const item = await itemStepThenFail(booted.container).run({
        input: { sku: "KEPT" },
        throwOnError: false,
      })
      expect(item.transaction.getErrors("compensate" as never)).toMatchObject([
        { error: { code: "item_in_use" } },
      ])
      meanwhile = () =>
        booted.stock.createReservation({
          ...{
            inventory_item_id: book.inventory_item_id,
            location_id: location,
            quantity: 1,
            ttl_seconds: 60,
          },
        })
      const held = await levelStepThenFail(booted.container).run({
        input: level(5) as never,
        throwOnError: false,
      })
      expect(held.transaction.getErrors("compensate" as never)).toMatchObject([
        { error: { code: "level_in_use" } },
      ])
      expect(await booted.stock.getAvailableQuantity(book.inventory_item_id)).toBe(4)
    })

    it("stays where an earlier request made it under the same key", async () => {
      const input = { ...level(5), idempotency_key: "k" } as never
      await createInventoryLevelWorkflow(booted.container).run({ input })
      await makeLevelThenFail(booted.container).run({ input, throwOnError: false })
      expect(await booted.stock.getAvailableQuantity(book.inventory_item_id)).toBe(5)
    })
  })
})
