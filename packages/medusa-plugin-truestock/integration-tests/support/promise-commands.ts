import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { NONSENSE } from "./nonsense"
import type { PromiseModel } from "./promise-model"
import { outcomeOf, type PromisedShop } from "./promised-shop"

export type Command = fc.AsyncCommand<PromiseModel, object, true>

const DAY_AND_MORE_TICKS = 87
const place = fc.nat({ max: 3 })
const units = fc.integer({ min: 1, max: 4 })
const ticks = fc.integer({ min: 1, max: 4 })
const nth = fc.nat({ max: 30 })
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const key = optional(fc.nat({ max: 60 }).map((n) => `key ${n}`))
const lines = fc.array(
  fc.record({ place, quantity: units, backorder: fc.boolean(), ticks: optional(ticks) }),
  { minLength: 1, maxLength: 3 }
)
const firmLines = lines.map((lines) => lines.map((line) => ({ ...line, ticks: undefined })))
const change = fc.integer({ min: -4, max: 4 }).filter((by) => by !== 0)
/** One time in four. */
const rarely = fc.nat({ max: 3 }).map((n) => n === 0)
const sees = fc.constantFrom("nothing", "nothing", "the stock", "the stock", "another stock")
const row = fc.record({ place, by: change, sees })
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 2, selector: (row) => row.place })
/** Mostly a promise that can still be used, sometimes any other, or none. */
const which = fc.record({ n: nth, any: rarely })

const pick = <T>(list: T[], n: number) => list[n % list.length]

function idOf(model: PromiseModel, { n, any }: { n: number; any: boolean }): string {
  const ids = [...new Set([...model.holds.keys(), ...model.reserved.keys()])]
  const live = [...model.holds].filter(([, hold]) => model.isLive(hold)).map(([id]) => id)
  return (any ? pick([...ids, "resitem_none"], n) : pick(live, n)) ?? "resitem_none"
}

/** What can happen to promises, each as a command that does it to shop and model and compares them. */
export function promiseCommands(shop: PromisedShop): fc.Arbitrary<Command>[] {
  const { stock, inventory, connection } = shop.booted
  const reservations = () => connection("reservation_item")

  /** A command of what is drawn. */
  const command = <T>(
    text: string,
    drawn: fc.Arbitrary<T>,
    run: (model: PromiseModel, drawn: T) => Promise<unknown>
  ): fc.Arbitrary<Command> =>
    drawn.map((what) => ({
      toString: () => `${text} ${JSON.stringify(what)}`,
      check: async () => true,
      run: async (model) => {
        await run(model as PromiseModel, what)
        await shop.assertTrue(model as PromiseModel)
      },
    }))

  /** Core looks at its own figures first, and says "not_allowed". */
  const expectRefused = (outcome: unknown) =>
    expect(outcome).toEqual({
      refused: expect.stringMatching(/^(insufficient_inventory|inactive_location|not_allowed)$/),
    })

  return [
    command("reserve", fc.record({ lines, key }), (model, { lines, key }) =>
      shop.act(model, { name: "reserve", lines }, key)
    ),
    command(
      "confirm",
      fc.record({ which, quantity: optional(units), consume: fc.boolean(), key }),
      (model, { which, quantity, consume, key }) =>
        shop.act(model, { name: "confirm", id: idOf(model, which), quantity, consume }, key)
    ),
    command("release", fc.record({ which, key }), (model, { which, key }) =>
      shop.act(model, { name: "release", id: idOf(model, which) }, key)
    ),
    command("extend", fc.record({ which, ticks, key }), (model, { which, ticks, key }) =>
      shop.act(model, { name: "extend", id: idOf(model, which), ticks }, key)
    ),
    command(
      "adjust",
      fc.record({ rows, allow_shortfall: rarely, skip: rarely, key }),
      (model, { rows, allow_shortfall, skip, key }) => {
        const seen = rows.map(({ place, by, sees }) => ({
          ...{ place, by },
          expected: sees === "nothing" ? undefined : model.stocked[place]! + (sees === "the stock" ? 0 : 1),
        }))
        return shop.act(model, { name: "adjust", rows: seen, allow_shortfall, skip }, key)
      }
    ),
    command("retry", nth, async (model, n) => {
      const used = pick([...model.keys], n)
      if (used) await shop.act(model, used[1].operation, used[0])
    }),
    command("use a key again", fc.record({ n: nth, lines }), async (model, { n, lines }) => {
      const used = pick([...model.keys.keys()], n)
      if (used) await shop.act(model, { name: "reserve", lines }, used)
    }),
    command("nonsense", fc.nat({ max: NONSENSE.length - 1 }), async (model, n) => {
      const [code, call] = NONSENSE[n]!
      const idempotency_key = randomUUID()
      const outcome = await outcomeOf(call(stock, shop.at(0), { idempotency_key }))
      expect(outcome).toEqual({ refused: code })
      await shop.act(
        model,
        { name: "reserve", lines: [{ place: 0, quantity: 1, backorder: false }] },
        idempotency_key
      )
    }),
    command("wait", ticks, (model, ticks) => shop.wait(model, ticks)),
    command("wait for a day", fc.constant(DAY_AND_MORE_TICKS), (model, ticks) => shop.wait(model, ticks)),
    command("tidy", fc.constant({}), async (model) => expect(await stock.tidyHolds()).toBe(model.tidy())),
    command("switch location", fc.nat({ max: 1 }), (model, n) => shop.switchLocation(model, n)),

    command("core's reserve", firmLines, async (model, lines) => {
      const code = model.demand(lines)
      const outcome = await outcomeOf(inventory.createReservationItems(shop.linesOf(lines)))
      if (code !== "done") return expectRefused(outcome)
      expect(outcome).toHaveProperty("done")
      lines.forEach((line, i) => model.promise((outcome as { done: { id: string }[] }).done[i]!.id, line))
    }),
    command("raw reserve", firmLines, async (model, lines) => {
      const made = lines.map(({ place, quantity, backorder }) => ({
        ...{ id: `resitem_${randomUUID()}`, ...shop.at(place), quantity, allow_backorder: backorder },
        raw_quantity: { value: `${quantity}` },
      }))
      const code = model.demand(lines)
      const outcome = await outcomeOf(reservations().insert(made))
      if (code !== "done") return expectRefused(outcome)
      expect(outcome).toHaveProperty("done")
      lines.forEach((line, i) => model.promise(made[i]!.id, line))
    }),
    command("end a reservation", fc.record({ n: nth, isRaw: fc.boolean() }), async (model, { n, isRaw }) => {
      const [id, reserved] =
        pick(
          [...model.reserved].filter(([, { is_live }]) => is_live),
          n
        ) ?? []
      if (!reserved) return
      if (isRaw) await reservations().where({ id }).delete()
      else await inventory.deleteReservationItems([id!])
      reserved.is_live = false
    }),
    command("core's adjust", fc.record({ place, by: change }), async (model, { place, by }) => {
      const { inventory_item_id, location_id } = shop.at(place)
      await inventory.adjustInventory(inventory_item_id, location_id, by)
      model.stocked[place]! += by
    }),
    command(
      "set",
      fc.record({ place, to: fc.nat({ max: 8 }), isRaw: fc.boolean() }),
      async (model, { place, to, isRaw }) => {
        if (isRaw) await shop.levels[place]!.stock(to)
        else await inventory.updateInventoryLevels([{ ...shop.at(place), stocked_quantity: to }])
        model.stocked[place] = to
      }
    ),
  ]
}
