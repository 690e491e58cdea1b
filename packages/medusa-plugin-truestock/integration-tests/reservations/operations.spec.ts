import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { moveClock } from "../support/clock"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

runWithShop((booted) => {
  let location: string
  let book: Book
  let level: Level
  let at: { inventory_item_id: string; location_id: string }

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })
    level = new Level(booted.connection, book.inventory_item_id, location)
    at = { inventory_item_id: book.inventory_item_id, location_id: location }
  })
  afterEach(() => assertInvariants(booted.connection))

  const free = () => booted.stock.getAvailableQuantity(book.inventory_item_id)
  const hold = (quantity: number, ttl_seconds = 900) =>
    booted.stock.createReservation({ ...at, quantity, ttl_seconds })
  const firm = (quantity: number) => booted.stock.createReservation({ ...at, quantity })

  describe("a reservation without an expiry", () => {
    it("is a reservation of core's at once", async () => {
      const reservation = await firm(4)
      expect(reservation).toMatchObject({ ...at, quantity: 4, expires_at: null })
      expect(await booted.inventory.retrieveReservationItem(reservation.id)).toMatchObject({ quantity: 4 })
      expect(await level.read()).toMatchObject({ stocked: 10, reserved: 4, raw_reserved: 4 })
      expect(await free()).toBe(6)
    })

    it("is refused beyond what is there, and says how much was asked for and is there", async () => {
      await firm(4)
      await expect(firm(7)).rejects.toMatchObject({
        code: "insufficient_inventory",
        message: expect.stringMatching(/^Insufficient inventory: 7 requested, 6 available/),
        about: { ...at, requested: 7, available: 6 },
      })
      expect(await free()).toBe(6)
    })

    it("may go below zero where backorder is allowed", async () => {
      await booted.connection("product_variant").update({ allow_backorder: true })
      await level.stock(1)
      await booted.stock.createReservation({ ...at, quantity: 3, allow_backorder: true })
      expect(await level.read()).toMatchObject({ reserved: 3 })
    })
  })

  it("reads no more than what is held of its level, also by plans from before anything was", async () => {
    await level.stock(10_000)
    await booted.stock.releaseReservation((await hold(1)).id)
    const HOLDS = 1_000
    const read = await booted.connection.transaction(async (tx) => {
      const reserve = (id: string) => {
        const input = JSON.stringify({ lines: [{ id, ...at, quantity: 1 }] })
        return tx.raw("select truestock_perform('reserve', cast(? as jsonb), '{}', null, null)", [input])
      }
      const holdOnce = (times: number) =>
        tx.raw(
          `insert into inventory_hold (id, inventory_item_id, location_id, quantity, raw_quantity, expires_at)
           select 'resitem_' || gen_random_uuid(), ?, ?, 1, '{"value": "1"}', truestock_now() + interval '1 hour'
           from generate_series(1, ?)`,
          [book.inventory_item_id, location, times]
        )
      const readSoFar = async () => {
        const { rows } = await tx.raw(
          "select seq_tup_read + idx_tup_fetch as n from pg_stat_xact_user_tables where relname = 'inventory_hold'"
        )
        return Number(rows[0].n)
      }
      await tx.raw("analyze inventory_hold")
      await holdOnce(1)
      await reserve("resitem_plans")
      await holdOnce(HOLDS)
      const before = await readSoFar()
      await reserve("resitem_reads")
      return (await readSoFar()) - before
    })
    expect(read).toBeGreaterThanOrEqual(HOLDS)
    expect(read).toBeLessThan(3 * HOLDS)
  })

  describe("several lines", () => {
    it("are one decision: all of them or none, lines of one level added up", async () => {
      const lines = [
        { ...at, quantity: 6 },
        { ...at, quantity: 5, ttl_seconds: 60 },
      ]
      expect(await codeOf(booted.stock.createReservation(lines))).toBe("insufficient_inventory")
      expect(await free()).toBe(10)
      const made = await booted.stock.createReservation([{ ...lines[0]!, quantity: 5 }, lines[1]!])
      expect(made.map(({ quantity, expires_at }) => [quantity, expires_at === null])).toEqual([
        [5, true],
        [5, false],
      ])
      expect(await free()).toBe(0)
    })
  })

  describe("a hold", () => {
    it("keeps its units from everybody else, and is not reserved yet", async () => {
      await hold(6)
      expect(await level.read()).toMatchObject({ reserved: 0 })
      expect(await free()).toBe(4)
      expect(await codeOf(firm(5))).toBe("insufficient_inventory")
      expect(await codeOf(hold(5))).toBe("insufficient_inventory")
      expect(await codeOf(level.reserve(5))).toBe("40001")
      await firm(4)
    })

    it("stops nobody from the moment that it expires, tidied or not", async () => {
      const { id } = await hold(6)
      await moveClock(booted.connection, 901)
      expect(await free()).toBe(10)
      await firm(10)
      expect(await codeOf(booted.stock.confirmReservation(id))).toBe("reservation_expired")
      expect(await codeOf(booted.stock.extendReservation(id, { ttl_seconds: 60 }))).toBe(
        "reservation_expired"
      )
      expect(await codeOf(booted.stock.releaseReservation(id))).toBe("reservation_expired")
    })

    it("that is confirmed is a reservation of core's with the same id; nobody comes between", async () => {
      const { id } = await hold(10)
      const confirmed = await booted.stock.confirmReservation(id)
      expect(confirmed).toMatchObject({ id, quantity: 10, expires_at: null })
      expect(await level.read()).toMatchObject({ stocked: 10, reserved: 10 })
      await moveClock(booted.connection, 10_000)
      expect(await free()).toBe(0)
    })

    it("that is confirmed in part gives the rest back", async () => {
      const { id } = await hold(6)
      await booted.stock.confirmReservation(id, { quantity: 2 })
      expect(await level.read()).toMatchObject({ reserved: 2 })
      expect(await free()).toBe(8)
    })

    it("that a workflow gives back can be confirmed again", async () => {
      const { id } = await hold(4)
      await booted.stock.confirmReservation(id, { line_item_id: "ordli_1" })
      await booted.connection.transaction(async (tx) => {
        await tx.raw(`select set_config('truestock.context', '{"gives_back_holds": true}', true)`)
        await tx("reservation_item").where({ id }).update({ deleted_at: new Date() })
      })
      expect(await level.read()).toMatchObject({ reserved: 0 })
      expect(await free()).toBe(6)
      await booted.stock.confirmReservation(id, { line_item_id: "ordli_2" })
      expect(await level.read()).toMatchObject({ reserved: 4 })
      expect(await free()).toBe(6)
    })

    it("that is consumed leaves the stock, as at fulfilment", async () => {
      const { id } = await hold(6)
      expect(await booted.stock.confirmReservation(id, { consume: true })).toMatchObject({ quantity: 0 })
      expect(await level.read()).toMatchObject({ stocked: 4, reserved: 0 })
      expect((await level.movements()).at(-1)).toEqual(["fulfil", -6, 0])
    })

    it("that is released is free at once, and ended", async () => {
      const { id } = await hold(6)
      await booted.stock.releaseReservation(id)
      expect(await free()).toBe(10)
      expect(await codeOf(booted.stock.confirmReservation(id))).toBe("reservation_ended")
    })

    it("ends once: confirmed twice, released after it was confirmed, extended after it was released", async () => {
      const { id } = await hold(2)
      await booted.stock.confirmReservation(id)
      expect(await codeOf(booted.stock.confirmReservation(id))).toBe("reservation_ended")
      expect(await codeOf(booted.stock.releaseReservation(id))).toBe("reservation_ended")
      const other = await hold(2)
      await booted.stock.releaseReservation(other.id)
      expect(await codeOf(booted.stock.extendReservation(other.id, { ttl_seconds: 60 }))).toBe(
        "reservation_ended"
      )
      expect(await level.read()).toMatchObject({ reserved: 2 })
    })

    it("may be given a time in any zone that ISO 8601 knows", async () => {
      const later = new Date(Date.now() + 3_600_000 + 20 * 3_600_000).toISOString().replace("Z", "+20:00")
      const { expires_at } = await booted.stock.createReservation({ ...at, quantity: 1, expires_at: later })
      expect(Math.abs(Date.parse(expires_at!) - Date.now() - 3_600_000)).toBeLessThan(60_000)
    })

    it("that is extended lasts longer and never shorter", async () => {
      const { id, expires_at } = await hold(2, 900)
      expect((await booted.stock.extendReservation(id, { ttl_seconds: 60 })).expires_at).toBe(expires_at)
      await booted.stock.extendReservation(id, { ttl_seconds: 1_800 })
      await moveClock(booted.connection, 1_000)
      expect(await free()).toBe(8)
    })

    it("made first stands first, where the stock has fallen below what is held", async () => {
      const [first, second] = [await hold(1), await hold(1)]
      await level.stock(1)
      expect(await codeOf(booted.stock.confirmReservation(second.id))).toBe("insufficient_inventory")
      await booted.stock.confirmReservation(first.id)
      expect(await level.read()).toMatchObject({ stocked: 1, reserved: 1 })
    })

    it("is consumed where it could be confirmed, and nowhere else", async () => {
      const consume = ({ id }: { id: string }) =>
        codeOf(booted.stock.confirmReservation(id, { consume: true }))
      await firm(1)
      const [first, second] = [await hold(1), await hold(1)]
      await level.stock(2)
      expect(await consume(second)).toBe("insufficient_inventory")
      expect(await consume(first)).toBe("done")
      await level.stock(1)
      expect(await consume(second)).toBe("insufficient_inventory")
      expect(await level.read()).toMatchObject({ stocked: 1, reserved: 1 })
    })

    it("is marked as expired by the sweeper, which leaves live ones alone", async () => {
      await hold(1, 60)
      await hold(1, 600)
      await moveClock(booted.connection, 61)
      await booted.stock.tidyHolds()
      const rows = await booted.connection("inventory_hold").orderBy("expires_at")
      expect(rows.map((row) => row.ended_as)).toEqual(["expired", null])
    })
  })

  it.each([
    ["A reservation", () => firm(1)],
    ["An adjustment", () => booted.stock.adjustInventory([{ ...at, adjustment: 1 }])],
  ])(
    "%s that waits too long for others is told that the stock is busy, and changes nothing",
    async (_, ask) => {
      const other = await booted.connection.transaction()
      await other.raw("select from inventory_level where inventory_item_id = ? for update", [
        book.inventory_item_id,
      ])
      await expect(ask()).rejects.toMatchObject({
        code: "stock_busy",
        message: expect.stringMatching(/^Some/),
      })
      await other.rollback()
      expect(await level.read()).toMatchObject({ stocked: 10, reserved: 0 })
      expect(await free()).toBe(10)
    }
  )

  it("units of one level that are reserved together are told apart in the books, and in what is said of them", async () => {
    const askers = ["ada", "bob", "cid", "dan"]
    const asked = askers.map((actor_id, n) =>
      codeOf(
        booted.stock.createReservation(
          { ...at, quantity: n * 3 + 1 },
          { context: { actor_type: "user", actor_id } }
        )
      )
    )
    // 1, 4, 7 and 10 of 10: the third and the fourth ask for more than is left.
    expect(await Promise.all(asked)).toEqual([
      ...["done", "done"],
      ...["insufficient_inventory", "insufficient_inventory"],
    ])
    const movements = await booted.connection("stock_movement").where({ kind: "reserve" }).orderBy("id")
    expect(movements.map((m) => [m.actor_id, Number(m.reserved_delta)])).toEqual([
      ["ada", 1],
      ["bob", 4],
    ])
    const wrong = { ...at, location_id: "sloc_nowhere", quantity: 1 }
    const inVain = [wrong, wrong, wrong].map((line) => codeOf(booted.stock.createReservation(line)))
    expect(await Promise.all(inVain)).toEqual(["unknown_level", "unknown_level", "unknown_level"])
    expect(await codeOf(firm(5))).toBe("done")
  })

  describe("a key", () => {
    const keyed = (quantity: number, idempotency_key: string) =>
      booted.stock.createReservation({ ...at, quantity }, { idempotency_key })

    it("makes a retry safe: it is answered as the first request was, and nothing is done twice", async () => {
      const first = await keyed(4, "k1")
      expect(await keyed(4, "k1")).toEqual(first)
      expect(await level.read()).toMatchObject({ reserved: 4 })
    })

    it("keeps a stock refusal, too, even when there is enough by then", async () => {
      expect(await codeOf(keyed(11, "k1"))).toBe("insufficient_inventory")
      await level.stock(100)
      expect(await codeOf(keyed(11, "k1"))).toBe("insufficient_inventory")
      expect(await codeOf(keyed(11, "k2"))).toBe("done")
    })

    it("belongs to one request", async () => {
      await keyed(4, "k1")
      expect(await codeOf(keyed(5, "k1"))).toBe("key_reused")
      expect(
        await codeOf(booted.stock.adjustInventory([{ ...at, adjustment: 4 }], {}, { idempotency_key: "k1" }))
      ).toBe("key_reused")
    })

    it("is not burnt by what could not be asked for", async () => {
      expect(await codeOf(keyed(0, "k1"))).toBe("invalid_quantity")
      const nowhere = { ...at, location_id: "sloc_nowhere", quantity: 1 }
      expect(await codeOf(booted.stock.createReservation(nowhere, { idempotency_key: "k1" }))).toBe(
        "unknown_level"
      )
      expect(await codeOf(keyed(1, "k1"))).toBe("done")
    })

    it("is not burnt by a location that is inactive for now", async () => {
      const [inactive] = await booted.stock.createInventoryLocations([
        { location_id: location, code: "SHUT", is_active: false },
      ])
      expect(await codeOf(keyed(1, "k1"))).toBe("inactive_location")
      await booted.stock.updateInventoryLocations({ id: inactive!.id, is_active: true })
      expect(await codeOf(keyed(1, "k1"))).toBe("done")
    })

    it("is free again after 24 hours", async () => {
      await keyed(1, "k1")
      await moveClock(booted.connection, 24 * 3_600 + 1)
      await keyed(2, "k1")
      expect(await level.read()).toMatchObject({ reserved: 3 })
    })

    it("under which a request is still under way is in use", async () => {
      const tx = await booted.connection.transaction()
      await tx.raw("select pg_advisory_xact_lock(hashtextextended('truestock.key k1', 0))")
      expect(await codeOf(keyed(1, "k1"))).toBe("key_in_use")
      await tx.rollback()
      expect(await codeOf(keyed(1, "k1"))).toBe("done")
    })

    it.each([
      ["none at all", ""],
      ["256 characters", "k".repeat(256)],
      ["a zero byte", "k\0"],
      ["half a character", "k\ud800"],
    ])("of %s is refused", async (_, key) => {
      expect(await codeOf(keyed(1, key))).toBe("invalid_key")
      expect(await free()).toBe(10)
    })
  })

  describe("what makes no sense", () => {
    it.each([
      ["NaN", Number.NaN],
      ["infinity", Number("1e400")],
      ["a fraction", 0.5],
      ["nothing", 0],
      ["less than nothing", -1],
      ["a quadrillion", 1e15],
      ["text", "3" as unknown as number],
    ])("is refused: %s", async (_, quantity) => {
      expect(await codeOf(firm(quantity))).toBe("invalid_quantity")
      expect(await codeOf(hold(quantity))).toBe("invalid_quantity")
      expect(await free()).toBe(10)
    })

    it.each([
      ["an expiry in the past", { expires_at: "2020-01-01T00:00:00Z" }, "invalid_expiry"],
      ["an expiry before all time", { expires_at: "0000-01-01T00:00:00Z" }, "invalid_expiry"],
      ["an expiry that is no time", { expires_at: "soon" }, "invalid_expiry"],
      ["two expiries", { expires_at: "2999-01-01T00:00:00Z", ttl_seconds: 1 }, "invalid_expiry"],
      ["a negative time to live", { ttl_seconds: -1 }, "invalid_expiry"],
      ["an item that does not exist", { inventory_item_id: "iitem_nowhere" }, "unknown_level"],
      ["a location that does not exist", { location_id: "sloc_nowhere" }, "unknown_level"],
      ["a field that does not exist", { urgent: true }, "invalid_reservation"],
    ])("is refused: %s", async (_, wrong, code) => {
      expect(await codeOf(booted.stock.createReservation({ ...at, quantity: 1, ...wrong }))).toBe(code)
      expect(await free()).toBe(10)
    })

    it("is refused: a reservation that does not exist", async () => {
      const attempts = [
        booted.stock.confirmReservation("resitem_none"),
        booted.stock.releaseReservation("resitem_none"),
        booted.stock.extendReservation("resitem_none", { ttl_seconds: 1 }),
      ]
      const codes = await Promise.all(attempts.map(codeOf))
      expect(new Set(codes)).toEqual(new Set(["reservation_not_found"]))
    })
  })
})
