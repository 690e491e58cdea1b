import { adminHeaders } from "../support/admin-headers"
import { deadlocks, serviceOn, untilStuck } from "../support/at-once"
import { moveClock } from "../support/clock"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

/** A location with two backups, of which the second is tried first; and one book, of 2, 5 and 4 units. */
runWithShop((booted) => {
  let main: string
  let near: string
  let far: string
  let item: string

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const locations = [
      await booted.shop.location(),
      await booted.shop.location(),
      await booted.shop.location(),
    ]
    // Backups are before and behind their location in the order of locks.
    ;[far, main, near] = locations.sort() as [string, string, string]
    item = (await booted.shop.book({ stock: { [main]: 2, [near]: 5, [far]: 4 } })).inventory_item_id
    await booted.stock.setLocation(far, { backup_for: main, priority: 2 })
    await booted.stock.setLocation(near, { backup_for: main, priority: 1 })
  })
  afterEach(() => assertInvariants(booted.connection))

  const line = (quantity: number, more: object = {}) => ({
    ...{ inventory_item_id: item, location_id: main, quantity },
    ...more,
  })
  const nameOf = (location: string) => (location === main ? "main" : location === near ? "near" : "far")
  const reserve = async (quantity: number, more: object = {}, asking = {}) =>
    nameOf((await booted.stock.createReservation(line(quantity, more), asking)).location_id)
  const reserveAll = async (...lines: ReturnType<typeof line>[]) =>
    (await booted.stock.createReservation(lines)).map(({ location_id }) => nameOf(location_id))
  const level = (location: string) => new Level(booted.connection, item, location)
  const free = async () =>
    Promise.all([main, near, far].map((location) => booted.stock.getAvailableQuantity(item, [location])))

  it.each([
    ["a reservation", {}],
    ["a hold", { ttl_seconds: 900 }],
  ])(
    "%s stays while its location covers it, then goes whole to the first backup that does",
    async (_, more) => {
      expect(await reserve(2, more)).toBe("main")
      expect(await reserve(3, more)).toBe("near")
      expect(await reserve(3, more)).toBe("far")
      expect(await reserve(2, more)).toBe("near")
      expect(await free()).toEqual([0, 0, 1])
      await expect(reserve(2, more)).rejects.toMatchObject({
        ...{ code: "insufficient_inventory", type: "conflict" },
        about: { inventory_item_id: item, location_id: main, requested: 2, available: 0 },
      })
      expect(await free()).toEqual([0, 0, 1])
    }
  )

  it("is not divided: what no location covers by itself is refused, though all of them together would", async () => {
    await expect(reserve(6)).rejects.toMatchObject({ code: "insufficient_inventory" })
    expect(await free()).toEqual([2, 5, 4])
  })

  it("counts the lines of one decision against each other, first those that have no choice", async () => {
    const fixed = line(3, { location_id: near })
    expect(await reserveAll(line(2), line(2, { ttl_seconds: 60 }), line(2), fixed)).toEqual([
      ...["main", "near", "far", "near"],
    ])
    expect(await free()).toEqual([0, 0, 2])
    await expect(reserveAll(line(2), line(2))).rejects.toMatchObject({ code: "insufficient_inventory" })
    expect(await free()).toEqual([0, 0, 2])
  })

  it("skips inactive backups, and an inactive location goes to its backups at once", async () => {
    await booted.stock.setLocation(near, { is_active: false })
    expect(await reserve(3)).toBe("far")
    await booted.stock.setLocation(near, { is_active: true })
    await booted.stock.setLocation(main, { is_active: false })
    expect(await reserve(1)).toBe("near")
    await expect(reserve(9)).rejects.toMatchObject({ code: "inactive_location" })
    await booted.stock.setLocation(near, { is_active: false })
    await booted.stock.setLocation(far, { is_active: false })
    await expect(reserve(1)).rejects.toMatchObject({ code: "inactive_location" })
    expect(await free()).toEqual([0, 0, 0])
  })

  it("goes to a backup where its own location has no level, and nowhere from a location without backups", async () => {
    await booted.connection("inventory_level").where({ location_id: main }).update({ deleted_at: new Date() })
    expect(await reserve(1)).toBe("near")
    for (const [location_id, code] of [
      [near, "insufficient_inventory"],
      ["sloc_none", "unknown_level"],
    ]) {
      await expect(reserve(5, { location_id })).rejects.toMatchObject({ code })
    }
    await booted.stock.setLocation(near, { backup_for: null })
    await booted.stock.setLocation(far, { backup_for: null })
    await expect(reserve(1)).rejects.toMatchObject({ code: "unknown_level" })
  })

  it("is owed where it was asked for only when no backup has it", async () => {
    const { inventory_item_id } = await booted.shop.book({
      ...{ allow_backorder: true, stock: { [main]: 1, [near]: 3 } },
    })
    const owed = (quantity: number) => reserve(quantity, { inventory_item_id, allow_backorder: true })
    expect(await owed(2)).toBe("near")
    expect(await owed(2)).toBe("main")
    await booted.stock.setLocation(main, { is_active: false })
    expect(await owed(2)).toBe("near")
  })

  it("minds what is held, until it has expired", async () => {
    await booted.stock.createReservation(line(5, { location_id: near, ttl_seconds: 60 }))
    expect(await reserve(3)).toBe("far")
    await moveClock(booted.connection, 61)
    expect(await reserve(3)).toBe("near")
  })

  it("answers a retry with the location of the first time", async () => {
    const asking = { idempotency_key: "k" }
    expect(await reserve(4, {}, asking)).toBe("near")
    await level(main).stock(10)
    expect(await reserve(4, {}, asking)).toBe("near")
    expect(await free()).toEqual([10, 1, 4])
    expect(await reserve(4)).toBe("main")
  })

  it("looks at what is there when it gets its locks, not when it asked for them", async () => {
    const tx = await booted.connection.transaction()
    const first = await serviceOn(booted.stock, tx).createReservation(line(2))
    const second = reserve(2)
    await untilStuck(booted.connection, second)
    await tx.commit()
    expect([nameOf(first.location_id), await second]).toEqual(["main", "near"])
  })

  it("never promises a unit twice, and never waits in circles, alone, together, and in lists of any order", async () => {
    const before = await deadlocks(booted.connection)
    await Promise.all([main, near, far].map((location) => level(location).stock(30)))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 120 }, (_, n) => {
        switch (n % 4) {
          case 0:
            return booted.stock.createReservation([line(1, { location_id: near }), line(1)])
          case 1:
            return booted.stock.createReservation([line(1), line(1, { location_id: far, ttl_seconds: 900 })])
          case 2:
            return booted.stock.createReservation([line(1, { location_id: [near, far][n % 8 > 4 ? 0 : 1]! })])
          default:
            return booted.stock.createReservation(line(1))
        }
      })
    )
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason.code] : []
    )
    expect(new Set(refused)).toEqual(new Set(["insufficient_inventory"]))
    const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value].flat() : []))
    const left = await free()
    expect(left.every((units) => units >= 0)).toBe(true)
    expect(made.length).toBe(90 - left.reduce((sum, units) => sum + units, 0))
    expect(left[0]).toBe(0)
    expect(await deadlocks(booted.connection)).toBe(before)
  })

  it("tells over HTTP where it went", async () => {
    const admin = await adminHeaders(booted.container)
    const { data } = await booted.api.post("/admin/inventory/reservations", line(3), admin)
    expect(data.reservation).toMatchObject({ location_id: near, quantity: 3, expires_at: null })
  })
})
