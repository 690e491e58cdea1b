import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { deadlocks } from "../support/at-once"
import { assertInvariants } from "../support/invariants"
import { type Outcome, outcomeOf } from "../support/promised-shop"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

const STOCK_PROCESS = path.resolve(__dirname, "../support/stock-process.cjs")
const CLIENTS = 64
const UNITS = 50
const HOUR = 3_600

type Method = "createReservation" | "confirmReservation" | "releaseReservation" | "adjustInventory"
/** Makes the calls, all at once, and tells how each ended. */
type Callers = (method: Method, calls: unknown[][]) => Promise<Outcome[]>

runWithShop((booted) => {
  const running: ChildProcess[] = []
  let level: Level
  let other: Level
  let deadlocksBefore: number

  beforeAll(async () => {
    const { location } = await booted.shop.open()
    const levels: Level[] = []
    for (let i = 0; i < 2; i++) {
      const { inventory_item_id } = await booted.shop.book({ stock: { [location]: UNITS } })
      levels.push(new Level(booted.connection, inventory_item_id, location))
    }
    ;[level, other] = levels as [Level, Level]
  })
  beforeEach(async () => void (deadlocksBefore = await deadlocks(booted.connection)))
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill("SIGKILL")
    await assertInvariants(booted.connection)
    expect(await deadlocks(booted.connection)).toBe(deadlocksBefore)
  })

  const at = ({ inventory_item_id, location_id }: Level) => ({ inventory_item_id, location_id })
  const free = (of: Level) => booted.stock.getAvailableQuantity(of.inventory_item_id)
  const grantedOf = (outcomes: Outcome[]) => outcomes.flatMap((end) => ("done" in end ? [end.done] : []))
  const refusalsOf = (outcomes: Outcome[]) =>
    new Set(outcomes.flatMap((end) => ("refused" in end ? [end.refused] : [])))
  const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))

  const here: Callers = (method, calls) =>
    Promise.all(calls.map((args) => outcomeOf((booted.stock[method] as any)(...args))))

  /** Every second call comes from another process. */
  async function twoProcesses(): Promise<Callers> {
    const { connectionString } = booted.connection.client.connectionSettings
    const children = times(2, () => fork(STOCK_PROCESS, [connectionString], { execArgv: [] }))
    running.push(...children)
    await Promise.all(children.map((child) => once(child, "message")))
    return async (method, calls) => {
      const answers = await Promise.all(
        children.map(async (child, i) => {
          child.send({ method, calls: calls.filter((_, n) => n % 2 === i) })
          return (await once(child, "message"))[0] as Outcome[]
        })
      )
      return calls.map((_, n) => answers[n % 2]![n >> 1]!)
    }
  }

  describe.each([
    ["one process", async () => here],
    ["two processes", twoProcesses],
  ])(`${CLIENTS} callers in %s`, (_, start: () => Promise<Callers>) => {
    it(`hold ${UNITS} of ${UNITS} units, confirm them all at once, twice, and have them once`, async () => {
      const ask = await start()
      const hold = { ...at(level), quantity: 1, ttl_seconds: HOUR }
      const held = await ask(
        "createReservation",
        times(CLIENTS, () => [hold])
      )
      expect(refusalsOf(held)).toEqual(new Set(["insufficient_inventory"]))
      const ids = grantedOf(held).map(({ id }) => id)
      expect(ids).toHaveLength(UNITS)
      expect(await free(level)).toBe(0)

      // Everybody asks twice.
      const confirmed = await ask(
        "confirmReservation",
        [...ids, ...ids].map((id) => [id])
      )
      expect(refusalsOf(confirmed)).toEqual(new Set(["reservation_ended"]))
      expect(
        grantedOf(confirmed)
          .map(({ id }) => id)
          .sort()
      ).toEqual([...ids].sort())
      expect(await level.read()).toMatchObject({ stocked: UNITS, reserved: UNITS })
      expect(await level.promised()).toBe(UNITS)
    })

    it("reserve two books in either order, held or firm, without waiting in circles", async () => {
      const ask = await start()
      const lines = [level, other].map((of) => ({ ...at(of), quantity: 1 }))
      const held = lines.map((line) => ({ ...line, ttl_seconds: HOUR }))
      const orders = [lines, [...lines].reverse(), [held[1], lines[0]], [...held].reverse()]
      const ends = await ask(
        "createReservation",
        times(CLIENTS, (n) => [orders[(n >> 1) % 4]])
      )
      expect(refusalsOf(ends)).toEqual(new Set(["insufficient_inventory"]))
      expect(grantedOf(ends)).toHaveLength(UNITS)
      expect([await free(level), await free(other)]).toEqual([0, 0])
    })

    it("reserve units of one level together, each granted or refused by itself", async () => {
      const ask = await start()
      const wants = (n: number) => (n % 8 === 7 ? UNITS + n : 1)
      const ends = await ask(
        "createReservation",
        times(CLIENTS, (n) => [{ ...at(level), quantity: wants(n), external_id: `buyer ${n}` }])
      )
      ends.forEach((end, n) => {
        expect([n, end]).toEqual([
          n,
          wants(n) > 1
            ? { refused: "insufficient_inventory" }
            : "refused" in end
              ? { refused: "insufficient_inventory" }
              : {
                  done: expect.objectContaining({ quantity: 1, external_id: `buyer ${n}`, expires_at: null }),
                },
        ])
      })
      expect(grantedOf(ends)).toHaveLength(UNITS)
      expect(await level.read()).toMatchObject({ stocked: UNITS, reserved: UNITS })
      expect(await level.promised()).toBe(UNITS)
    })

    it("reserve one unit under one key, and have it once", async () => {
      const ask = await start()
      const line = { ...at(level), quantity: 1 }
      const ends = await ask(
        "createReservation",
        times(CLIENTS, () => [line, { idempotency_key: "k1" }])
      )
      expect([...refusalsOf(ends)].filter((code) => code !== "key_in_use")).toEqual([])
      expect(new Set(grantedOf(ends).map(({ id }) => id)).size).toBe(1)
      expect(await level.read()).toMatchObject({ reserved: 1 })
    })

    it("retry under one key, and it is done once", async () => {
      const ask = await start()
      const adjust = [[{ ...at(level), adjustment: 1 }], {}, { idempotency_key: "k1" }]
      const ends = await ask(
        "adjustInventory",
        times(CLIENTS, () => adjust)
      )
      expect([...refusalsOf(ends)].filter((code) => code !== "key_in_use")).toEqual([])
      expect(new Set(grantedOf(ends).map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(await level.read()).toMatchObject({ stocked: UNITS + 1 })
    })

    it("consume and release the same reservations, each of which ends once", async () => {
      const ask = await start()
      const lines = times(CLIENTS / 2, () => ({ ...at(level), quantity: 1 }))
      const ids = (await booted.stock.createReservation(lines)).map(({ id }) => id)
      const [consumed, released] = await Promise.all([
        here(
          "confirmReservation",
          ids.map((id) => [id, { consume: true }])
        ),
        ask(
          "releaseReservation",
          ids.map((id) => [id])
        ),
      ])
      const codes = refusalsOf([...consumed!, ...released!])
      expect(codes).toEqual(new Set(["reservation_not_found"]))
      const taken = grantedOf(consumed!).length
      expect(taken + grantedOf(released!).length).toBe(ids.length)
      expect(await level.read()).toMatchObject({ stocked: UNITS - taken, reserved: 0 })
    })
  })
})
