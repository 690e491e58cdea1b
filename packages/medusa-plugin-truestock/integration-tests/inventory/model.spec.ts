import fc from "fast-check"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"
import { StockModel } from "../support/stock-model"

const RUNS = process.env.TRUESTOCK_TEST_FULL ? 200 : 20
const COMMANDS = 50
/** Of runs and shrinking together. */
const TIME_LIMIT_MS = process.env.TRUESTOCK_TEST_FULL ? 600_000 : 100_000
const BACKORDER_LIMIT = 5
const STOCKED = [10, 4, 6, 0]

runWithShop((booted) => {
  let levels: Level[]

  /** Two books at two locations: places 0 and 1 of a book without backorder, 2 and 3 of one that may owe five. */
  beforeAll(async () => {
    const { channel, location } = await booted.shop.open()
    const locations = [location, await booted.shop.location(channel)]
    levels = []
    for (const allow_backorder of [false, true]) {
      const [here, there] = STOCKED.slice(levels.length) as [number, number]
      const stock = { [locations[0]!]: here, [locations[1]!]: there }
      const book = await booted.shop.book({ channels: [channel], stock, allow_backorder })
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: BACKORDER_LIMIT })
      levels.push(...locations.map((at) => new Level(booted.connection, book.inventory_item_id, at)))
    }
  })

  const rows = () => booted.connection("reservation_item")
  const at = (place: number) => {
    const { inventory_item_id, location_id } = levels[place]!
    return { inventory_item_id, location_id }
  }
  /** The place of the same item at the other location. */
  const across = (place: number) => place ^ 1

  type Real = { checked: string; lastMovement: number }
  type Command = fc.AsyncCommand<StockModel, Real, true>

  /** Runs what is to be granted or refused as the model says, by whatever error the way has. */
  async function expectOutcome(granted: boolean, attempt: Promise<unknown>): Promise<void> {
    const outcome = await attempt.then(
      () => true,
      (error: { hint?: string; type?: string }) => {
        expect([error.hint ?? error.type]).toEqual([
          expect.stringMatching(/^(insufficient_inventory|unknown_level|not_allowed)$/),
        ])
        return false
      }
    )
    expect(outcome).toBe(granted)
  }

  const command = (
    text: string,
    check: (m: StockModel) => boolean,
    run: (m: StockModel) => Promise<void>
  ): Command => ({
    toString: () => text,
    check: async (model) => check(model as StockModel),
    run: async (model, real) => {
      await run(model)
      await assertTrue(model, real)
    },
  })

  /** I1-I4 by the books, the model's figures, I10 in the read model, I11 in the movements of before. */
  async function assertTrue(model: StockModel, real: Real): Promise<void> {
    await assertInvariants(booted.connection)
    for (const [place, level] of levels.entries()) {
      if (model.gone.has(place)) continue
      expect(await level.read()).toMatchObject({
        stocked: model.stocked[place],
        reserved: model.reserved(place),
      })
    }
    await booted.availability.drain()
    const shown = await booted.connection("availability_location").whereNull("deleted_at")
    const live = levels.flatMap((level, place) =>
      model.gone.has(place) ? [] : [[level.location_id, model.available(place)]]
    )
    expect(shown.map((row) => [row.location_id, row.available_quantity]).sort()).toEqual(live.sort())
    const [before] = (
      await booted.connection.raw(
        "select coalesce(md5(string_agg(m::text, '|' order by id)), '') as sum from stock_movement m where id <= ?",
        [real.lastMovement]
      )
    ).rows
    if (real.lastMovement > 0) expect(before.sum).toBe(real.checked)
    const { rows: now } = await booted.connection.raw(
      "select coalesce(max(id), 0) as last, coalesce(md5(string_agg(m::text, '|' order by id)), '') as sum from stock_movement m"
    )
    real.lastMovement = Number(now[0].last)
    real.checked = now[0].sum
  }

  const place = fc.nat({ max: STOCKED.length - 1 })
  const units = fc.integer({ min: 1, max: 7 })
  const nth = fc.nat({ max: 20 })
  const raw = fc.boolean()
  const liveOf = (model: StockModel) => model.reservations.filter((reservation) => reservation.live)
  const pick = <T>(list: T[], n: number) => list[n % list.length]!

  const reserve = fc
    .tuple(
      fc.array(fc.record({ place, quantity: units, backorder: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
      raw
    )
    .map(([lines, isRaw]) =>
      command(
        `${isRaw ? "raw " : ""}reserve ${JSON.stringify(lines)}`,
        (model) => isRaw || lines.every((line) => !model.gone.has(line.place)),
        async (model) => {
          const made = lines.map(({ place, quantity, backorder }, i) => ({
            ...at(place),
            ...(isRaw && {
              id: `raw_${model.reservations.length}_${i}_${Math.random()}`,
              raw_quantity: { value: `${quantity}` },
            }),
            quantity,
            allow_backorder: backorder,
          }))
          let ids: string[] = []
          await expectOutcome(
            model.covers(lines),
            isRaw
              ? rows()
                  .insert(made)
                  .returning("id")
                  .then((found) => (ids = found.map(({ id }) => id)))
              : booted.inventory
                  .createReservationItems(made)
                  .then((found) => (ids = found.map(({ id }) => id)))
          )
          for (const [i, id] of ids.entries()) model.reservations.push({ id, ...lines[i]!, live: true })
        }
      )
    )

  const change = fc.tuple(nth, units, fc.boolean(), raw).map(([n, quantity, moves, isRaw]) =>
    command(
      `${isRaw ? "raw " : ""}${moves ? "move" : "resize"} reservation ${n} to ${quantity}`,
      (model) => {
        const [reservation] = [pick(liveOf(model), n)]
        return (
          reservation !== undefined &&
          (isRaw || ![reservation.place, across(reservation.place)].some((p) => model.gone.has(p)))
        )
      },
      async (model) => {
        const reservation = pick(liveOf(model), n)
        const to = { place: moves ? across(reservation.place) : reservation.place, quantity }
        const granted = model.allowsChange(reservation, to)
        const update = { quantity, location_id: at(to.place).location_id }
        await expectOutcome(
          granted,
          isRaw
            ? rows().where({ id: reservation.id }).update(update)
            : booted.inventory.updateReservationItems([{ id: reservation.id, ...update }])
        )
        if (granted) Object.assign(reservation, to)
      }
    )
  )

  const release = fc.tuple(nth, raw).map(([n, isRaw]) =>
    command(
      `${isRaw ? "raw " : ""}release reservation ${n}`,
      (model) => {
        const reservation = pick(liveOf(model), n)
        return reservation !== undefined && (isRaw || !model.gone.has(reservation.place))
      },
      async (model) => {
        const reservation = pick(liveOf(model), n)
        if (isRaw) await rows().where({ id: reservation.id }).update({ deleted_at: new Date() })
        else await booted.inventory.softDeleteReservationItems([reservation.id])
        reservation.live = false
      }
    )
  )

  const restore = fc.tuple(nth, raw).map(([n, isRaw]) =>
    command(
      `${isRaw ? "raw " : ""}restore reservation ${n}`,
      (model) => {
        const reservation = pick(model.reservations, n)
        return reservation !== undefined && !reservation.live && !model.gone.has(reservation.place)
      },
      async (model) => {
        const reservation = pick(model.reservations, n)
        if (isRaw) await rows().where({ id: reservation.id }).update({ deleted_at: null })
        else await booted.inventory.restoreReservationItems([reservation.id])
        reservation.live = true
      }
    )
  )

  const adjust = fc.tuple(place, fc.integer({ min: -6, max: 6 })).map(([where, by]) =>
    command(
      `adjust place ${where} by ${by}`,
      (model) => !model.gone.has(where),
      async (model) => {
        await booted.inventory.adjustInventory(
          levels[where]!.inventory_item_id,
          levels[where]!.location_id,
          by
        )
        model.stocked[where]! += by
      }
    )
  )

  const set = fc.tuple(place, fc.nat({ max: 15 }), raw).map(([where, to, isRaw]) =>
    command(
      `${isRaw ? "raw " : ""}set place ${where} to ${to}`,
      (model) => !model.gone.has(where),
      async (model) => {
        if (isRaw) await levels[where]!.stock(to)
        else await booted.inventory.updateInventoryLevels([{ ...at(where), stocked_quantity: to }])
        model.stocked[where] = to
      }
    )
  )

  const remove = place.map((where) =>
    command(
      `delete or restore place ${where}`,
      () => true,
      async (model) => {
        const isGone = model.gone.has(where)
        await booted
          .connection("inventory_level")
          .where(at(where))
          .update({ deleted_at: isGone ? null : new Date() })
        if (isGone) model.gone.delete(where)
        else model.gone.add(where)
      }
    )
  )

  const fresh = async () => {
    await rows().delete()
    for (const [where, level] of levels.entries()) {
      await booted.connection("inventory_level").where(at(where)).update({ deleted_at: null })
      await level.stock(STOCKED[where]!)
    }
    const floors = [0, 0, -BACKORDER_LIMIT, -BACKORDER_LIMIT]
    return { model: new StockModel(STOCKED, floors), real: { checked: "", lastMovement: 0 } }
  }

  it(
    "does what a model of four numbers does, by whatever way, and every invariant holds after each step",
    async () => {
      const commands = fc.array(
        fc.oneof(
          { weight: 5, arbitrary: reserve },
          { weight: 5, arbitrary: change },
          ...[release, restore, adjust, set].map((arbitrary) => ({ weight: 2, arbitrary })),
          { weight: 1, arbitrary: remove }
        ),
        { minLength: COMMANDS / 2, maxLength: COMMANDS }
      )
      await fc.assert(
        fc.asyncProperty(commands, (sequence) => fc.asyncModelRun(fresh, sequence)),
        { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: true }
      )
    },
    TIME_LIMIT_MS + 60_000
  )
})
