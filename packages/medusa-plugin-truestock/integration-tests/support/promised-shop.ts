import { moveClock } from "./clock"
import { assertInvariants } from "./invariants"
import { type Line, type Operation, PromiseModel } from "./promise-model"
import type { Booted } from "./run-with-shop"
import { Level } from "./stock"

/** Holds end in the middle between two ticks, so that the time that a test takes decides nothing. */
export const TICK_SECONDS = 1_000
const BACKORDER_LIMIT = 3
const STOCKED = [5, 2, 4, 0]
const FLOORS = [0, 0, -BACKORDER_LIMIT, -BACKORDER_LIMIT]
const KEPT_REFUSALS = ["insufficient_inventory"]

export type Outcome = { done: any } | { refused: string }

/** How a call ended, whichever way it was made. */
export const outcomeOf = (attempt: Promise<unknown>): Promise<Outcome> =>
  attempt.then(
    (done) => ({ done }),
    (error: { hint?: string; code?: string; type?: string; message: string }) => ({
      refused: error.hint ?? error.code ?? error.type ?? error.message,
    })
  )

/**
 * Two books at two locations: places 0 and 1 of a book without backorder, 2 and 3 of one that may owe three. Does
 * what a model does, and compares.
 */
export class PromisedShop {
  /** Time does not go back between runs. */
  private now = 0
  private readonly startedAt = Date.now()

  private constructor(
    readonly booted: Booted,
    readonly levels: Level[],
    private readonly locations: string[]
  ) {}

  static async open(booted: Booted): Promise<PromisedShop> {
    // What the module does by itself would tidy in between.
    await booted.stock.__hooks.onApplicationPrepareShutdown()
    const { channel, location } = await booted.shop.open()
    const locations = [location, await booted.shop.location(channel)].sort()
    const levels: Level[] = []
    for (const allow_backorder of [false, true]) {
      const stock = Object.fromEntries(locations.map((at) => [at, 0]))
      const book = await booted.shop.book({ channels: [channel], stock, allow_backorder })
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: BACKORDER_LIMIT })
      levels.push(...locations.map((at) => new Level(booted.connection, book.inventory_item_id, at)))
    }
    await booted.stock.createInventoryLocations(locations.map((location_id) => ({ location_id })))
    return new PromisedShop(booted, levels, locations)
  }

  /** Everything as at first, but for the time. */
  async fresh(): Promise<PromiseModel> {
    for (const table of ["inventory_hold", "reservation_item", "inventory_idempotency_key"]) {
      await this.booted.connection(table).delete()
    }
    await this.booted.connection("inventory_location").update({ is_active: true })
    for (const [place, level] of this.levels.entries()) await level.stock(STOCKED[place]!)
    return new PromiseModel([...STOCKED], FLOORS, this.now)
  }

  at(place: number) {
    const { inventory_item_id, location_id } = this.levels[place]!
    return { inventory_item_id, location_id }
  }

  async wait(model: PromiseModel, ticks: number): Promise<void> {
    model.now = this.now += ticks
    await moveClock(this.booted.connection, this.now * TICK_SECONDS)
  }

  /** Lets promises be made at a location, or no longer. */
  async switchLocation(model: PromiseModel, n: number): Promise<void> {
    const is_active = model.inactive.has(n)
    for (const place of [n, n + this.locations.length]) {
      if (is_active) model.inactive.delete(place)
      else model.inactive.add(place)
    }
    await this.booted
      .connection("inventory_location")
      .where({ location_id: this.locations[n]! })
      .update({ is_active })
  }

  /** Does it, and expects of it what the model does; a retry is answered as the first time. */
  async act(model: PromiseModel, operation: Operation, key?: string): Promise<void> {
    const known = model.known(key)
    const code = model.expect(operation)
    const rowCodes = operation.name === "adjust" ? model.failures(operation) : []
    const outcome = await outcomeOf(this.perform(operation, key))
    if (known) {
      const isRetry = JSON.stringify(known.operation) === JSON.stringify(operation)
      expect(outcome).toEqual(isRetry ? known.outcome : { refused: "key_reused" })
      return
    }
    expect(outcome).toEqual(code === "done" ? { done: expect.anything() } : { refused: code })
    if ("done" in outcome) {
      const ids = operation.name === "reserve" ? outcome.done.map(({ id }: { id: string }) => id) : []
      model.apply(operation, ids)
      if (operation.name === "adjust") this.assertAdjusted(model, operation, outcome.done, rowCodes)
      else this.assertPromised(model, operation, [outcome.done].flat())
    }
    if (key && (code === "done" || KEPT_REFUSALS.includes(code))) {
      model.keys.set(key, { operation, at: model.now, outcome })
    }
  }

  private perform(operation: Operation, idempotency_key?: string): Promise<unknown> {
    const { stock } = this.booted
    const asking = { idempotency_key }
    switch (operation.name) {
      case "reserve":
        return stock.createReservation(this.linesOf(operation.lines), asking)
      case "confirm": {
        const { id, quantity, consume } = operation
        return stock.confirmReservation(id, { quantity, consume }, asking)
      }
      case "release":
        return stock.releaseReservation(operation.id, asking)
      case "extend": {
        const ttl_seconds = (operation.ticks - 0.5) * TICK_SECONDS
        return stock.extendReservation(operation.id, { ttl_seconds }, asking)
      }
      case "adjust": {
        const rows = operation.rows.map(({ place, by, expected }) => ({
          ...{ ...this.at(place), adjustment: by, expected_quantity: expected },
        }))
        const { allow_shortfall, skip } = operation
        return stock.adjustInventory(rows, { allow_shortfall, on_error: skip ? "skip" : "abort" }, asking)
      }
    }
  }

  linesOf(lines: Line[]) {
    return lines.map(({ place, quantity, backorder, ticks }) => ({
      ...{ ...this.at(place), quantity, allow_backorder: backorder },
      ...(ticks && { ttl_seconds: (ticks - 0.5) * TICK_SECONDS }),
    }))
  }

  private assertAdjusted(
    model: PromiseModel,
    { rows }: Operation & { name: "adjust" },
    answer: { adjusted: object[]; failed: { row: number; code: string }[] },
    codes: string[]
  ): void {
    const failed = codes.flatMap((code, row) => (code === "done" ? [] : [{ row, code }]))
    expect(answer.failed.map(({ row, code }) => ({ row, code }))).toEqual(failed)
    const done = rows.filter((_, row) => codes[row] === "done")
    expect(answer.adjusted).toEqual(
      done.map(({ place, by }) => ({
        ...{ ...this.at(place), adjustment: by, reason: "correction" },
        ...{ stocked_quantity: model.stocked[place], reserved_quantity: model.reservedAt(place) },
      }))
    )
  }

  private assertPromised(model: PromiseModel, operation: Operation, answer: any[]): void {
    const isConsumed = operation.name === "confirm" && operation.consume
    for (const { id, expires_at, ...told } of answer) {
      const [hold, reserved] = [model.holds.get(id), model.reserved.get(id)]
      const { place, quantity, backorder } = reserved ?? hold!
      expect(told).toMatchObject({ ...this.at(place), allow_backorder: backorder })
      expect(told.quantity).toBe(isConsumed ? 0 : quantity)
      if (reserved) expect(expires_at).toBeNull()
      else {
        const ends = (Date.parse(expires_at) - this.startedAt) / 1_000 / TICK_SECONDS
        expect(Math.abs(ends - hold!.expires)).toBeLessThan(0.4)
      }
    }
  }

  /** Every invariant, and of every level what the model says. */
  async assertTrue(model: PromiseModel): Promise<void> {
    await assertInvariants(this.booted.connection)
    const free = this.levels.map((_, place) =>
      model.inactive.has(place) ? 0 : Math.max(0, model.free(place))
    )
    const expected = this.levels.map((_, place) => ({
      ...{ stocked: model.stocked[place], reserved: model.reservedAt(place), free: free[place] },
      everywhere: free[place]! + free[place ^ 1]!,
    }))
    expect(await Promise.all(this.levels.map((level) => this.tell(level)))).toEqual(expected)
  }

  private async tell(level: Level) {
    const { inventory_item_id, location_id } = level
    const [{ stocked, reserved, raw_reserved }, free, everywhere] = await Promise.all([
      level.read(),
      this.booted.stock.getAvailableQuantity(inventory_item_id, [location_id]),
      this.booted.stock.getAvailableQuantity(inventory_item_id),
    ])
    expect(raw_reserved).toBe(reserved)
    return { stocked, reserved, free, everywhere }
  }
}
