import { Modules } from "@medusajs/framework/utils"
import type { TruestockOptions } from "../../src/options"
import { sendStockMessagesWorkflow } from "../../src/workflows/alerts/send-stock-messages"
import { moveClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"

const TO = "stockroom@example.com"

runWithShop((booted) => {
  let product_id: string, variant_id: string
  let undo: (() => void) | undefined

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const { channel, location } = await booted.shop.open()
    const book = await booted.shop.book({ title: "Atlas", channels: [channel], stock: { [location]: 20 } })
    product_id = book.id
    variant_id = book.variant_id
    await booted.availability.drain()
  })
  // Here the tests claim by themselves.
  beforeEach(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    set({ to: TO, digest: "none" })
  })
  afterEach(() => undo?.())

  const set = (alerts: TruestockOptions["alerts"]) => void (undo = setOptions(booted, { alerts }))

  /** Crossings that were seen so long ago, or will be. */
  async function cross(titles: string[], seconds_ago = 0, kind = "low_stock"): Promise<void> {
    const created_at = booted.connection.raw(`truestock_now() - make_interval(secs => ${seconds_ago})`)
    const about = { product_id, variant_id, sku: null, quantity: 3, threshold: 10, sent_at: created_at }
    const id = (title: string) => `stalert_${title}`
    await booted
      .connection("stock_alert")
      .insert(titles.map((title) => ({ id: id(title), kind, title, ...about, created_at })))
  }

  const send = async (messages: Awaited<ReturnType<typeof booted.availability.claimMessages>>) =>
    (await sendStockMessagesWorkflow(booted.container).run({ input: { messages } })).result
  const claim = () => booted.availability.claimMessages()
  const sent = async () =>
    (await booted.connection("notification").where({ status: "success" }).orderBy("created_at")).map(
      ({ data }) => data.text
    )

  it("are claimed once, however many processes ask at the same time", async () => {
    const titles = Array.from({ length: 40 }, (_, n) => `Book ${n}`)
    await cross(titles)
    const claims = (await Promise.all(Array.from({ length: 6 }, claim))).flat()
    expect(claims.map(({ id }) => id).sort()).toEqual(titles.map((title) => `stalert_${title}`).sort())
    expect(await claim()).toEqual([])
  })

  it("are claimed again under the same id when their sender has died, and sent once all the same", async () => {
    await cross(["Lost"])
    const [message] = await claim()
    // It had begun to send: Medusa has the key already, and would pass over every later one.
    await booted.container.resolve(Modules.NOTIFICATION).createNotifications({
      ...{ to: TO, channel: "email", template: "x", idempotency_key: message!.id, data: {} },
    })
    await booted.connection("notification").update({ status: "pending" })
    expect(await claim()).toEqual([])
    await moveClock(booted.connection, 301)

    const again = await claim()
    expect(again).toEqual([message])
    expect(await send(again)).toEqual({ sent: 1, failed: 0 })
    expect(await sent()).toEqual(["Lost has only 3 units available"])
    // Handed out twice, as events may be: nothing more is sent.
    await send(again)
    expect(await booted.connection("notification").count()).toEqual([{ count: "1" }])
  })

  it("are put off when the provider fails, longer each time, and keep none of the others", async () => {
    await cross(["Down"])
    await cross(["Up"])
    const claimed = await claim()
    const message = claimed.find(({ id }) => id === "stalert_Down")
    const other = claimed.find(({ id }) => id === "stalert_Up")
    // A notification without an address is refused by Medusa's own table.
    const refused = { ...message!, to: null as never }
    expect(await send([refused, other!])).toEqual({ sent: 1, failed: 1 })
    await moveClock(booted.connection, 59)
    expect(await claim()).toEqual([])
    await moveClock(booted.connection, 61)
    const again = await claim()
    expect(again).toEqual([message])
    expect(await send([refused])).toEqual({ sent: 0, failed: 1 })
    await moveClock(booted.connection, 61 + 119)
    expect(await claim()).toEqual([])
    await moveClock(booted.connection, 61 + 121)
    expect(await send(await claim())).toEqual({ sent: 1, failed: 0 })
    expect(await sent()).toEqual(["Up has only 3 units available", "Down has only 3 units available"])
  })

  it("are not even claimed where no provider has the channel, which is said once", async () => {
    await cross(["Nobody"])
    await booted.connection("notification_provider").update({ channels: ["feed"] })
    const handout = booted.availability["drainer"]["messages"]
    handout["hasComplained"] = false
    const said = jest.spyOn(handout["deps"].logger, "info")
    for (let i = 0; i < 3; i++) expect(await handout.handOut()).toBe(0)
    expect(said.mock.calls).toEqual([
      [expect.stringContaining('no notification provider has the channel "email"')],
    ])
    said.mockRestore()
    expect(await booted.connection("stock_alert").whereNotNull("claimed_until")).toEqual([])
    await booted.connection("notification_provider").update({ channels: ["feed", "email"] })
    expect(await handout.handOut()).toBe(1)
    await eventually(async () => expect(await sent()).toEqual(["Nobody has only 3 units available"]))
  })

  it("do not tell what is older than a day, or that something came back", async () => {
    await cross(["Old"], 86_401)
    await cross(["Back"], 0, "back_in_stock")
    expect(await claim()).toEqual([])
  })

  describe("of a digest", () => {
    /** Lets the shop's clock say so many seconds past the next full hour. */
    const pastTheHour = async (seconds: number) => {
      const { rows } = await booted.connection.raw(
        `select extract(epoch from date_trunc('hour', clock_timestamp()) + interval '1 hour' - clock_timestamp()) as s`
      )
      await moveClock(booted.connection, Number(rows[0].s) + seconds)
    }

    it("are one for all that crossed in the hour, whoever asks, and none for an hour without", async () => {
      set({ to: TO, digest: "hourly" })
      await pastTheHour(-60)
      await cross(["One", "Two"], 30)
      await cross(["Three"], 10, "back_in_stock")
      expect(await claim()).toEqual([])
      await pastTheHour(5)
      await cross(["Next hour"])

      const digests = (await Promise.all(Array.from({ length: 5 }, claim))).flat()
      expect(digests).toMatchObject([{ to: TO, template: "truestock-stock-digest", data: { count: 3 } }])
      expect(digests[0]!.text.split("\n").sort()).toEqual([
        "One has only 3 units available",
        "Three is back in stock: 3 units available",
        "Two has only 3 units available",
      ])
      expect(await send(digests)).toEqual({ sent: 1, failed: 0 })
      // What commits too late for its hour waits for the next.
      await cross(["Late"], 20)
      expect(await claim()).toEqual([])
      await pastTheHour(3_605)
      const [next] = await claim()
      expect(next!.text.split("\n")).toHaveLength(2)
      expect(next!.id).not.toBe(digests[0]!.id)
    })

    it("are the same again, with the same alerts, when their sender has died", async () => {
      set({ to: TO, digest: "daily" })
      await moveClock(booted.connection, 86_400)
      await cross(["Yesterday"], 86_400)
      const [digest] = await claim()
      expect(digest!.id).toMatch(/^stock-digest:daily:\d{4}-\d\d-\d\dT00$/)
      await moveClock(booted.connection, 86_400 + 301)
      expect(await claim()).toEqual([digest])
    })
  })
})
