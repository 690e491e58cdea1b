import { deadlocks, serviceOn, untilStuck } from "../support/at-once"
import { moveClock } from "../support/clock"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

const UNITS = 10
const HOUR = 3_600

/** Two callers, of whom the first has done its work and not committed yet when the second comes. */
runWithShop((booted) => {
  let location: string
  let items: string[]
  let level: Level

  type Stock = typeof booted.stock
  type Caller = (stock: Stock) => Promise<unknown>

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    items = []
    for (let i = 0; i < 2; i++) {
      items.push((await booted.shop.book({ stock: { [location]: UNITS } })).inventory_item_id)
    }
    items.sort()
    level = new Level(booted.connection, items[0]!, location)
  })
  afterEach(() => assertInvariants(booted.connection))

  const at = (item = 0) => ({ inventory_item_id: items[item]!, location_id: location })
  const hold =
    (quantity: number, ttl_seconds = HOUR) =>
    (stock: Stock) =>
      stock.createReservation({ ...at(), quantity, ttl_seconds })
  const firm = (quantity: number) => (stock: Stock) => stock.createReservation({ ...at(), quantity })
  const adjust =
    (adjustment: number, more: object = {}) =>
    (stock: Stock) =>
      stock.adjustInventory([{ ...at(), adjustment, ...more }])
  const free = () => booted.stock.getAvailableQuantity(items[0]!)

  const endOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
    attempt.then(
      () => "done",
      (error: { code?: string }) => error.code
    )

  /** How both ended; `meanwhile` happens while the first is still open. */
  async function race(
    first: Caller,
    second: Caller,
    { end = "commit", meanwhile }: { end?: "commit" | "rollback"; meanwhile?: () => Promise<unknown> } = {}
  ) {
    const tx = await booted.connection.transaction()
    const one = await endOf(first(serviceOn(booted.stock, tx)))
    await meanwhile?.()
    const two = endOf(second(booted.stock))
    await untilStuck(booted.connection, two)
    await tx[end]()
    return [one, await two]
  }

  describe("the last units", () => {
    it.each([
      ["two holds", hold(6), hold(6)],
      ["two reservations", firm(6), firm(6)],
      ["a hold and a reservation", hold(6), firm(6)],
      ["a reservation and a hold", firm(6), hold(6)],
      ["a reservation and an adjustment", firm(6), adjust(-6)],
      ["a hold and an adjustment", hold(6), adjust(-6)],
      ["an adjustment and a hold", adjust(-6), hold(6)],
      ["an adjustment and a reservation", adjust(-6), firm(6)],
    ])(
      "are given to the first of %s, or to the second where the first is taken back",
      async (_, one, two) => {
        expect(await race(one, two, { end: "rollback" })).toEqual(["done", "done"])
        await booted.connection("inventory_hold").delete()
        await booted.connection("reservation_item").delete()
        await level.stock(UNITS)
        expect(await race(one, two)).toEqual(["done", "insufficient_inventory"])
        expect(await free()).toBe(4)
      }
    )

    it("are adjusted by one of two who saw the same stock", async () => {
      const seen = { expected_quantity: UNITS }
      expect(await race(adjust(-1, seen), adjust(-2, seen))).toEqual(["done", "stale_quantity"])
      expect(await level.read()).toMatchObject({ stocked: 9 })
    })
  })

  describe("one hold", () => {
    let id: string
    const confirm: Caller = (stock) => stock.confirmReservation(id)
    const consume: Caller = (stock) => stock.confirmReservation(id, { consume: true })
    const release: Caller = (stock) => stock.releaseReservation(id)
    const extend: Caller = (stock) => stock.extendReservation(id, { ttl_seconds: 3 * HOUR })
    const tidy: Caller = (stock) => stock.tidyHolds()
    const later = () => moveClock(booted.connection, HOUR + 1)

    beforeEach(async () => {
      id = (await hold(UNITS)(booted.stock)).id
    })

    it.each([
      ["confirmed and released", confirm, release, 0],
      ["released and confirmed", release, confirm, 10],
      ["confirmed twice", confirm, confirm, 0],
      ["confirmed and extended", confirm, extend, 0],
      ["released and extended", release, extend, 10],
      ["released twice", release, release, 10],
      ["consumed and released", consume, release, 0],
      ["consumed twice", consume, consume, 0],
      ["released and consumed", release, consume, 10],
    ])("that is %s at once ends once", async (_, one, two, left) => {
      expect(await race(one, two)).toEqual(["done", "reservation_ended"])
      expect(await free()).toBe(left)
    })

    it.each([
      ["a confirmation", confirm, release],
      ["a release", release, confirm],
    ])("goes to the second where %s before it is taken back", async (_, one, two) => {
      expect(await race(one, two, { end: "rollback" })).toEqual(["done", "done"])
    })

    it("that is confirmed and consumed at once is consumed by who asks again, and leaves the stock once", async () => {
      expect(await race(confirm, consume)).toEqual(["done", "reservation_ended"])
      expect(await endOf(consume(booted.stock))).toBe("done")
      expect(await endOf(consume(booted.stock))).toBe("reservation_ended")
      expect(await level.read()).toMatchObject({ stocked: 0, reserved: 0 })
    })

    it("that was extended in time keeps its units, though it expires before that is committed", async () => {
      expect(await race(extend, firm(1), { meanwhile: later })).toEqual(["done", "insufficient_inventory"])
      expect(await free()).toBe(0)
    })

    it("whose extension is taken back after it has expired is over", async () => {
      expect(await race(extend, firm(UNITS), { meanwhile: later, end: "rollback" })).toEqual(["done", "done"])
      expect(await endOf(confirm(booted.stock))).toBe("reservation_expired")
    })

    it("that has expired is not extended over what was promised since", async () => {
      await later()
      expect(await race(firm(UNITS), extend)).toEqual(["done", "reservation_expired"])
    })

    it("that was confirmed in time stays confirmed, whoever tidies meanwhile", async () => {
      expect(await race(confirm, tidy, { meanwhile: later })).toEqual(["done", "done"])
      expect(await booted.connection("inventory_hold")).toMatchObject([{ ended_as: "confirmed" }])
      expect(await free()).toBe(0)
    })

    it.each(["commit", "rollback"] as const)("that is being tidied cannot be confirmed: %s", async (end) => {
      await later()
      expect(await race(tidy, confirm, { end })).toEqual(["done", "reservation_expired"])
      expect(await free()).toBe(UNITS)
    })

    it("that expires in the middle of its confirmation is expired, and nothing is reserved", async () => {
      await booted.connection.raw(`create function late() returns trigger language plpgsql as $$ begin
        insert into public.truestock_clock values (interval '2 hours'); return new; end $$`)
      await booted.connection.raw(
        "create trigger late before insert on reservation_item for each row execute function late()"
      )
      try {
        expect(await endOf(confirm(booted.stock))).toBe("reservation_expired")
        expect(await level.read()).toMatchObject({ reserved: 0 })
      } finally {
        await booted.connection.raw("drop function late() cascade")
      }
    })
  })

  it("consumes or releases a reservation, whoever comes first: neither waits for the other in a circle", async () => {
    const before = await deadlocks(booted.connection)
    const { id } = await firm(4)(booted.stock)
    const tx = await booted.connection.transaction()
    await tx.raw("select 1 from reservation_item where id = ? for update", [id])
    const consumed = endOf(booted.stock.confirmReservation(id, { consume: true }))
    await untilStuck(booted.connection, consumed)
    expect(await endOf(serviceOn(booted.stock, tx).releaseReservation(id))).toBe("done")
    await tx.commit()
    expect(await consumed).toBe("reservation_not_found")
    expect(await level.read()).toMatchObject({ stocked: UNITS, reserved: 0 })
    expect(await deadlocks(booted.connection)).toBe(before)
  })

  it("locks levels in one order, whatever the order of the lines and whichever of them are held", async () => {
    const [a, b] = [
      { ...at(0), quantity: 1 },
      { ...at(1), quantity: 1 },
    ]
    const callers: Caller[] = [
      (stock) => stock.createReservation([a, b]),
      (stock) => stock.createReservation([b, a]),
      (stock) => stock.createReservation([{ ...b, ttl_seconds: 60 }, a]),
      (stock) => stock.createReservation([b, { ...a, ttl_seconds: 60 }]),
      (stock) => stock.adjustInventory([1, 0].map((item) => ({ ...at(item), adjustment: -1 }))),
    ]
    // Whoever had taken the second level already could not wait for the first one, and we get the second.
    for (const caller of callers) {
      const tx = await booted.connection.transaction()
      await tx.raw("select 1 from inventory_level where inventory_item_id = ? for update", [items[0]!])
      const end = endOf(caller(booted.stock))
      await untilStuck(booted.connection, end)
      await tx.raw("select 1 from inventory_level where inventory_item_id = ? for update nowait", [items[1]!])
      await tx.commit()
      expect(await end).toBe("done")
    }
  })

  describe("a key that two use at once", () => {
    const asking = { idempotency_key: "k1" }
    const keyed =
      (quantity: number): Caller =>
      (stock) =>
        stock.createReservation({ ...at(), quantity, ttl_seconds: HOUR }, asking)

    it.each(["commit", "rollback"] as const)("is in use until the first ends: %s", async (end) => {
      expect(await race(keyed(4), keyed(4), { end })).toEqual(["done", "key_in_use"])
      expect(await free()).toBe(end === "commit" ? 6 : 10)
      expect(await endOf(keyed(5)(booted.stock))).toBe(end === "commit" ? "key_reused" : "done")
    })

    it("answers the second as the first, once that has ended", async () => {
      const tx = await booted.connection.transaction()
      const first = await keyed(4)(serviceOn(booted.stock, tx))
      await tx.commit()
      expect(await keyed(4)(booted.stock)).toEqual(first)
      expect(await free()).toBe(6)
    })

    it("keeps a refusal that was committed, though there is enough by then", async () => {
      expect(await race(keyed(11), adjust(5))).toEqual(["insufficient_inventory", "done"])
      expect(await endOf(keyed(11)(booted.stock))).toBe("insufficient_inventory")
    })

    it("stops nobody who uses another one", async () => {
      const other: Caller = (stock) =>
        stock.adjustInventory([{ ...at(1), adjustment: 1 }], {}, { idempotency_key: "k2" })
      expect(await race(keyed(4), other)).toEqual(["done", "done"])
    })
  })
})
