import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

const CLIENTS = 64
const UNITS = 50

/** A row of what clients do at once: the same on every run, in an order that depends on the database alone. */
const atOnce = <T>(count: number, work: (client: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, client) => work(client)))

const reasons = (ends: PromiseSettledResult<unknown>[]) =>
  new Set(ends.flatMap((end) => (end.status === "rejected" ? [end.reason.hint ?? end.reason.type] : [])))

const granted = (ends: PromiseSettledResult<unknown>[]) =>
  ends.filter((end) => end.status === "fulfilled").length

runWithShop((booted) => {
  let location: string
  let items: string[]
  let levels: Level[]

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    items = []
    for (let i = 0; i < 3; i++) {
      items.push((await booted.shop.book({ stock: { [location]: UNITS } })).inventory_item_id)
    }
    levels = items.map((item) => new Level(booted.connection, item, location))
  })

  const line = (item: string, quantity = 1) => ({ inventory_item_id: item, location_id: location, quantity })

  async function assertPromised(level: Level, units: number): Promise<void> {
    expect(await level.read()).toMatchObject({ reserved: units, raw_reserved: units })
    expect(await level.promised()).toBe(units)
  }

  it("promises 50 of 50 units to 200 buyers, through the service", async () => {
    const ends = await atOnce(200, () => booted.inventory.createReservationItems([line(items[0]!)]))
    expect(granted(ends)).toBe(UNITS)
    expect(reasons(ends)).toEqual(new Set(["not_allowed"]))
    await assertPromised(levels[0]!, UNITS)
  })

  it("promises 50 of 50 units to buyers who come through the service and around it", async () => {
    const ends = await atOnce(CLIENTS * 2, (client): Promise<unknown> =>
      client % 2 ? levels[0]!.reserve(1) : booted.inventory.createReservationItems([line(items[0]!)])
    )
    expect(granted(ends)).toBe(UNITS)
    expect(reasons(ends)).toEqual(new Set(["insufficient_inventory", "not_allowed"]))
    await assertPromised(levels[0]!, UNITS)
  })

  it("sells kits that share parts in every order of their parts", async () => {
    const [a, b, c] = items as [string, string, string]
    const kits = [
      [line(a), line(b, 2)],
      [line(b), line(a, 2)],
      [line(c), line(b), line(a)],
      [line(a), line(a), line(c)],
    ]
    const ends = await atOnce(CLIENTS, (client) => booted.inventory.createReservationItems(kits[client % 4]!))
    expect(reasons(ends)).toEqual(new Set(["not_allowed"]))
    for (const level of levels) await assertPromised(level, await level.promised())
    // Nothing was refused that could have been sold: units only become fewer, so what was refused is out of reach.
    const left = await Promise.all(levels.map(async (level) => UNITS - (await level.promised())))
    expect(Math.min(...left)).toBeGreaterThanOrEqual(0)
    const needs = (kit: { inventory_item_id: string; quantity: number }[], item: string) =>
      kit.reduce((sum, part) => sum + (part.inventory_item_id === item ? part.quantity : 0), 0)
    const refused = kits.filter((_, kit) =>
      ends.some((end, client) => client % 4 === kit && end.status === "rejected")
    )
    expect(refused).not.toEqual([])
    for (const kit of refused) expect(items.some((item, i) => needs(kit, item) > left[i]!)).toBe(true)
  })

  it("loses no change when stock falls, is set, is promised and released at once", async () => {
    const [level] = levels as [Level]
    const kept = await booted.inventory.createReservationItems(
      Array.from({ length: 20 }, () => line(items[0]!))
    )
    const ends = await atOnce(CLIENTS, (client): Promise<unknown> => {
      switch (client % 4) {
        case 0:
          return booted.inventory.adjustInventory(items[0]!, location, -1)
        case 1:
          return booted.inventory.adjustInventory(items[0]!, location, 1)
        case 2:
          return booted.inventory.createReservationItems([line(items[0]!)])
        default:
          return booted.inventory.softDeleteReservationItems([kept[(client - 3) / 4]!.id])
      }
    })
    expect(reasons(ends)).toEqual(new Set())
    expect(await level.read()).toMatchObject({ stocked: UNITS })
    await assertPromised(level, 20)
  })

  it("never promises what is being taken away", async () => {
    const [level] = levels as [Level]
    const ends = await atOnce(CLIENTS, (client): Promise<unknown> =>
      client % 2
        ? booted.inventory.createReservationItems([line(items[0]!)])
        : booted.inventory.adjustInventory(items[0]!, location, -1)
    )
    expect([...reasons(ends)].filter((reason) => reason !== "not_allowed")).toEqual([])
    const { stocked, reserved } = await level.read()
    expect(stocked).toBe(UNITS - CLIENTS / 2)
    expect(reserved).toBe(await level.promised())
    // Each promise was covered when it was made: what is missing now went after it, and is a known shortfall.
    const missing = await booted.connection("inventory_shortfall").whereNull("resolved_at")
    expect(missing.map((row) => Number(row.quantity))).toEqual(reserved > stocked ? [reserved - stocked] : [])
  })

  it("promises 50 of 50 units when reservations move between two locations", async () => {
    const elsewhere = await booted.shop.location()
    await booted.shop.level(items[0]!, elsewhere, 10)
    const there = new Level(booted.connection, items[0]!, elsewhere)
    const made = await booted.inventory.createReservationItems(
      Array.from({ length: 40 }, () => line(items[0]!))
    )
    const ends = await atOnce(40, (i) =>
      booted.inventory.updateReservationItems([{ id: made[i]!.id, location_id: elsewhere }])
    )
    expect(granted(ends)).toBe(10)
    await assertPromised(there, 10)
    await assertPromised(levels[0]!, 30)
  })
})
