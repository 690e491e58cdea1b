import { Modules } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability"
import type { StockAlertEvent } from "../../src/modules/availability/alerts/stock-alert"
import { moveClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book, BookInput } from "../support/shop"

const TO = "stockroom@example.com"

runWithShop((booted) => {
  let channel: string, location: string
  let told: { name: string; data: StockAlertEvent }[]

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const bus = booted.container.resolve(Modules.EVENT_BUS)
    for (const kind of ["low_stock", "out_of_stock", "back_in_stock"]) {
      bus.subscribe(`inventory.${kind}`, async ({ name, data }) => void told.push({ name, data } as never))
    }
    const opened = await booted.shop.open()
    channel = opened.channel
    location = opened.location
  })
  const undo: (() => void)[] = []
  beforeEach(() => {
    told = []
    undo.push(setOptions(booted, { alerts: { to: TO, digest: "none" } }))
  })
  afterEach(() => undo.splice(0).forEach((back) => back()))

  /** A published book whose first availability is on record. */
  async function book(units: number, more: BookInput = {}): Promise<Book> {
    const made = await booted.shop.book({ channels: [channel], stock: { [location]: units }, ...more })
    await booted.availability.drain()
    return made
  }

  async function stock({ inventory_item_id }: Book, stocked_quantity: number, location_id = location) {
    await booted.connection("inventory_level").where({ inventory_item_id, location_id }).update({
      stocked_quantity,
    })
    await booted.availability.drain()
  }

  const alerts = async () =>
    (await booted.availability.listStockAlerts({}, { order: { created_at: "ASC", id: "ASC" } })).map(
      ({ kind, title, quantity }) => `${kind} ${title} ${quantity}`
    )

  /** What Medusa's Notification Module has sent to the shop. */
  const messages = async () =>
    (await booted.connection("notification").orderBy("created_at")).map((row) => ({
      ...{ to: row.to, channel: row.channel, template: row.template, status: row.status },
      ...{ key: row.idempotency_key, subject: row.data.subject, text: row.data.text },
    }))

  it("tells a fall once: an alert, its event, and a message to the shop", async () => {
    const it = await book(12, { title: "Nordwind" })
    await stock(it, 10)
    for (const units of [9, 8, 7]) await stock(it, units)

    expect(await alerts()).toEqual(["low_stock Nordwind 10"])
    const [alert] = await booted.availability.listStockAlerts({})
    await eventually(async () => {
      expect(told).toEqual([
        {
          name: "inventory.low_stock",
          data: {
            ...{ id: alert!.id, product_id: it.id, variant_id: it.variant_id, sku: it.sku },
            ...{ title: "Nordwind", quantity: 10, threshold: 10, created_at: expect.any(String) },
          },
        },
      ])
      expect(await messages()).toEqual([
        {
          ...{ to: TO, channel: "email", template: "truestock-low-stock" },
          ...{ status: "success", key: alert!.id, subject: "Low Stock Alert" },
          text: "Nordwind has only 10 units available",
        },
      ])
    })
  })

  it("tells it once of thirty who buy at the same time, in whatever drains look meanwhile", async () => {
    const it = await book(35, { title: "Rush" })
    const line = { inventory_item_id: it.inventory_item_id, location_id: location, quantity: 1 }
    const buys = Array.from({ length: 30 }, () => booted.stock.createReservation(line))
    const drains = Array.from({ length: 4 }, () => booted.availability.drain())
    await Promise.all([...buys, ...drains])
    await booted.availability.drain()

    const [alert, ...others] = await booted.availability.listStockAlerts({})
    expect(others).toEqual([])
    expect(alert).toMatchObject({ kind: "low_stock", title: "Rush" })
    expect(alert!.quantity).toBeGreaterThanOrEqual(5)
    expect(alert!.quantity).toBeLessThanOrEqual(10)
    await eventually(async () => expect(told.map(({ data }) => data.id)).toEqual([alert!.id]))
  })

  it("tells each fall and each return anew, and no rise that was not one from nothing", async () => {
    const it = await book(20, { title: "Tide" })
    for (const units of [5, 30, 6, 0, 0, 4, 3, 0, 50]) await stock(it, units)

    expect(await alerts()).toEqual([
      "low_stock Tide 5",
      "low_stock Tide 6",
      "out_of_stock Tide 0",
      "back_in_stock Tide 4",
      "out_of_stock Tide 0",
      "back_in_stock Tide 50",
    ])
  })

  it("keeps to the policy's threshold, and with 0 knows only out and back", async () => {
    const [few, never] = [await book(20, { title: "Few" }), await book(20, { title: "Never" })]
    await booted.availability.setPolicy({ product_id: few.id, low_stock_threshold: 3 })
    await booted.availability.setPolicy({ product_id: never.id, low_stock_threshold: 0 })
    for (const units of [4, 3, 1, 0]) {
      await stock(few, units)
      await stock(never, units)
    }
    expect(await alerts()).toEqual(["low_stock Few 3", "out_of_stock Few 0", "out_of_stock Never 0"])
    // A threshold that passes the stock is a crossing, too.
    await stock(never, 8)
    await booted.availability.setPolicy({ product_id: never.id, low_stock_threshold: 8 })
    expect((await alerts()).slice(3)).toEqual(["back_in_stock Never 8", "low_stock Never 8"])
  })

  it("tells nobody when a catalogue is met for the first time, read anew, or rebuilt", async () => {
    const { availability, connection } = booted
    for (const units of [0, 3, 50]) await book(units)
    await availability.enqueue()
    await availability.drain()
    // As after a restore without our tables.
    await connection("stock_watch").delete()
    await connection("availability_variant").delete()
    for await (const _ of availability.rebuild({ apply: true }));
    await availability.drain()

    expect(await alerts()).toEqual([])
    expect(await connection("stock_watch").count()).toEqual([{ count: "3" }])
  })

  it("is about the variant: channels that share a shelf tell it once, and so does each that uses a part", async () => {
    const { availability, shop } = booted
    const other = await shop.channel()
    const there = await shop.location(other)
    const it = await book(20, { title: "Shared", channels: [channel, other] })
    await shop.level(it.inventory_item_id, there, 8)
    await availability.drain()
    await book(0, {
      ...{ title: "Pair", stock: {} },
      parts: [{ inventory_item_id: it.inventory_item_id, required_quantity: 2 }],
    })
    await stock(it, 0)
    // 8 are left, of which this channel's shoppers get none; of pairs the channel had 10, and has none.
    expect(await alerts()).toEqual(expect.arrayContaining(["low_stock Shared 8", "out_of_stock Pair 0"]))
    expect(await alerts()).toHaveLength(2)
  })

  it("is about units: what was set by hand changes nothing, and what nobody can buy is left alone", async () => {
    const { availability } = booted
    const by = await book(20, { title: "By hand" })
    const status = AvailabilityStatus.OUT_OF_STOCK
    await availability.setOverride({ product_id: by.id, status })
    await availability.clearOverride({ product_id: by.id })
    expect(await alerts()).toEqual([])
    await availability.setOverride({ product_id: by.id, status: AvailabilityStatus.IN_STOCK })
    await stock(by, 2)
    const draft = await book(20, { status: "draft" })
    const last = await book(20)
    await availability.setPolicy({ product_id: last.id, discontinued: true })
    for (const it of [draft, last]) await stock(it, 2)
    expect(await alerts()).toEqual(["low_stock By hand 2"])
  })

  it("tells the variant's title where a product has several", async () => {
    const it = await book(20, { title: "Atlas" })
    await booted.container
      .resolve(Modules.PRODUCT)
      .createProductVariants([{ product_id: it.id, title: "E-book", options: { Format: "E-book" } }])
    await stock(it, 1)
    expect(await alerts()).toEqual(["low_stock Atlas (Paperback) 1"])
  })

  describe("an event that was not delivered", () => {
    it("is delivered under the same id, when whoever had claimed it has died", async () => {
      const { availability, connection } = booted
      const it = await book(20)
      await availability.__hooks.onApplicationPrepareShutdown()
      await connection("inventory_level")
        .where({ inventory_item_id: it.inventory_item_id })
        .update({ stocked_quantity: 4 })
      await availability.refresh([it.id])
      const claim = connection.raw("truestock_now() + interval '30 seconds'")
      await connection("stock_alert").update({ event_claimed_until: claim })

      await availability.drain()
      expect(told).toEqual([])
      await moveClock(connection, 31)
      await availability.drain()
      const [alert] = await availability.listStockAlerts({})
      await eventually(async () => expect(told.map(({ data }) => data.id)).toEqual([alert!.id]))
      expect(alert!.sent_at).not.toBeNull()
    })

    it("comes again with the same id when it was not seen to arrive, and no second message with it", async () => {
      const it = await book(20)
      await stock(it, 4)
      await eventually(async () => expect(await messages()).toHaveLength(1))
      await booted.connection("stock_alert").update({ sent_at: null, event_claimed_until: null })
      await booted.availability.drain()
      await eventually(async () => expect(told).toHaveLength(2))
      expect(told[1]).toEqual(told[0])
      expect(await messages()).toHaveLength(1)
    })
  })

  it("sends events alone where the shop gave no address, and says so once", async () => {
    setOptions(booted, { alerts: null })
    const said = jest.spyOn(booted.availability["drainer"]["deps"].logger, "info")
    try {
      const [one, two] = [await book(20), await book(20)]
      await stock(one, 4)
      await stock(two, 4)
      await eventually(async () => expect(told).toHaveLength(2))
      expect(await booted.availability.claimMessages()).toEqual([])
      expect(await messages()).toEqual([])
      const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes("alerts.to"))
      expect(lines).toHaveLength(1)
    } finally {
      said.mockRestore()
    }
  })
})
