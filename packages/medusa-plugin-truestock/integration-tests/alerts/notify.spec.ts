import type { TruestockOptions } from "../../src/options"
import { sendStockMessagesWorkflow } from "../../src/workflows/alerts/send-stock-messages"
import { adminHeaders } from "../support/admin-headers"
import { eventually } from "../support/eventually"
import { moveClock } from "../support/clock"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const SQL = "'; drop table back_in_stock_subscription; --"
const CONFIRM = "/store/products/notify/confirm"
const UNSUBSCRIBE = "/store/products/notify/unsubscribe"

runWithShop((booted) => {
  let web: string, town: string, atWeb: string, atTown: string
  let gone: Book, here: Book, draft: Book, theirs: Book
  let key: { headers: Record<string, string> }
  let undo: (() => void) | undefined

  beforeAll(async () => {
    const { availability, shop } = booted
    await availability.__hooks.onApplicationPrepareShutdown()
    ;[web, town] = [await shop.channel(), await shop.channel()]
    ;[atWeb, atTown] = [await shop.location(web), await shop.location(town)]
    gone = await shop.book({ title: "Gone", channels: [web, town], stock: { [atWeb]: 0, [atTown]: 0 } })
    here = await shop.book({ title: "Here", channels: [web], stock: { [atWeb]: 20 } })
    draft = await shop.book({ channels: [web], stock: { [atWeb]: 0 }, status: "draft" })
    theirs = await shop.book({ channels: [town], stock: { [atTown]: 0 } })
    key = await shop.key(web)
    await availability.drain()
  })
  // Limits are the last describe's subject; above, each test would use up what is the next one's.
  const UNLIMITED = {
    redis_url: null,
    notify: null,
    notify_address: null,
    hold: null,
    hold_cart: null,
    adjust: null,
  }
  beforeEach(() => void (undo = setOptions(booted, { rate_limits: UNLIMITED })))
  afterEach(() => undo?.())
  const set = (options: Partial<TruestockOptions>) => void setOptions(booted, options)

  const post = (path: string, body?: unknown, config: object = key) =>
    booted.api.post(path, body, { ...config, validateStatus: null })
  const notify = (book: Book, body: unknown, config?: object) =>
    post(`/store/products/${book.id}/notify`, body, config)
  /** What would be sent to shoppers now. */
  const claimed = async () =>
    (await booted.availability.claimMessages()).filter(({ about }) => about !== "alerts")
  const rows = () => booted.connection("back_in_stock_subscription").orderBy("created_at")

  async function stock({ inventory_item_id }: Book, location_id: string, stocked_quantity: number) {
    await booted.connection("inventory_level").where({ inventory_item_id, location_id }).update({
      stocked_quantity,
    })
    await booted.availability.drain()
  }

  /** What shoppers have been sent. */
  const sent = async () =>
    (
      await booted
        .connection("notification")
        .whereNot({ template: "truestock-low-stock" })
        .orderBy("created_at")
    )
      .filter(({ status }) => status === "success")
      .map(({ to, data }) => ({ to, subject: data.subject, token: data.token }))
  const subjects = async () => (await sent()).map(({ to, subject }) => `${to}: ${subject}`).sort()

  it("tells everybody who waits, once, when it is back, and is then spent", async () => {
    for (const email of ["ann@example.com", "bob@example.com"]) {
      const { status, data } = await notify(gone, { email })
      expect({ status, data }).toEqual({
        status: 202,
        data: { accepted: true, confirmation_required: false },
      })
    }
    // Who asks again, in whatever letters, is answered the same and told once.
    expect((await notify(gone, { email: " Ann@Example.com " })).data).toEqual({
      ...{ accepted: true, confirmation_required: false },
    })
    expect((await notify(gone, { email: "cy@example.com", variant_id: gone.variant_id })).status).toBe(202)
    expect(await rows()).toHaveLength(3)

    await stock(gone, atWeb, 5)
    const everybody = ["ann", "bob", "cy"].map((name) => expect.stringMatching(`^${name}@example.com: Gone`))
    await eventually(async () => expect(await subjects()).toEqual(everybody))
    await stock(gone, atWeb, 0)
    await stock(gone, atWeb, 5)
    await eventually(async () => expect((await rows()).filter((row) => !row.notified_at)).toEqual([]))
    expect(await claimed()).toEqual([])
    expect(await subjects()).toHaveLength(3)
    // Spent, the address may wait anew.
    expect((await notify(gone, { email: "ann@example.com" })).status).toBe(202)
    expect(await rows()).toHaveLength(4)
  })

  it("tells nobody what was there all the time, or came back to somebody else's channel", async () => {
    await notify(here, { email: "ann@example.com" })
    await notify(gone, { email: "bob@example.com" })
    await stock(here, atWeb, 30)
    await stock(gone, atTown, 30)
    await booted.availability.enqueue()
    await booted.availability.drain()
    expect((await rows()).map((row) => row.due_at)).toEqual([null, null])

    await stock(here, atWeb, 0)
    await stock(here, atWeb, 1)
    await eventually(async () => expect(await subjects()).toEqual(["ann@example.com: Here is back in stock"]))
  })

  it("tells it once when two processes claim at once, and not at all what is gone again by then", async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    for (let i = 0; i < 20; i++) await notify(gone, { email: `reader${i}@example.com` })
    await stock(gone, atWeb, 5)
    await stock(gone, atWeb, 0)
    expect(await claimed()).toEqual([])
    await stock(gone, atWeb, 5)
    const messages = (await Promise.all(Array.from({ length: 5 }, claimed))).flat()
    expect(new Set(messages.map(({ to }) => to)).size).toBe(20)
    expect(messages).toHaveLength(20)
    await sendStockMessagesWorkflow(booted.container).run({ input: { messages } })
    expect(await subjects()).toHaveLength(20)
  })

  it("with double opt-in asks first, and tells nothing to who does not answer", async () => {
    set({
      notify: {
        double_opt_in: true,
        confirm_url: "https://shop.example/confirm?lang=en",
        unsubscribe_url: null,
      },
    })
    for (const email of ["ann@example.com", "bob@example.com"]) {
      expect((await notify(gone, { email })).data).toEqual({ accepted: true, confirmation_required: true })
    }
    const asked = "Shall we tell you when Gone is back?"
    await eventually(async () =>
      expect(await subjects()).toEqual([`ann@example.com: ${asked}`, `bob@example.com: ${asked}`])
    )
    const [ann] = (await sent()).filter(({ to }) => to === "ann@example.com")
    const [{ data }] = await booted.connection("notification").where({ to: "ann@example.com" })
    expect(data.confirm_url).toBe(`https://shop.example/confirm?lang=en&token=${ann!.token}`)

    // Asked again at once, nothing more is sent; ten minutes later the confirmation once more.
    await notify(gone, { email: "bob@example.com" })
    await moveClock(booted.connection, 601)
    await notify(gone, { email: "bob@example.com" })
    await eventually(async () => expect(await subjects()).toHaveLength(3))

    for (let i = 0; i < 2; i++) {
      const { status, data } = await post(CONFIRM, { token: ann!.token })
      expect({ status, data }).toEqual({ status: 200, data: { confirmed: true } })
    }
    await stock(gone, atWeb, 5)
    await eventually(async () => expect(await subjects()).toContain("ann@example.com: Gone is back in stock"))
    expect(await subjects()).toHaveLength(4)
  })

  it("tells nothing to who has unsubscribed, who may subscribe anew", async () => {
    await notify(gone, { email: "ann@example.com" })
    const [{ token }] = await rows()
    for (let i = 0; i < 2; i++) {
      const { status, data } = await post(UNSUBSCRIBE, { token })
      expect({ status, data }).toEqual({ status: 200, data: { unsubscribed: true } })
    }
    expect((await post(CONFIRM, { token })).data.code).toBe("subscription_not_found")
    await stock(gone, atWeb, 5)
    expect(await claimed()).toEqual([])
    await stock(gone, atWeb, 0)
    await notify(gone, { email: "ann@example.com" })
    await stock(gone, atWeb, 5)
    await eventually(async () => expect(await sent()).toHaveLength(1))
    expect((await sent())[0]!.token).not.toBe(token)
  })

  describe("is refused, with nothing changed,", () => {
    it("where the address is none", async () => {
      const none = [
        "",
        "ann",
        "ann@",
        "@example.com",
        "a b@example.com",
        "ann@example",
        `${"a".repeat(250)}@b.com`,
      ]
      const odd = [
        null,
        5,
        {},
        ["ann@example.com"],
        "ann@example.com\0",
        "ann@example.com\nbcc: x@y.com",
        SQL,
      ]
      for (const email of [...none, ...odd, undefined]) {
        const { status, data } = await notify(gone, { email })
        expect({ email, status, code: data.code }).toEqual({ email, status: 400, code: "invalid_email" })
        expect(data.message.length).toBeLessThan(300)
      }
      expect(await rows()).toEqual([])
    })

    it("where the key's shoppers see no such product or variant", async () => {
      const email = "ann@example.com"
      for (const book of [
        draft,
        theirs,
        { id: "prod_none" },
        { id: "%00" },
        { id: encodeURIComponent(SQL) },
      ]) {
        const { status, data } = await notify(book as Book, { email })
        expect({ id: book.id, status, code: data.code }).toEqual({
          ...{ id: book.id, status: 404, code: "product_not_found" },
        })
      }
      for (const variant_id of [here.variant_id, "none", "", "\0", 5, [], SQL]) {
        const { status, data } = await notify(gone, { email, variant_id })
        expect({ variant_id, status, code: data.code }).toEqual({
          ...{ variant_id, status: 404, code: "variant_not_found" },
        })
      }
      expect(await rows()).toEqual([])
    })

    it("where the body, the query or the key makes no sense", async () => {
      const email = "ann@example.com"
      const refusals: [unknown, string, string][] = [
        [[], "", "invalid_body"],
        [{ email, sales_channel_id: web }, "", "invalid_body"],
        ['{"email":', "", "invalid_body"],
        [{ email }, "?email=x", "unknown_parameter"],
      ]
      for (const [body, query, code] of refusals) {
        const config = { headers: { ...key.headers, "content-type": "application/json" } }
        const { status, data } = await post(`/store/products/${gone.id}/notify${query}`, body, config)
        expect({ body, status, code: data.code }).toEqual({ body, status: 400, code })
      }
      expect((await notify(gone, { email }, { headers: {} })).data.code).toBe("publishable_key_required")
      expect(await rows()).toEqual([])
    })

    it("where a token is none, or nobody's", async () => {
      for (const path of [CONFIRM, UNSUBSCRIBE]) {
        for (const token of [undefined, null, 5, "", "short", SQL, "\0".repeat(32), "x".repeat(33)]) {
          const { status, data } = await post(path, { token })
          expect({ path, token, status, code: data.code }).toEqual({
            ...{ path, token, status: 400, code: "invalid_token" },
          })
        }
        const { status, data } = await post(path, { token: "x".repeat(32) })
        expect({ status, code: data.code }).toEqual({ status: 404, code: "subscription_not_found" })
        expect((await post(path, { token: "x".repeat(32), email: "a@b.com" })).data.code).toBe("invalid_body")
      }
    })
  })

  describe("a route that is limited", () => {
    const limit = (limits: Partial<TruestockOptions["rate_limits"]>) =>
      set({ rate_limits: { ...UNLIMITED, ...limits } })

    it("lets so many of a hundred at once through, and tells the others when to come again", async () => {
      limit({ notify: { requests: 20, seconds: 60 } })
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) => notify(gone, { email: `reader${n}@example.com` }))
      )
      const refused = answers.filter(({ status }) => status === 429)
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(20)
      expect(refused).toHaveLength(80)
      expect(await rows()).toHaveLength(20)
      for (const { data, headers } of refused) {
        expect(data).toEqual({
          ...{ code: "too_many_requests", type: "not_allowed" },
          message: expect.stringMatching(
            /^Too many requests: 20 in 60 s are allowed here\. Try again in \d+ s\.$/
          ),
        })
        expect(Number(headers["retry-after"])).toBeGreaterThan(0)
        expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60)
      }
      // Another storefront's shoppers are not held up.
      const other = await booted.shop.key(web)
      expect((await notify(gone, { email: "ann@example.com" }, other)).status).toBe(202)
    })

    it("counts an address however it is written and whoever brings it, and keeps neither in clear", async () => {
      limit({ notify_address: { requests: 2, seconds: 3_600 } })
      const other = await booted.shop.key(web)
      expect((await notify(gone, { email: "ann@example.com" })).status).toBe(202)
      expect((await notify(here, { email: " ANN@example.com" }, other)).status).toBe(202)
      expect((await notify(gone, { email: "ann@example.com" }, other)).data.code).toBe("too_many_requests")
      expect((await notify(gone, { email: "bob@example.com" })).status).toBe(202)
      const counted = await booted.connection("request_rate")
      expect(counted).toHaveLength(2)
      for (const { key } of counted) expect(key).toMatch(/^truestock-notify_address:[\w-]{43}$/)
    })

    it("is one that holds carts, and one that adjusts stock, too", async () => {
      limit({ hold_cart: { requests: 1, seconds: 60 }, adjust: { requests: 1, seconds: 60 } })
      const hold = () => post("/store/carts/cart_none/hold")
      expect([(await hold()).status, (await hold()).status]).toEqual([404, 429])
      expect((await post("/store/carts/cart_other/hold")).status).toBe(404)
      const { headers } = await adminHeaders(booted.container)
      const adjust = () => post("/admin/inventory/adjust", {}, { headers })
      expect([(await adjust()).status, (await adjust()).status]).toEqual([400, 429])
    })
  })
})
