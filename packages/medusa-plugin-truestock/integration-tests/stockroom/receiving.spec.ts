import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let location: string
  let book: Book
  let other: Book

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    location = shop.location
    book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })
    other = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 5 } })
  })
  afterEach(() => assertInvariants(booted.connection))

  const at = (of = book) => ({ inventory_item_id: of.inventory_item_id, location_id: location })
  const quantities = (of = book) => eachLevel(booted.connection, of.inventory_item_id)
  const movements = (of = book) =>
    booted
      .connection("stock_movement")
      .where({ inventory_item_id: of.inventory_item_id })
      .whereNot({ kind: "create" })
      .orderBy("id")
      .select("kind", "reason", "note", "reference_type", "reference_id")
  const expectOne = async (more: object = {}) =>
    (await booted.stock.expectInventory([{ ...at(), quantity: 6, ...more }]))[0]!

  describe("receiving", () => {
    it("stocks what has come, and tells the ledger", async () => {
      const received = await booted.stock.receiveInventory(
        [
          { ...at(), quantity: 4 },
          { ...at(other), quantity: 2, note: "torn box", reference: { type: "return", id: "return_1" } },
        ],
        { note: "delivery note 17" }
      )
      expect(received).toEqual([
        {
          ...at(),
          quantity: 4,
          incoming_id: null,
          ...{ stocked_quantity: 14, reserved_quantity: 0, incoming_quantity: 0 },
        },
        expect.objectContaining({ ...at(other), stocked_quantity: 7 }),
      ])
      expect(await movements()).toEqual([
        {
          ...{ kind: "receive", reason: "received", note: "delivery note 17" },
          ...{ reference_type: null, reference_id: null },
        },
      ])
      expect(await movements(other)).toMatchObject([{ note: "torn box", reference_id: "return_1" }])
    })

    it("makes the level that is missing, and refuses an item or location that there is not", async () => {
      const { location: second } = await booted.shop.open()
      await booted.stock.receiveInventory([{ ...at(), location_id: second, quantity: 3 }])
      expect(await quantities()).toEqual({ [location]: [10, 0, 0], [second]: [3, 0, 0] })
      for (const nowhere of [{ location_id: "sloc_nowhere" }, { inventory_item_id: "iitem_none" }]) {
        const rows = [
          { ...at(other), quantity: 1 },
          { ...at(), ...nowhere, quantity: 1 },
        ]
        expect(await codeOf(booted.stock.receiveInventory(rows))).toBe("unknown_level")
      }
      expect(await quantities(other)).toEqual({ [location]: [5, 0, 0] })
    })

    it("is done once, however often it is asked for with one key", async () => {
      const ask = () =>
        booted.stock.receiveInventory([{ ...at(), quantity: 4 }], {}, { idempotency_key: "k" })
      const first = await ask()
      expect(await ask()).toEqual(first)
      expect(await quantities()).toEqual({ [location]: [14, 0, 0] })
    })

    it("refuses what makes no sense, and changes nothing", async () => {
      const wrong: [string, object[], string][] = [
        ["NaN", [{ ...at(), quantity: NaN }], "invalid_quantity"],
        ["1e400", [{ ...at(), quantity: Infinity }], "invalid_quantity"],
        ["half a unit", [{ ...at(), quantity: 0.5 }], "invalid_quantity"],
        ["none", [{ ...at(), quantity: 0 }], "invalid_quantity"],
        ["fewer than none", [{ ...at(), quantity: -1 }], "invalid_quantity"],
        ["of nothing", [{ quantity: 1 }], "invalid_receipt"],
        ["an unknown field", [{ ...at(), quantity: 1, colour: "red" }], "invalid_receipt"],
        ["a cost without currency", [{ ...at(), quantity: 1, unit_cost: 3 }], "invalid_cost"],
        ["a negative cost", [{ ...at(), quantity: 1, unit_cost: -3, currency_code: "eur" }], "invalid_cost"],
        ["no currency", [{ ...at(), quantity: 1, unit_cost: 3, currency_code: "euro" }], "invalid_cost"],
        ["an unknown delivery", [{ incoming_id: "inc_none", quantity: 1 }], "incoming_not_found"],
        [
          "twice",
          [
            { ...at(), quantity: 1 },
            { ...at(), quantity: 2 },
          ],
          "duplicate_row",
        ],
        ["no rows", [], "too_many_rows"],
        ["10,001 rows", Array.from({ length: 10_001 }, () => ({ ...at(), quantity: 1 })), "too_many_rows"],
      ]
      for (const [what, rows, code] of wrong) {
        const attempt = codeOf(booted.stock.receiveInventory([...rows] as never))
        expect([what, await attempt]).toEqual([what, code])
      }
      expect(await movements()).toEqual([])
    })
  })

  describe("incoming deliveries", () => {
    it("are incoming until they have come, in parts or whole", async () => {
      const delivery = await expectOne({ expected_at: "2030-05-01T00:00:00Z", supplier: "Ingram" })
      expect(delivery).toMatchObject({
        quantity: 6,
        remaining_quantity: 6,
        status: "expected",
        supplier: "Ingram",
      })
      expect(await quantities()).toEqual({ [location]: [10, 0, 6] })

      await booted.stock.receiveInventory([{ incoming_id: delivery.id, quantity: 4 }])
      expect(await quantities()).toEqual({ [location]: [14, 0, 2] })
      expect((await booted.stock.listIncoming()).incoming).toMatchObject([
        { id: delivery.id, received_quantity: 4, remaining_quantity: 2, status: "expected", sku: book.sku },
      ])
      await booted.stock.receiveInventory([{ incoming_id: delivery.id, quantity: 2 }])
      expect(await quantities()).toEqual({ [location]: [16, 0, 0] })
      const { incoming, count } = await booted.stock.listIncoming({ status: "received" })
      expect([count, incoming[0]]).toMatchObject([
        1,
        { remaining_quantity: 0, closed_at: expect.any(String) },
      ])
      expect(await movements()).toMatchObject([
        { kind: "set", reference_type: "incoming", reference_id: delivery.id },
        { kind: "receive", reason: "received", reference_type: "incoming", reference_id: delivery.id },
        { kind: "receive", reason: "received", reference_type: "incoming", reference_id: delivery.id },
      ])
    })

    it("cannot come twice, nor in more units than are expected, nor as another item", async () => {
      const { id } = await expectOne()
      const receive = (row: object) =>
        codeOf(booted.stock.receiveInventory([{ quantity: 6, incoming_id: id, ...row }]))
      expect(await receive({ quantity: 7 })).toBe("incoming_exceeded")
      expect(await receive(at(other))).toBe("invalid_receipt")
      const both = await Promise.all([receive({}), receive({})])
      expect(both.sort()).toEqual(["done", "incoming_closed"])
      expect(await receive({})).toBe("incoming_closed")
      expect(await quantities()).toEqual({ [location]: [16, 0, 0] })
    })

    it("can be two of one level, which cannot be received in one go", async () => {
      const [one, two] = await booted.stock.expectInventory([
        { ...at(), quantity: 6 },
        { ...at(), quantity: 1 },
      ])
      expect(await quantities()).toEqual({ [location]: [10, 0, 7] })
      const rows = [one!, two!].map(({ id }) => ({ incoming_id: id, quantity: 1 }))
      expect(await codeOf(booted.stock.receiveInventory(rows))).toBe("duplicate_row")
      expect(await quantities()).toEqual({ [location]: [10, 0, 7] })
    })

    it("can be changed and cancelled while they are expected", async () => {
      const { id } = await expectOne({ supplier: "Ingram", note: "by ship" })
      const changed = await booted.stock.changeIncoming(id, { quantity: 9, supplier: null })
      expect(changed).toMatchObject({ quantity: 9, supplier: null, note: "by ship" })
      expect(await quantities()).toEqual({ [location]: [10, 0, 9] })
      await booted.stock.receiveInventory([{ incoming_id: id, quantity: 4 }])
      expect(await codeOf(booted.stock.changeIncoming(id, { quantity: 4 }))).toBe("incoming_exceeded")
      expect(await booted.stock.cancelIncoming(id)).toMatchObject({
        status: "cancelled",
        received_quantity: 4,
      })
      expect(await quantities()).toEqual({ [location]: [14, 0, 0] })
      const late = [
        booted.stock.cancelIncoming(id),
        booted.stock.changeIncoming(id, { note: "late" }),
        booted.stock.receiveInventory([{ incoming_id: id, quantity: 1 }]),
      ].map(codeOf)
      expect(new Set(await Promise.all(late))).toEqual(new Set(["incoming_closed"]))
      expect(await codeOf(booted.stock.cancelIncoming("inc_none"))).toBe("incoming_not_found")
    })

    it("refuses what makes no sense", async () => {
      const expectation = (more: object) =>
        codeOf(booted.stock.expectInventory([{ ...at(), quantity: 1, ...more }]))
      expect(await expectation({ expected_at: "tomorrow" })).toBe("invalid_date")
      expect(await expectation({ quantity: 0.5 })).toBe("invalid_quantity")
      expect(await expectation({ unit_cost: 1 })).toBe("invalid_cost")
      expect(await expectation({ location_id: "sloc_nowhere" })).toBe("unknown_level")
      expect(await expectation({ supplier: "" })).toBe("invalid_incoming")
      expect(await booted.connection("incoming_stock")).toEqual([])
    })
  })

  describe("costs", () => {
    const average = async () => {
      const row = await booted
        .connection("item_cost")
        .where({ inventory_item_id: book.inventory_item_id })
        .orderBy("id", "desc")
        .first()
      return row && [Number(row.average_cost), row.currency_code]
    }
    const receive = (quantity: number, more: object = {}) =>
      booted.stock.receiveInventory([{ ...at(), quantity, ...more }])

    it("move the item's average by the units that they are of", async () => {
      await receive(10, { unit_cost: 4, currency_code: "EUR" })
      expect(await average()).toEqual([4, "eur"])
      await receive(20, { unit_cost: 8, currency_code: "eur" })
      expect(await average()).toEqual([6, "eur"]) // 20 at 4 and 20 at 8
      await receive(5)
      expect(await average()).toEqual([6, "eur"])
    })

    it("are those of the delivery, where the receipt says none", async () => {
      const { id } = await expectOne({ unit_cost: 7, currency_code: "usd" })
      await booted.stock.receiveInventory([{ incoming_id: id, quantity: 6 }])
      expect(await average()).toEqual([7, "usd"])
    })

    it("are kept in one currency", async () => {
      await receive(1, { unit_cost: 4, currency_code: "eur" })
      expect(await codeOf(receive(1, { unit_cost: 4, currency_code: "usd" }))).toBe("currency_differs")
      expect(await quantities()).toEqual({ [location]: [11, 0, 0] })
    })

    it("are reckoned one after the other, however many come at once", async () => {
      await receive(10, { unit_cost: 0, currency_code: "eur" })
      await Promise.all(Array.from({ length: 20 }, () => receive(1, { unit_cost: 20, currency_code: "eur" })))
      const [reckoned] = (await average())!
      expect(reckoned).toBeCloseTo(10) // 20 at 0, 20 at 20
    })
  })
})
