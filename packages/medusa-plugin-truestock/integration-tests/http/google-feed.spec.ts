import http from "node:http"
import { createRegionsWorkflow, updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { IPricingModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability"
import { merchantRules } from "../../src/modules/availability/merchant-feed/merchant-rules"
import { adminHeaders } from "../support/admin-headers"
import { command } from "../support/command"
import { moveClock } from "../support/clock"
import { parseFeed } from "../support/parse-feed"
import { setOptions } from "../support/plugin-options"
import { atRest, goAwayEarly } from "../support/go-away"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

type Headers = { headers: Record<string, string> }
const PATH = "/store/feeds/google.xml"
const STOREFRONT = { url: "https://books.example", product_path: "/products/:handle", image_path: null }
const DAY_SECONDS = 86_400
const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY_SECONDS * 1_000)
const REQUIRED = ["id", "title", "description", "link", "image_link", "availability", "price", "condition"]

runWithShop((booted) => {
  let web: string, town: string, region: string
  let key: Headers, admin: Headers
  let giveBack = () => {}
  const books: Record<string, Book> = {}

  beforeAll(async () => {
    const { availability, container, connection, stock, shop: make } = booted
    await availability.__hooks.onApplicationPrepareShutdown()
    ;[web, town] = [await make.channel("Web"), await make.channel("Town")]
    const [at, there] = [await make.location(web), await make.location(town)]
    const book = (on_hand: number, more: object = {}) =>
      make.book({ channels: [web], stock: { [at]: on_hand }, ...more })
    Object.assign(books, {
      plenty: await book(50, { title: `"Plenty" & <b>more</b> 😀`, channels: [web, town] }),
      few: await book(3),
      soon: await book(5),
      far: await book(5),
      undated: await book(0, { allow_backorder: true }),
      dated: await book(0, { allow_backorder: true }),
      expected: await book(0, { allow_backorder: true }),
      out: await book(0),
      stopped: await book(50),
      claimed: await book(0),
      draft: await book(50, { status: "draft" }),
      theirs: await make.book({ channels: [town], stock: { [there]: 50 } }),
      bare: await book(50),
    })
    await connection("product").whereNot({ id: books.bare!.id }).update({ thumbnail: "/covers/one.jpg" })
    await connection("product_variant")
      .where({ id: books.plenty!.variant_id })
      .update({ ean: "978-0-439-02348-1" })
    const of = (name: string) => ({ product_id: books[name]!.id })
    await availability.setPolicy({ ...of("soon"), release_date: inDays(30).toISOString() })
    await availability.setPolicy({ ...of("far"), release_date: inDays(400).toISOString() })
    await availability.setPolicy({ ...of("dated"), lead_time_days: { min: 7, max: 14 } })
    await availability.setOverride({ ...of("stopped"), status: AvailabilityStatus.OUT_OF_STOCK })
    await availability.setOverride({ ...of("claimed"), status: AvailabilityStatus.IN_STOCK })
    const expected = { inventory_item_id: books.expected!.inventory_item_id, location_id: at, quantity: 9 }
    await stock.expectInventory([{ ...expected, expected_at: inDays(20).toISOString() }])

    const currencies = [{ currency_code: "usd", is_default: true }, { currency_code: "eur" }]
    const { result: regions } = await createRegionsWorkflow(container).run({
      input: { regions: [{ name: "US", currency_code: "usd", countries: ["us"] }] },
    })
    region = regions[0]!.id
    await updateStoresWorkflow(container).run({
      input: { selector: {}, update: { supported_currencies: currencies, default_region_id: region } },
    })
    ;[key, admin] = [await make.key(web), await adminHeaders(container)]
    await availability.drain()
  })
  beforeEach(() => {
    giveBack = setOptions(booted, { storefront: STOREFRONT })
  })
  afterEach(() => giveBack())

  const get = (path: string, config: object = key) =>
    booted.api.get(path, { ...config, validateStatus: null })
  const having = (tag: string, config = key) => ({ headers: { ...config.headers, "if-none-match": tag } })
  const told = async (path = PATH) => {
    const { status, data } = await get(path)
    expect([path, status]).toEqual([path, 200])
    return parseFeed(data)
  }
  const itemOf = async (name: string, path?: string) =>
    (await told(path)).items.find(({ id }) => id === books[name]!.variant_id)
  const makeToken = (body: object) =>
    booted.api.post("/admin/availability/feeds", body, { ...admin, validateStatus: null })
  async function expectRefused(path: string, status: number, code: string) {
    const answer = await get(path)
    expect([path, answer.status, answer.data.code]).toEqual([path, status, code])
    return answer.data.message as string
  }

  it("says of each variant what the kit makes of what the listing says, and of nothing else", async () => {
    const { merchantAvailability } = await merchantRules()
    const { data } = await get("/store/products/available?status=any&limit=100")
    const listed = data.products.flatMap(({ variants }: any) => variants)
    const { items, leftOut } = await told()
    const said = Object.fromEntries(
      items.map((item) => [item.id, [item.availability, item.availability_date]])
    )
    const expected = listed
      .filter(({ id }: any) => id !== books.bare!.variant_id)
      .map(({ id, availability }: any) => {
        const judged = merchantAvailability(availability)
        return [id, [judged.availability, judged.availability_date]]
      })
    expect(said).toEqual(Object.fromEntries(expected))
    const date = (days: number) => `${inDays(days).toISOString().slice(0, 16)}Z`
    const {
      dated,
      expected: delivery,
      soon,
      ...others
    } = Object.fromEntries(Object.entries(books).map(([name, { variant_id }]) => [name, said[variant_id]]))
    expect(others).toEqual({
      ...{ plenty: ["in_stock", undefined], few: ["in_stock", undefined], far: ["out_of_stock", undefined] },
      ...{ undated: ["out_of_stock", undefined], out: ["out_of_stock", undefined] },
      ...{ stopped: ["out_of_stock", undefined], claimed: ["out_of_stock", undefined] },
      ...{ draft: undefined, theirs: undefined, bare: undefined },
    })
    expect(soon![0]).toBe("preorder")
    expect(delivery![0]).toBe("backorder")
    expect(dated).toEqual(["backorder", `${date(14).slice(0, 10)}T00:00Z`])
    expect(leftOut).toBe("left out: 0 without a price in usd, 1 without an image")
  })

  it("has every required attribute, and what the shop wrote as it was written", async () => {
    const { items } = await told()
    for (const item of items) {
      expect(REQUIRED.filter((name) => !item[name])).toEqual([])
    }
    const handle = (await booted.connection("product").where({ id: books.plenty!.id }).first()).handle
    expect(await itemOf("plenty")).toMatchObject({
      ...{ item_group_id: books.plenty!.id, title: `"Plenty" & <b>more</b> 😀`, price: "10.00 USD" },
      ...{ link: `https://books.example/products/${handle}`, gtin: "9780439023481", condition: "new" },
      image_link: "https://books.example/covers/one.jpg",
    })
  })

  it("tells the prices of a region or in a currency, and what a price list has cheaper", async () => {
    const { container, connection } = booted
    const pricing: IPricingModuleService = container.resolve(Modules.PRICING)
    const { price_set_id } = await connection("product_variant_price_set")
      .where({ variant_id: books.few!.variant_id })
      .first()
    await pricing.addPrices([
      {
        priceSetId: price_set_id,
        prices: [{ amount: 8, currency_code: "usd", rules: { region_id: region } }],
      },
      { priceSetId: price_set_id, prices: [{ amount: 9, currency_code: "eur" }] },
    ])
    expect((await itemOf("few"))?.price).toBe("8.00 USD")
    expect((await itemOf("few", `${PATH}?region_id=${region}`))?.price).toBe("8.00 USD")
    expect((await itemOf("few", `${PATH}?currency_code=usd`))?.price).toBe("10.00 USD")
    const inEuro = await told(`${PATH}?currency_code=EUR`)
    expect(inEuro.items).toMatchObject([{ id: books.few!.variant_id, price: "9.00 EUR" }])
    expect(inEuro.leftOut).toBe("left out: 10 without a price in eur, 0 without an image")

    const { etag } = (await get(PATH)).headers
    await pricing.createPriceLists([
      {
        ...{ title: "Sale", description: "", type: "sale", status: "active" },
        prices: [{ amount: 5, currency_code: "usd", price_set_id }],
      } as never,
    ])
    expect(await itemOf("few")).toMatchObject({ price: "8.00 USD", sale_price: "5.00 USD" })
    expect((await get(PATH, having(etag!))).status).toBe(200)
  })

  it("is not sent again to who has it, until something that it tells has changed", async () => {
    const { availability, connection } = booted
    const { headers } = await get(PATH)
    let asked = 0
    const count = ({ sql }: { sql: string }) => (asked += sql.includes("from availability_variant a") ? 1 : 0)
    connection.on("query", count)
    const again = await get(PATH, having(headers.etag!))
    connection.removeListener("query", count)
    expect([again.status, again.data, again.headers.etag, asked]).toEqual([304, "", headers.etag, 0])
    expect((await get(`${PATH}?currency_code=usd`, having(headers.etag!))).status).toBe(200)

    const changes = [
      () => connection("product").where({ id: books.few!.id }).update({ description: "Said anew" }),
      () =>
        connection("product_variant").where({ id: books.few!.variant_id }).update({ upc: "9780312429980" }),
      () =>
        connection("inventory_level")
          .where({ inventory_item_id: books.few!.inventory_item_id })
          .update({ stocked_quantity: 0, raw_stocked_quantity: { value: "0", precision: 20 } }),
      () => moveClock(connection, DAY_SECONDS),
    ]
    let { etag } = headers
    for (const [n, change] of changes.entries()) {
      await change()
      await availability.drain()
      const after = await get(PATH, having(etag!))
      expect([n, after.status]).toEqual([n, 200])
      etag = after.headers.etag
    }
    expect(await itemOf("few")).toMatchObject({ description: "Said anew", availability: "out_of_stock" })
  })

  it("is opened by a token, until that is rotated", async () => {
    const { data } = await makeToken({ sales_channel_id: web })
    expect(data.feed).toEqual({
      ...{ sales_channel_id: web, token: expect.stringMatching(/^[\w-]{43}$/) },
      path: `/feeds/${data.feed.token}/google.xml`,
    })
    const open = (path: string) => get(path, {})
    expect(parseFeed((await open(data.feed.path)).data)).toEqual(await told())
    expect((await open(`${data.feed.path}?sales_channel_id=${town}`)).data.code).toBe("unknown_parameter")
    const kept = await booted.connection("merchant_feed_token")
    expect(JSON.stringify(kept)).not.toContain(data.feed.token)

    expect((await makeToken({ sales_channel_id: web })).data.code).toBe("feed_token_exists")
    expect((await open(data.feed.path)).status).toBe(200)
    const { out, code } = await command(booted, "feed-token", "Web", "--rotate")
    expect([code, (await open(out.trim())).status]).toEqual([0, 200])
    for (const path of [data.feed.path, "/feeds/none/google.xml", "/feeds/%00/google.xml"]) {
      const { status, data: refused } = await open(path)
      expect([path, status, refused.code]).toEqual([path, 404, "feed_not_found"])
    }
    const again = await command(booted, "feed-token", "Web")
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("feed_token_exists")])
    await booted.connection("sales_channel").where({ id: web }).update({ is_disabled: true })
    expect((await open(out.trim())).status).toBe(404)
  })

  it("sells each channel's own", async () => {
    const { data } = await makeToken({ sales_channel_id: "Town" })
    const { items } = parseFeed((await get(data.feed.path, {})).data)
    const states = Object.fromEntries(items.map(({ id, availability }) => [id, availability]))
    expect(states).toEqual({
      [books.theirs!.variant_id]: "in_stock",
      [books.plenty!.variant_id]: "out_of_stock",
    })
  })

  it("answers HEAD with the head of GET alone", async () => {
    const { headers } = await get(PATH)
    const url = new URL(PATH, (booted.api as any).defaults.baseURL)
    const head = await new Promise<http.IncomingMessage>((resolve, reject) =>
      http.request(url, { method: "HEAD", headers: key.headers }, resolve).once("error", reject).end()
    )
    let body = ""
    for await (const part of head) body += part
    expect([head.statusCode, head.headers.etag, head.headers["content-type"], body]).toEqual([
      ...[200, headers.etag, "application/xml; charset=utf-8", ""],
    ])
  })

  it("stops reading when the fetcher goes away", async () => {
    const { connection } = booted
    await connection.raw(
      `with made as (
         insert into product (id, title, handle, status, thumbnail, description)
         select 'prod_many_' || g, 'Many', 'many-' || g, 'published', '/many.jpg', repeat('x', 4000)
         from generate_series(1, 1500) g returning id
       ), linked as (
         insert into product_sales_channel (id, product_id, sales_channel_id)
         select 'psc_' || id, id, ? from made
       ), variants as (
         insert into product_variant (id, title, product_id) select 'v_' || id, 'One', id from made returning id
       ), priced as (
         insert into product_variant_price_set (id, variant_id, price_set_id)
         select 'l_' || id, id, (select price_set_id from product_variant_price_set where variant_id = ?) from variants
       ) select 1`,
      [web, books.plenty!.variant_id]
    )
    await booted.availability.drain()
    let pages = 0
    const count = ({ sql }: { sql: string }) => (pages += sql.includes("from availability_variant a") ? 1 : 0)
    connection.on("query", count)
    try {
      const url = new URL(PATH, (booted.api as any).defaults.baseURL)
      await goAwayEarly(url, key.headers)
      const read = await atRest(() => pages)
      expect(read).toBeGreaterThan(0)
      expect(read).toBeLessThan(5)
      pages = 0
      const { items } = await told()
      expect([new Set(items.map(({ id }) => id)).size, pages]).toEqual([1510, 7])
    } finally {
      connection.removeListener("query", count)
    }
  })

  it("refuses what it does not understand, and says what to do", async () => {
    await expectRefused(`${PATH}?region_id=reg_none`, 400, "unknown_region")
    await expectRefused(`${PATH}?currency_code=jpy`, 400, "unknown_currency")
    await expectRefused(`${PATH}?currency_code=%00`, 400, "unknown_currency")
    await expectRefused(`${PATH}?region_id=${region}&currency_code=usd`, 400, "invalid_parameter")
    await expectRefused(`${PATH}?sales_channel_id=${town}`, 400, "sales_channel_not_in_key")
    await expectRefused(`${PATH}?page=2`, 400, "unknown_parameter")
    expect((await get(PATH, {})).data.code).toBe("publishable_key_required")
    expect((await makeToken({ sales_channel_id: "nowhere" })).data.code).toBe("sales_channel_not_found")
    expect((await makeToken({ sales_channel_id: web, rotate: "yes" })).data.code).toBe("invalid_body")
    expect((await makeToken({})).data.code).toBe("invalid_body")
    expect(await booted.connection("merchant_feed_token")).toEqual([])

    const another = await booted.shop.channel("Web")
    const { message } = (await makeToken({ sales_channel_id: "Web" })).data
    expect([another, message]).toEqual([another, expect.stringContaining("by its id")])

    setOptions(booted, { storefront: null })
    expect(await expectRefused(PATH, 409, "storefront_not_configured")).toContain("product_path")
  })
})
