import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { syntheticEan13 } from "truestock-distributor-feeds"
import { type Behaviour, IpageDouble, type TitleOnPage } from "truestock-distributor-feeds/testing"
import { takeTurns } from "../../src/modules/distributor/at-order/sql/take-turns"
import { sourceSchema } from "../../src/modules/distributor/sources/source-options"
import { moveClock } from "../support/clock"
import { Ingram } from "../support/distributor"
import { assertInvariants } from "../support/invariants"
import { liveReservations } from "../support/ledger"
import { eachLevel } from "../support/level-quantities"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

type Source = z.input<typeof sourceSchema>

const SESSION = "JSESSIONID=of-a-person"
const eans = [0, 1, 2].map((n) => syntheticEan13(n))
/** The last of them is in stock at the shop's own location too: 50, beside the 20 that the source has of each. */
const [first, second, shared] = eans as [string, string, string]
const stock = (on_hand: number, on_order = 0) => ({ main: [{ state: "TN", on_hand, on_order }] })
const page = (ean13: string): TitleOnPage => ({
  ...{ ean13, title: `Title ${ean13}`, us_srp: "18.99", pub_date: "01/15/2020" },
  ...stock(20),
})

runWithShop((booted) => {
  let shop: SellingShop
  let double: IpageDouble
  let ingram: Ingram
  let location: string
  let books: Record<string, Book>
  let undo: (() => void) | undefined

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    process.env.INGRAM_IPAGE_SESSION = SESSION
    double = await IpageDouble.start({ titles: eans.map(page), session: SESSION })
    shop = await SellingShop.open(booted)
    books = {}
    for (const ean13 of eans) {
      books[ean13] = await shop.book(ean13 === shared ? 50 : {}, { ean: ean13 })
    }
    ingram = await Ingram.open(booted, { feed: feed(), sales_channel: shop.channel })
    location = (await ingram.module.listSources())[0]!.location_id!
    await ingram.run({ kind: "discover", target: eans })
    await ingram.run({ kind: "import" })
  })
  beforeEach(() => {
    double.behave = () => "title"
    double.hold_first = 0
    double.requests.length = 0
    for (const ean13 of eans) double.titles.set(ean13, page(ean13))
  })
  afterEach(async () => {
    undo?.()
    undo = undefined
    process.env.INGRAM_IPAGE_SESSION = SESSION
    await assertInvariants(booted.connection)
  })
  afterAll(async () => {
    await ingram.close()
    await double.close()
    delete process.env.INGRAM_IPAGE_SESSION
  })

  const feed = (more: object = {}): Source["feed"] => ({
    ...{ kind: "ingram_ipage", base_url: double.url, delay_ms: 0, concurrency: 4 },
    ...more,
  })
  /** Has the source asked at orders; nothing is believed for a time unless said so. */
  const check = (options: object = {}, more: object = {}) => {
    const check_at_order = { max_age_seconds: 0, time_limit_ms: 20_000, ...options }
    const sold = { sales_channel: shop.channel, sync_every_seconds: null }
    const source = { id: "ingram", feed: feed(more), ...sold, check_at_order }
    undo?.()
    undo = setOptions(booted, { distributors: [sourceSchema.parse(source)] })
  }
  const change = (ean13: string, more: Partial<TitleOnPage>) =>
    double.titles.set(ean13, { ...page(ean13), ...more })
  const cartOf = (wanted: Record<string, number>) =>
    shop.fillCart(
      Object.entries(wanted).map(([ean13, quantity]) => ({ variant_id: books[ean13]!.variant_id, quantity }))
    )
  /** What becomes of the cart: "order", or the refusal. */
  const complete = (cart: string): Promise<"order" | { status: number; code: string; message: string }> =>
    shop.complete(cart).then(
      ({ type }) => type,
      ({ status, answer }) => ({ status, ...answer })
    )
  const order = async (wanted: Record<string, number>) => complete(await cartOf(wanted))
  const asked = () => double.requests.map(({ ean13 }) => ean13).sort()
  const wantedSyncs = async () => (await ingram.module.listRuns({ kind: "sync", status: "requested" })).runs
  const stockedOf = async (ean13: string) =>
    (await eachLevel(booted.connection, books[ean13]!.inventory_item_id))[location]?.[0]
  /** What was warned of meanwhile. */
  async function listening<Result>(work: () => Promise<Result>) {
    const warned = jest.spyOn(booted.container.resolve(ContainerRegistrationKeys.LOGGER), "warn")
    const result = await work()
    const said = warned.mock.calls.flat().filter((text) => String(text).includes("the order of cart"))
    warned.mockRestore()
    return { said, result }
  }
  const reservations = () => liveReservations(booted.connection)

  const SHORT = { status: 400, code: "insufficient_inventory" }
  const UNCONFIRMED = { status: 409, code: "stock_not_confirmed" }

  it("nobody asks for, where the shop has not said so", async () => {
    change(first, stock(0))
    expect(await order({ [first]: 2 })).toBe("order")
    expect(double.requests).toEqual([])
  })

  it("asks once for each title, and the order goes on where there is enough", async () => {
    check()
    const cart = await cartOf({ [first]: 2, [second]: 20 })
    expect(await complete(cart)).toBe("order")
    expect(asked()).toEqual([first, second].sort())
    expect(await wantedSyncs()).toEqual([])

    // A cart that is an order already answers that, whatever has become of the stock.
    change(first, stock(0))
    expect(await complete(cart)).toBe("order")
    expect(double.requests).toHaveLength(2)
  })

  it("refuses what there is too little of, says how many there are, and has a sync lower the level", async () => {
    check()
    change(first, stock(1))
    const cart = await cartOf({ [first]: 2, [second]: 1 })
    const { said, result } = await listening(() => complete(cart))
    expect(result).toMatchObject({
      ...SHORT,
      message: `Of variant "${books[first]!.variant_id}" 2 were requested in one cart; 1 can be got now.`,
    })
    expect(said).toEqual([
      `truestock: the order of cart ${cart} was refused (insufficient_inventory): ` +
        [`ingram ${first} too_little, 2 wanted, 1 there`, `ingram ${second} enough, 1 wanted, 20 there`]
          .sort()
          .join("; "),
    ])

    // The order has written no stock, and nothing is reserved. Asked again, it is the same, and the same sync.
    expect([await stockedOf(first), await reservations()]).toEqual([20, []])
    expect(await complete(cart)).toMatchObject(SHORT)
    const [run, ...more] = await wantedSyncs()
    expect([run!.target, more]).toEqual([{ eans: [first] }, []])
    expect(await ingram.module.doRun(run!.id)).toMatchObject({ status: "done", counts: { levels: 1 } })
    expect([await stockedOf(first), await stockedOf(second)]).toEqual([1, 20])

    // What the shop knows by now it says itself, and the cart can be made smaller.
    double.requests.length = 0
    expect(await complete(cart)).toMatchObject({ status: 400 })
    expect(double.requests).toEqual([])
    const lines = await booted.connection("cart_line_item").where({ cart_id: cart })
    const line = lines.find(({ variant_id }) => variant_id === books[first]!.variant_id)
    await shop.shop(`/store/carts/${cart}/line-items/${line.id}?fields=id`, { quantity: 1 })
    const { payment_collection } = await shop.shop("/store/payment-collections?fields=id", { cart_id: cart })
    await shop.shop(`/store/payment-collections/${payment_collection.id}/payment-sessions?fields=id`, {
      provider_id: "pp_system_default",
    })
    expect(await complete(cart)).toBe("order")
  })

  it("takes what others were promised off what there is", async () => {
    expect(await order({ [first]: 15 })).toBe("order")
    check()
    change(first, stock(16))
    expect(await order({ [first]: 2 })).toMatchObject({
      ...SHORT,
      message: expect.stringMatching(/; 1 can be got now\.$/),
    })
    expect(await order({ [first]: 1 })).toBe("order")

    // So are units that another cart holds, and not those that the cart itself does.
    const [holding, buying] = [await cartOf({ [second]: 15 }), await cartOf({ [second]: 5 })]
    await shop.shop(`/store/carts/${holding}/hold`, {})
    change(second, stock(19))
    expect(await complete(buying)).toMatchObject({ ...SHORT, message: expect.stringMatching(/; 4 can be/) })
    expect(await complete(holding)).toBe("order")
  })

  it("lets a title go that is on order there and may be waited for, and none that may not be sold", async () => {
    check()
    change(first, stock(0, 40))
    expect(await order({ [first]: 5 })).toBe("order")
    change(second, { ...stock(50, 40), restriction: "This title is restricted." })
    expect(await order({ [second]: 1 })).toMatchObject(SHORT)
  })

  describe("of a title that is not known,", () => {
    it.each<[Behaviour, number]>([
      ["hang", 150],
      ["reset", 20_000],
      ["no_stock_table", 20_000],
      ["not_found", 20_000],
      ["session_expired", 20_000],
    ])("since the site answers with %s, the shop's own choice decides", async (behaviour, time_limit_ms) => {
      check({ time_limit_ms, when_unknown: "refuse" })
      double.behave = () => behaviour
      const cart = await cartOf({ [first]: 1 })
      const refusal = await complete(cart)
      expect(refusal).toMatchObject({ ...UNCONFIRMED, message: expect.stringContaining("again") })
      expect(JSON.stringify(refusal)).not.toContain("of-a-person")
      // Once: whoever waits is not kept waiting for another try.
      expect(asked()).toEqual([first])
      expect([await reservations(), await wantedSyncs(), await stockedOf(first)]).toEqual([[], [], 20])

      check({ time_limit_ms, when_unknown: "accept" })
      expect(await complete(cart)).toBe("order")
    })

    it("what is known of the others counts all the same, and the log says what was not", async () => {
      check({ time_limit_ms: 2_000 })
      double.behave = ({ ean13 }) => (ean13 === second ? "hang" : "title")
      change(first, stock(0))
      const { said, result } = await listening(() => order({ [first]: 1, [second]: 1 }))
      expect(result).toMatchObject(SHORT)
      expect(said).toEqual([expect.stringContaining(`${second} unknown, 1 wanted, no answer within 2000 ms`)])
    })

    it("nothing is remembered: the same cart is made an order as soon as the site says that it may be", async () => {
      check({ when_unknown: "refuse", max_age_seconds: 600 })
      await moveClock(booted.connection, 3_600)
      double.behave = () => "server_error"
      const cart = await cartOf({ [first]: 1 })
      expect(await complete(cart)).toMatchObject(UNCONFIRMED)
      double.behave = () => "title"
      expect(await complete(cart)).toBe("order")
    })
  })

  it("is told by a login page that nobody is to ask for an hour", async () => {
    check()
    double.behave = () => "login_form"
    expect(await order({ [first]: 1 })).toBe("order")
    expect((await ingram.module.listSources())[0]).toMatchObject({ circuit_until: expect.any(String) })

    double.behave = () => "title"
    double.requests.length = 0
    expect(await order({ [first]: 1 })).toBe("order")
    await expect(ingram.sync()).rejects.toMatchObject({ code: "circuit_open" })
    check({ when_unknown: "refuse" })
    const cart = await cartOf({ [first]: 1 })
    expect(await complete(cart)).toMatchObject(UNCONFIRMED)
    expect(double.requests).toEqual([])

    await moveClock(booted.connection, 3_601)
    expect(await complete(cart)).toBe("order")
    expect(asked()).toEqual([first])
  })

  it("asks nobody without a session", async () => {
    check()
    delete process.env.INGRAM_IPAGE_SESSION
    expect(await order({ [first]: 1 })).toBe("order")
    check({ when_unknown: "refuse" })
    expect(await order({ [first]: 1 })).toMatchObject(UNCONFIRMED)
    expect(double.requests).toEqual([])
  })

  describe("believes for a time", () => {
    it("what it has seen: no second order asks, until that is old", async () => {
      check({ max_age_seconds: 600 })
      await moveClock(booted.connection, 3_600)
      expect([await order({ [first]: 1 }), await order({ [first]: 1 })]).toEqual(["order", "order"])
      expect(asked()).toEqual([first])

      change(first, stock(0))
      await moveClock(booted.connection, 3_600 + 601)
      expect(await order({ [first]: 1 })).toMatchObject(SHORT)
      // That it is gone is remembered too, and has one sync asked for.
      expect(await order({ [first]: 1 })).toMatchObject(SHORT)
      expect(asked()).toEqual([first, first])
      expect(await wantedSyncs()).toHaveLength(1)
    })

    it("a sync, and more than what was seen before it", async () => {
      check({ max_age_seconds: 600 })
      await moveClock(booted.connection, 3_600)
      change(first, stock(0))
      expect(await order({ [first]: 1 })).toMatchObject(SHORT)
      change(first, stock(7))
      await ingram.sync()
      double.requests.length = 0
      expect([await stockedOf(first), await order({ [first]: 7 })]).toEqual([7, "order"])
      expect(double.requests).toEqual([])
    })
  })

  describe("asks for no title", () => {
    it("that is promised elsewhere: where Medusa reserves it decides", async () => {
      check()
      change(shared, stock(0))
      expect(await order({ [shared]: 30 })).toBe("order")
      expect(double.requests).toEqual([])

      // 20 are left at each place: whichever Medusa takes, the source is asked if it is that one.
      change(shared, stock(20))
      expect(await order({ [shared]: 20 })).toBe("order")
      const [last] = await booted.connection("reservation_item").where({ quantity: 20 })
      expect(asked()).toEqual(last.location_id === location ? [shared] : [])
    })

    it("but that is short at the shop's own place", async () => {
      expect(await order({ [shared]: 45 })).toBe("order")
      check()
      change(shared, stock(9))
      expect(await order({ [shared]: 10 })).toMatchObject(SHORT)
      expect(asked()).toEqual([shared])
    })

    it("of which the merchant sells more than there is, or whose stock is not managed", async () => {
      check()
      const variant = (ean13: string) => booted.connection("product_variant").where({ ean: ean13 })
      await variant(first).update({ allow_backorder: true })
      await variant(second).update({ manage_inventory: false })
      expect(await order({ [first]: 1, [second]: 1 })).toBe("order")
      expect(double.requests).toEqual([])
    })

    it("beyond so many, those first that would run out first", async () => {
      check({ most_titles: 1 })
      change(first, stock(0))
      expect(await order({ [first]: 1, [second]: 9 })).toBe("order")
      expect(asked()).toEqual([second])
    })
  })

  describe("of many buyers at once", () => {
    it("each asks once, none waits for another, and one sync is enough", async () => {
      check()
      const carts = [await cartOf({ [first]: 2 }), await cartOf({ [first]: 2 })]
      // Neither is answered before both have asked.
      double.hold_first = 2
      expect(await Promise.all(carts.map(complete))).toEqual(["order", "order"])
      expect(double.requests).toHaveLength(2)

      const more = [await cartOf({ [first]: 2 }), await cartOf({ [first]: 2 })]
      change(first, stock(1))
      Object.assign(double, { hold_first: 2 }).requests.length = 0
      for (const each of await Promise.all(more.map(complete))) expect(each).toMatchObject(SHORT)
      expect(double.requests).toHaveLength(2)
      expect(await wantedSyncs()).toHaveLength(1)
    })

    it("they stand in one line, and who would come too late does not ask", async () => {
      check({}, { delay_ms: 60_000 })
      expect([await order({ [first]: 1 }), await order({ [second]: 1 })]).toEqual(["order", "order"])
      expect(asked()).toEqual([first])
      check({ when_unknown: "refuse" }, { delay_ms: 60_000 })
      expect(await order({ [second]: 1 })).toMatchObject(UNCONFIRMED)

      const turns = (limit_ms: number, source_id = "other") =>
        takeTurns(booted.connection, { source_id, turns: 2, delay_ms: 60_000, limit_ms })
      const waits = [await turns(1), await turns(1), await turns(600_000), await turns(200_000)]
      expect(waits).toEqual([0, null, expect.any(Number), null])
      expect(Math.round(waits[2]! / 60_000)).toBe(2)
    })

    it("a sync that applies keeps none of them waiting", async () => {
      check()
      change(first, stock(0))
      const sync = await booted.connection.transaction()
      await sync.raw("select 1 from distributor_title for update")
      await sync.raw("select 1 from distributor_source for no key update")
      expect(await order({ [first]: 1 })).toMatchObject(SHORT)
      expect(await order({ [second]: 1 })).toBe("order")
      await sync.rollback()
      expect(await wantedSyncs()).toHaveLength(1)
    })
  })
})
