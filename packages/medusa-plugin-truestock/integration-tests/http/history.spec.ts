import fc from "fast-check"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"

const MINUTE_MS = 60_000
const START = Date.parse("2026-03-01T00:00:00Z")
const at = (minute: number) => new Date(START + minute * MINUTE_MS).toISOString()

type Step = { level: string; location: string; kind: string; minute: number; delta: number; balance: number }
type Point = { at: string; stocked: number; reserved: number; available: number; incoming: number }

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(booted.container)
  })

  const ask = async (query: Record<string, string>) => {
    const text = new URLSearchParams(query).toString()
    return booted.api.get(`/admin/inventory/movements/history?${text}`, { ...admin, validateStatus: null })
  }

  async function pointsOf(query: Record<string, string>): Promise<Point[]> {
    const { status, data } = await ask(query)
    expect({ query, status }).toEqual({ query, status: 200 })
    return data.points
  }

  /** Reserved goes half as far as stocked, incoming the other way. */
  async function record(item: string, steps: Step[]) {
    for (const step of steps) {
      await booted.connection.raw(
        `insert into stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta, stocked_balance,
           reserved_delta, reserved_balance, incoming_delta, incoming_balance, created_at)
         values (:level, :item, :location, :kind, :delta, :balance, cast(:delta as numeric) / 2,
           cast(:balance as numeric) / 2, -cast(:delta as numeric), -cast(:balance as numeric), :time)`,
        { ...step, item, time: at(step.minute) } as never
      )
    }
  }

  /** What the levels held at a moment: the last balance of each until then, or what its opening found. */
  function heldAt(steps: Step[], time: string, location?: string): Omit<Point, "at"> {
    const here = steps.filter((step) => !location || step.location === location)
    const stocked = [...new Set(here.map((step) => step.level))]
      .map((level) => {
        const ofLevel = here.filter((step) => step.level === level)
        const first = ofLevel[0]!
        const found = first.kind === "opening" ? first.balance : first.balance - first.delta
        return ofLevel.findLast((step) => at(step.minute) <= time)?.balance ?? found
      })
      .reduce((sum, balance) => sum + balance, 0)
    const plain = (n: number) => n + 0
    return { stocked, reserved: stocked / 2, available: stocked / 2, incoming: plain(-stocked) }
  }

  it("is one level's balance from step to step, the last 30 days by default", async () => {
    const { shop, inventory } = booted
    const { location } = await shop.open()
    const book = await shop.book({ stock: { [location]: 10 } })
    await inventory.adjustInventory(book.inventory_item_id, location, -3)
    await inventory.createReservationItems([
      { inventory_item_id: book.inventory_item_id, location_id: location, quantity: 2 },
    ])

    const { data } = await ask({ inventory_item_id: book.inventory_item_id })

    expect(Date.parse(data.to) - Date.parse(data.from)).toBe(30 * 24 * 60 * MINUTE_MS)
    expect(data.points.at(0)).toEqual({ at: data.from, stocked: 0, reserved: 0, available: 0, incoming: 0 })
    expect(data.points.at(-1)).toEqual({ at: data.to, stocked: 7, reserved: 2, available: 5, incoming: 0 })
  })

  it("sums the levels, and knows one location by itself", async () => {
    const { shop } = booted
    const { location, channel } = await shop.open()
    const other = await shop.location(channel)
    const { inventory_item_id } = await shop.book({ stock: { [location]: 10, [other]: 5 } })

    expect((await pointsOf({ inventory_item_id })).at(-1)).toMatchObject({ stocked: 15, available: 15 })
    const here = await pointsOf({ inventory_item_id, location_id: other })
    expect(here.at(-1)).toMatchObject({ stocked: 5, available: 5 })
    const nowhere = await pointsOf({ inventory_item_id, location_id: "nowhere" })
    expect(nowhere.map((point) => point.stocked)).toEqual([0, 0])
  })

  it("takes a level for nothing while it is deleted", async () => {
    const { shop, connection } = booted
    const { location } = await shop.open()
    const { inventory_item_id } = await shop.book({ stock: { [location]: 10 } })
    for (const [deleted, stocked] of [
      ["now()", 0],
      ["null", 10],
    ] as const) {
      await connection.raw(`update inventory_level set deleted_at = ${deleted}`)
      expect((await pointsOf({ inventory_item_id })).at(-1)).toMatchObject({ stocked })
    }
    await connection.raw("delete from inventory_level")
    const [created] = await connection("stock_movement").where({ kind: "create" })
    const from = created.created_at.toISOString()
    for (const points of ["2", "1000"]) {
      const answered = await pointsOf({ inventory_item_id, from, points })
      expect(answered.at(0)).toMatchObject({ stocked: 10 })
      expect(answered.at(-1)).toMatchObject({ stocked: 0 })
    }
    // While nothing moved, before the level was gone for good.
    expect(await pointsOf({ inventory_item_id, from, to: from })).toMatchObject([
      { stocked: 10 },
      { stocked: 10 },
    ])
  })

  it("shows a level that was never touched as it stands, and an opening as what was there", async () => {
    const { shop, connection } = booted
    const { location } = await shop.open()
    const { inventory_item_id } = await shop.book()
    await connection.raw("alter table inventory_level disable trigger user")
    await connection.raw(
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity)
       values ('ilev_old', ?, ?, 12, '{"value": "12"}')`,
      [inventory_item_id, location]
    )
    await connection.raw("alter table inventory_level enable trigger user")
    expect((await pointsOf({ inventory_item_id })).map((point) => point.stocked)).toEqual([12, 12])

    await connection.raw("update inventory_level set stocked_quantity = 9 where id = 'ilev_old'")
    const points = await pointsOf({ inventory_item_id })
    expect(points.at(0)).toMatchObject({ stocked: 12 })
    expect(points.at(-1)).toMatchObject({ stocked: 9 })
  })

  it("has at most the points it was asked for, the first at `from` and the last at `to`", async () => {
    const steps = Array.from({ length: 90 }, (_, i) => ({
      ...{ level: "l", location: "p", kind: "set", minute: i, delta: 2, balance: 2 * (i + 1) },
    }))
    await record("many", [...steps, { ...steps[0]!, kind: "delete", minute: 300, delta: -180, balance: 0 }])
    const span = { from: at(-10), to: at(200) }
    for (const points of [2, 3, 10, 50, 200, 1000]) {
      const answered = await pointsOf({ inventory_item_id: "many", ...span, points: String(points) })
      expect(answered.length).toBeLessThanOrEqual(points)
      expect(answered.length).toBeGreaterThanOrEqual(Math.min(points, 40) / 2)
      expect(answered.at(0)).toMatchObject({ at: span.from, stocked: 0 })
      expect(answered.at(-1)).toMatchObject({ at: span.to, stocked: 180 })
      const times = answered.map((point) => point.at)
      expect(times).toEqual([...times].sort())
    }
    expect(await pointsOf({ inventory_item_id: "many", ...span, points: "1000" })).toHaveLength(92)
  })

  it("is true at each of its points, whatever was recorded and whatever span is asked for", async () => {
    const kinds = fc.constantFrom("set", "adjust", "reserve")
    const move = fc.record({
      level: fc.nat(3),
      kind: kinds,
      after: fc.nat(5),
      delta: fc.integer({ min: -9, max: 9 }),
    })
    const ledgers = fc.sample(fc.array(move, { minLength: 5, maxLength: 60 }), { numRuns: 4, seed: 7 })
    for (const [number, moves] of ledgers.entries()) {
      let minute = number * 1_000
      const balances = new Map<string, number>()
      const steps: Step[] = moves.map(({ level: i, kind, after, delta }) => {
        const level = `level_${number}_${i}`
        const isFirst = !balances.has(level)
        const change = isFirst && i % 2 ? 40 : delta * 2
        balances.set(level, (balances.get(level) ?? (isFirst && i % 2 ? 0 : 100)) + change)
        minute += after
        const opening = isFirst && i % 2 ? "opening" : kind
        return {
          level,
          location: `place_${i % 2}`,
          kind: opening,
          minute,
          delta: change,
          balance: balances.get(level)!,
        }
      })
      // They are gone by now; what they held before is on the record.
      for (const level of balances.keys()) {
        const last = steps.findLast((step) => step.level === level)!
        steps.push({
          ...last,
          kind: "delete",
          minute: number * 1_000 + 700,
          delta: -last.balance,
          balance: 0,
        })
      }
      await record(`item_${number}`, steps)
      for (let i = 0; i < 12; i++) {
        const [a, b, points] = fc.sample(
          fc.tuple(fc.nat(160), fc.nat(160), fc.integer({ min: 2, max: 40 })),
          {
            ...{ numRuns: 1, seed: number * 100 + i },
          }
        )[0]!
        const [from, to] = [Math.min(a, b) - 5, Math.max(a, b) - 5].map((m) => at(number * 1_000 + m))
        const location = i % 3 === 0 ? "place_1" : undefined
        const asked = { inventory_item_id: `item_${number}`, from: from!, to: to!, points: String(points) }
        const answered = await pointsOf({ ...asked, ...(location && { location_id: location }) })
        expect(answered.length).toBeLessThanOrEqual(points)
        for (const { at: time, ...held } of answered) {
          expect({ asked, location, time, ...held, incoming: held.incoming + 0 }).toEqual({
            ...{ asked, location, time },
            ...heldAt(steps, time, location),
          })
        }
      }
    }
  })

  it("is refused without an item, with a date that is none, with too many points", async () => {
    const item = { inventory_item_id: "i" }
    const refusals: [Record<string, string>, string][] = [
      [{}, "invalid_parameter"],
      [{ inventory_item_id: "" }, "invalid_parameter"],
      [{ inventory_item_id: "a\0" }, "invalid_parameter"],
      [{ ...item, from: "never" }, "invalid_date"],
      [{ ...item, to: "2026-02-30" }, "invalid_date"],
      [{ ...item, from: "2026-11-22", to: "2026-11-21" }, "invalid_date"],
      [{ ...item, from: "2100-01-01" }, "invalid_date"],
      [{ ...item, points: "1" }, "invalid_parameter"],
      [{ ...item, points: "1001" }, "invalid_parameter"],
      [{ ...item, points: "NaN" }, "invalid_parameter"],
      [{ ...item, kind: "set" }, "unknown_parameter"],
    ]
    for (const [query, code] of refusals) {
      const { status, data } = await ask(query)
      expect({ query, status, code: data.code }).toEqual({ query, status: 400, code })
    }
  })

  it("is zero throughout for an item that nobody knows", async () => {
    for (const inventory_item_id of ["nowhere", "'; drop table stock_movement; --", "%"]) {
      const points = await pointsOf({ inventory_item_id, from: at(0), to: at(0) })
      expect(points).toEqual(
        [0, 0].map((n) => ({ at: at(0), stocked: n, reserved: n, available: n, incoming: n }))
      )
    }
  })
})
