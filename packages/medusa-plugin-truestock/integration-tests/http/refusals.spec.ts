import fc from "fast-check"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const LONG = "x".repeat(10_000)
const SQL = "'; drop table product; --"
const IDS = ["category_id", "collection_id", "tag_id", "type_id", "brand_id", "location_id"]

runWithShop((booted) => {
  let book: Book
  let channel: string
  let otherChannel: string
  let location: string
  let otherLocation: string
  let region: string
  let key: { headers: Record<string, string> }
  let admin: { headers: Record<string, string> }

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    channel = await shop.channel()
    otherChannel = await shop.channel()
    location = await shop.location(channel)
    otherLocation = await shop.location(otherChannel)
    book = await shop.book({ channels: [channel], stock: { [location]: 50 } })
    key = await shop.key(channel)
    admin = await adminHeaders(container)
    const { result } = await createRegionsWorkflow(container).run({
      input: { regions: [{ name: "Here", currency_code: "usd", countries: ["us"] }] },
    })
    region = result[0]!.id
    await availability.drain()
  })

  const list = (query: string, config: object = key) =>
    booted.api.get(`/store/products/available${query}`, { ...config, validateStatus: null })

  const parameter = (name: string, value: string) =>
    `?${encodeURIComponent(name)}=${encodeURIComponent(value)}`

  /** The listing still answers, and with what it had: the book. */
  async function expectUnharmed() {
    expect((await list("")).data.products.map((p: { id: string }) => p.id)).toEqual([book.id])
  }

  async function expectRefused(query: string, code: string, value: string) {
    const { status, data } = await list(query)
    expect({ query, status, code: data.code }).toEqual({ query, status: 400, code })
    expect(data.message).toContain(value)
    expect(data.message.length).toBeLessThan(500)
  }

  describe("GET /store/products/available refuses", () => {
    it("an unknown status, alone or among known ones", async () => {
      for (const status of ["sold_out", "IN_STOCK", "", SQL, LONG, "__proto__", "constructor", "toString"]) {
        await expectRefused(
          parameter("status", status),
          "invalid_status",
          JSON.stringify(status).slice(0, 100)
        )
      }
      await expectRefused("?status=in_stock&status=gone", "invalid_status", `["in_stock","gone"]`)
      await expectRefused("?status=in_stock,gone", "invalid_status", "gone")
    })

    it("a status that is an object or nested", async () => {
      await expectRefused("?status[$ne]=in_stock", "invalid_status", `{"$ne":"in_stock"}`)
      await expectRefused("?status[$in][]=in_stock", "invalid_status", `{"$in":["in_stock"]}`)
      await expectRefused("?status[0][0]=in_stock", "invalid_status", `[["in_stock"]]`)
      await expectRefused("?status[length]=1000000000", "invalid_status", `{"length":"1000000000"}`)
    })

    it.each(["limit", "offset"])("a %s that is negative, huge, broken or no number", async (name) => {
      const values = [
        "-1",
        "99999999999",
        "999999999999999999999999",
        "1.5",
        "1e2",
        "0x1",
        "ten",
        "NaN",
        "",
        " 1",
      ]
      for (const value of [...values, SQL, LONG]) {
        await expectRefused(parameter(name, value), `invalid_${name}`, JSON.stringify(value).slice(0, 100))
      }
      await expectRefused(`?${name}=1&${name}=2`, `invalid_${name}`, `["1","2"]`)
      await expectRefused(`?${name}[$gt]=1`, `invalid_${name}`, `{"$gt":"1"}`)
    })

    it("a limit of none or of more than 100", async () => {
      await expectRefused("?limit=0", "invalid_limit", `"0"`)
      await expectRefused("?limit=101", "invalid_limit", `"101"`)
    })

    it("an unknown order", async () => {
      for (const order of ["amount", "--title", "title desc", "created_at,id", "", SQL, LONG, "__proto__"]) {
        await expectRefused(parameter("order", order), "invalid_order", JSON.stringify(order).slice(0, 100))
      }
      await expectRefused("?order=title&order=-title", "invalid_order", `["title","-title"]`)
    })

    it("fields outside the list", async () => {
      for (const field of [
        "sales_channels.id",
        "variants.inventory_items.inventory.reserved",
        "*",
        "__proto__",
        SQL,
      ]) {
        await expectRefused(parameter("fields", `id,${field}`), "invalid_fields", JSON.stringify(field))
      }
      await expectRefused("?fields=id&fields=sales_channels", "invalid_fields", `"sales_channels"`)
      await expectRefused("?fields[a]=id", "invalid_parameter", `{"a":"id"}`)
      await expectRefused(parameter("fields", LONG), "invalid_fields", `"xxx`)
    })

    it("a region that does not exist", async () => {
      for (const id of ["reg_nowhere", SQL, "x".repeat(255)]) {
        await expectRefused(parameter("region_id", id), "unknown_region", JSON.stringify(id).slice(0, 100))
      }
      await expectRefused(parameter("region_id", LONG), "invalid_parameter", `"xxx`)
      await expectRefused(`?region_id=${region}&region_id=${region}`, "invalid_parameter", region)
    })

    it("prices without a region, where the store has no default one", async () => {
      await expectRefused("?fields=variants.calculated_price", "unknown_region", "region_id")
    })

    it("a range of prices that is none", async () => {
      for (const name of ["min_price", "max_price"]) {
        for (const value of [
          "-1",
          "-0.01",
          "ten",
          "1e3",
          "NaN",
          "Infinity",
          "",
          " 1",
          "1.2345678",
          "9".repeat(13),
          SQL,
          LONG,
        ]) {
          const refused = `${parameter(name, value)}&region_id=${region}`
          await expectRefused(refused, "invalid_price", JSON.stringify(value).slice(0, 100))
        }
        await expectRefused(`?${name}=1&${name}=2&region_id=${region}`, "invalid_price", `["1","2"]`)
        await expectRefused(`?${name}[$gt]=1&region_id=${region}`, "invalid_price", `{"$gt":"1"}`)
      }
      await expectRefused(`?min_price=10&max_price=9.99&region_id=${region}`, "invalid_price", "9.99")
    })

    it("prices without a region, wherever they are looked at, and of a region that does not exist", async () => {
      for (const query of ["min_price=1", "max_price=1", "order=price", "order=-price"]) {
        for (const view of ["full", "card"]) {
          await expectRefused(`?${query}&view=${view}`, "unknown_region", "region_id")
          await expectRefused(
            `?${query}&view=${view}&region_id=reg_nowhere`,
            "unknown_region",
            `"reg_nowhere"`
          )
        }
      }
      await expectRefused("?view=card&region_id=reg_nowhere", "unknown_region", `"reg_nowhere"`)
    })

    it("a location that does not exist, or that the key's channels do not sell from", async () => {
      for (const id of [otherLocation, "sloc_nowhere", SQL, "x".repeat(255)]) {
        const refused = `${parameter("location_id", id)}&location_id=${location}`
        await expectRefused(refused, "unknown_location", JSON.stringify(id).slice(0, 100))
      }
    })

    it("text to look for that is none, or too long", async () => {
      for (const q of ["", "   ", "x".repeat(201), "x".repeat(10_240)]) {
        await expectRefused(parameter("q", q), "invalid_parameter", JSON.stringify(q).slice(0, 100))
      }
      await expectRefused("?q[a]=b", "invalid_parameter", `{"a":"b"}`)
      await expectRefused("?q=a&q=b", "invalid_parameter", `["a","b"]`)
      await expectRefused("?q=%00", "invalid_parameter", "u0000")
    })

    it("facets, views and answers to whether that it does not know", async () => {
      for (const value of ["brand_id", "", "status,", "__proto__", SQL, LONG]) {
        await expectRefused(parameter("facets", value), "invalid_facets", JSON.stringify(value).slice(0, 100))
      }
      for (const value of ["cards", "", "__proto__", SQL, LONG]) {
        await expectRefused(
          parameter("view", value),
          "invalid_parameter",
          JSON.stringify(value).slice(0, 100)
        )
        await expectRefused(
          parameter("purchasable", value),
          "invalid_parameter",
          JSON.stringify(value).slice(0, 100)
        )
      }
      await expectRefused("?facets[a]=status", "invalid_facets", `{"a":"status"}`)
      await expectRefused("?view=card&fields=id", "invalid_fields", `"id"`)
    })

    it("a cursor that this listing never gave", async () => {
      const given = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
      const ofOrder = given(["-created_at", "2026-01-01T00:00:00.000001+00:00", "prod_1"])
      expect((await list(`?cursor=${ofOrder}`)).status).toBe(200)
      const broken = [
        ...[
          "",
          "x",
          "%",
          "====",
          SQL,
          LONG,
          ofOrder.slice(0, -4),
          ofOrder.toUpperCase(),
          given(null),
          given([]),
        ],
        given(["created_at", "2026-01-01T00:00:00+00:00", "prod_1"]),
        given(["title", "dune", "prod_1"]),
        given(["-created_at", SQL, "prod_1"]),
        given(["-created_at", "2026-02-30T00:00:00+00:00", "prod_1"]),
        given(["-created_at", "0000-01-01T00:00:00+00:00", "prod_1"]),
        given(["-created_at", "2026-01-01T00:00:00+23:59", "prod_1"]),
        given(["-created_at", "2026-01-01T00:00:00+00:00", "prod\u0000"]),
        given(["-created_at", null, "prod_1"]),
        given(["-created_at", "2026-01-01T00:00:00+00:00", { $ne: 1 }]),
      ]
      for (const cursor of broken) {
        await expectRefused(
          parameter("cursor", cursor),
          "invalid_cursor",
          JSON.stringify(cursor).slice(0, 100)
        )
      }
      await expectRefused(`?cursor=${ofOrder}&order=created_at`, "invalid_cursor", ofOrder)
      await expectRefused(`?cursor=${ofOrder}&offset=0`, "invalid_cursor", "0")
      await expectRefused(`?cursor=${ofOrder}&cursor=${ofOrder}`, "invalid_cursor", ofOrder)
    })

    it("a sales channel that is not one of the key's", async () => {
      for (const id of [otherChannel, "sc_nowhere", SQL]) {
        await expectRefused(parameter("sales_channel_id", id), "sales_channel_not_in_key", JSON.stringify(id))
      }
      const both = `?sales_channel_id=${channel}&sales_channel_id=${otherChannel}`
      await expectRefused(both, "sales_channel_not_in_key", `"${otherChannel}"`)
      await expectRefused("?sales_channel_id[$ne]=x", "invalid_parameter", `{"$ne":"x"}`)
    })

    it("ids that are none", async () => {
      for (const name of IDS) {
        await expectRefused(`?${name}=`, "invalid_parameter", `""`)
        await expectRefused(`?${name}[]=`, "invalid_parameter", `""`)
        await expectRefused(`?${name}[$in][]=a`, "invalid_parameter", `{"$in":["a"]}`)
        await expectRefused(parameter(name, LONG), "invalid_parameter", `"xxx`)
        await expectRefused(`?${name}=${Array(101).fill("a").join(",")}`, "invalid_parameter", `"a,a`)
      }
    })

    it("text that the database cannot store", async () => {
      const names = [...IDS, ...["sales_channel_id", "region_id", "country_code", "province", "q", "cursor"]]
      for (const name of names) {
        const priced = name === "region_id" ? "" : `&region_id=${region}`
        const { status, data } = await list(`?${name}=%00a${priced}`)
        expect({ name, status, isNamed: typeof data.code }).toEqual({ name, status: 400, isNamed: "string" })
      }
    })

    it("every parameter that it does not know, injected ids and operators among them", async () => {
      const queries = ["id[]=prod_1", "id=prod_1", "$and[0][status]=draft", "filters[status]=draft"]
      for (const query of [...queries, "handle=a", "with_deleted=true", "Limit=5", `${LONG}=1`]) {
        const { status, data } = await list(`?${query}`)
        expect({ query, status, code: data.code }).toEqual({ query, status: 400, code: "unknown_parameter" })
        expect(data.message).toContain(query.split(/[[=]/)[0]!.slice(0, 99))
      }
    })

    it("a request without a publishable key, or with one that is none", async () => {
      const wrong = ["pk_none", SQL, LONG].map((token) => ({ "x-publishable-api-key": token }))
      for (const headers of [{}, ...wrong]) {
        const { status, data } = await list("?status=sold_out", { headers })
        const code =
          "x-publishable-api-key" in headers ? "publishable_key_invalid" : "publishable_key_required"
        expect({ status, code: data.code }).toEqual({ status: 400, code })
        expect(data.message).toMatch(/publishable/i)
      }
    })
  })

  describe("GET /store/products/available is not harmed by", () => {
    it("ids that look like SQL: they are ids of nothing", async () => {
      for (const name of IDS.filter((name) => name !== "location_id")) {
        for (const id of [
          SQL,
          "a') or 1=1 --",
          `{"$ne": null}`,
          ":limit",
          "?",
          "{}",
          "null",
          "%",
          "\\",
          '"',
        ]) {
          const { status, data } = await list(parameter(name, id))
          expect({ name, id, status, count: data.count }).toEqual({ name, id, status: 200, count: 0 })
        }
      }
      await expectUnharmed()
    })

    it("text that looks like the syntax of a search: it is looked for as words", async () => {
      const typed = [
        "'",
        "''",
        "\\",
        "a'b",
        "a & b",
        "!book",
        "book:*",
        "book:A",
        "(book",
        "book <-> x",
        '"book',
        "%",
        "_",
        "\u{1f4da}",
        "三体",
        "\u200b",
        "‏سلام",
        ":words",
        "?",
      ]
      for (const q of [...typed, SQL, "x".repeat(200), "𠮷".repeat(100)]) {
        const { status, data } = await list(parameter("q", q))
        expect({ q, status, isCount: typeof data.count }).toEqual({ q, status: 200, isCount: "number" })
      }
      expect((await list(parameter("q", "book'"))).data.count).toBe(1)
      await expectUnharmed()
    })

    it("a category that does not exist: nothing is in it", async () => {
      const { status, data } = await list("?category_id=pcat_nowhere&facets=status,category_id")
      expect({ status, ...data }).toMatchObject({ status: 200, products: [], count: 0, next_cursor: null })
      expect(data.facets.status).toEqual([])
    })

    it("values at the edges of what is allowed, also when they are said twice", async () => {
      const edges = [
        `min_price=0&max_price=999999999999.999999&region_id=${region}`,
        "offset=10000000",
        "limit=100",
        `category_id=${Array(100).fill("a").join(",")}`,
        `sales_channel_id=${channel}&sales_channel_id=${channel}`,
        `location_id=${location},${location}`,
        "status=in_stock,in_stock&facets=status&facets=status",
      ]
      for (const query of edges) {
        const { status } = await list(`?${query}`)
        expect({ query, status }).toEqual({ query, status: 200 })
      }
      const twice = await list(
        `?sales_channel_id=${channel}&sales_channel_id=${channel}&location_id=${location},${location}`
      )
      expect(twice.data.count).toBe(1)
    })

    it("any query string at all: it answers, or says with a code what is wrong", async () => {
      const names = [
        ...IDS,
        ...[
          "status",
          "purchasable",
          "q",
          "min_price",
          "max_price",
          "sales_channel_id",
          "order",
          "limit",
          "offset",
        ],
        ...[
          "cursor",
          "facets",
          "view",
          "region_id",
          "country_code",
          "province",
          "cart_id",
          "fields",
          "no_such",
        ],
      ]
      const value = fc.oneof(
        fc.constantFrom(
          "any",
          "in_stock",
          "true",
          "5",
          "-price",
          "card",
          "status",
          "id",
          region,
          channel,
          location,
          "",
          "-1"
        ),
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.constantFrom(SQL, "%00", "\u0000", "null", "[]", "{}", "__proto__", "1e9", ":take", "?")
      )
      const suffix = fc.constantFrom("", "", "", "[]", "[a]", "[0][b]", "[__proto__]", "[$ne]")
      const pair = fc.tuple(fc.constantFrom(...names), suffix, value)
      const queries = fc.sample(fc.array(pair, { minLength: 1, maxLength: 5 }), {
        numRuns: 250,
        seed: 20_261_124,
      })
      const codes = new Set<string>()
      for (const pairs of queries) {
        const query = pairs.map(
          ([name, suffix, value]) => `${name}${suffix}=${encodeURIComponent(value.replace(/\p{Cs}/gu, "?"))}`
        )
        const { status, data } = await list(`?${query.join("&")}`)
        const isAnswer =
          status === 200 ? Array.isArray(data.products) : status === 400 && typeof data.code === "string"
        expect({ query, status, message: data.message, isAnswer }).toMatchObject({ isAnswer: true })
        codes.add(data.code)
      }
      expect(codes.size).toBeGreaterThan(8)
      await expectUnharmed()
    })

    it("names of the prototype as parameters", async () => {
      for (const name of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"]) {
        for (const query of [`?${name}=x`, `?${name}[status]=any`, `?status[${name}]=any`]) {
          const { status } = await list(query)
          expect({ query, isAnswer: status === 200 || status === 400 }).toEqual({ query, isAnswer: true })
        }
      }
      expect(({} as Record<string, unknown>).status).toBeUndefined()
      await expectUnharmed()
    })

    it("a query string that is broken", async () => {
      for (const query of ["?%", "?=", "?&&&", "?status[", "?status]=a", "?[]=a", "?%00=a", "?status=%ff"]) {
        const { status } = await list(query)
        expect({ query, isAnswer: status === 200 || status === 400 }).toEqual({ query, isAnswer: true })
      }
      await expectUnharmed()
    })
  })

  describe("The availability of a product in the admin", () => {
    const path = (id: string) => `/admin/products/${id}/availability`
    const get = (id: string, config: object = admin) =>
      booted.api.get(path(id), { ...config, validateStatus: null })
    const post = (id: string, body: unknown, config: { headers?: object } = admin) =>
      booted.api.post(path(id), body, { ...config, validateStatus: null })

    /** Everything that an override could have changed. */
    async function rows() {
      const read = (table: string) => booted.connection(table).orderBy("id")
      const tables = ["availability_override", "availability", "availability_channel", "availability_history"]
      return JSON.stringify(await Promise.all(tables.map(read)))
    }

    /** A body given as text is sent as it stands: axios drops some names out of an object. */
    async function expectRefused(body: unknown, code: string, value: string) {
      const before = await rows()
      const headers = { ...admin.headers, "content-type": "application/json" }
      const { status, data } = await post(book.id, body, { headers })
      expect({ body, status, code: data.code }).toEqual({ body, status: 400, code })
      expect(data.message).toContain(value)
      expect(data.message.length).toBeLessThan(500)
      expect(await rows()).toBe(before)
    }

    it("is shown and set for a user, so that the refusals below are not of everything", async () => {
      expect((await get(book.id)).data.availability).toMatchObject({
        product_id: book.id,
        status: "in_stock",
      })
      const before = await rows()
      const { status, data } = await post(book.id, { status: "out_of_stock", notes: "Water damage" })
      expect({ status, ...data.availability }).toMatchObject({
        status: "out_of_stock",
        source: "manual",
        notes: "Water damage",
      })
      expect(await rows()).not.toBe(before)
    })

    it("is refused to whoever is not logged in", async () => {
      const before = await rows()
      for (const headers of [{}, { authorization: "Bearer nonsense" }, key.headers]) {
        expect((await get(book.id, { headers })).status).toBe(401)
        expect((await post(book.id, { status: "in_stock" }, { headers })).status).toBe(401)
      }
      expect(await rows()).toBe(before)
    })

    it("is not found for an unknown product", async () => {
      const before = await rows()
      for (const id of ["prod_nowhere", encodeURIComponent(SQL), "__proto__", "x".repeat(5_000)]) {
        for (const { status, data } of [await get(id), await post(id, { status: "in_stock" })]) {
          expect({ id, status, code: data.code }).toEqual({ id, status: 404, code: "product_not_found" })
          expect(data.message).toContain("not found")
        }
      }
      expect(await rows()).toBe(before)
    })

    it("is not found for an id that the database cannot store", async () => {
      for (const { status } of [await get("a%00b"), await post("a%00b", { status: "in_stock" })]) {
        expect(status).toBe(404)
      }
    })

    it("is not set to a status that is unknown or missing", async () => {
      for (const status of ["sold_out", "IN_STOCK", "", "any", SQL, LONG, "__proto__", null, 3, true]) {
        await expectRefused({ status }, "invalid_status", JSON.stringify(status).slice(0, 100))
      }
      await expectRefused({ status: ["in_stock"] }, "invalid_status", `["in_stock"]`)
      await expectRefused({ status: { $ne: "in_stock" } }, "invalid_status", `{"$ne":"in_stock"}`)
      await expectRefused({}, "invalid_status", BEST_FIRST.join(", "))
      await expectRefused({ notes: "Why not" }, "invalid_status", "undefined")
    })

    it("is not set without a body", async () => {
      const before = await rows()
      const { status, data } = await post(book.id, undefined)
      expect(status).toBe(400)
      expect(["invalid_status", "invalid_body"]).toContain(data.code)
      expect(await rows()).toBe(before)
    })

    it("is not set with keys that mean nothing here", async () => {
      await expectRefused({ status: "in_stock", quantity: 5 }, "invalid_body", `"quantity"`)
      await expectRefused({ status: "in_stock", product_id: "prod_2" }, "invalid_body", `"product_id"`)
      await expectRefused({ status: "in_stock", set_by: "user_2" }, "invalid_body", `"set_by"`)
      for (const name of ["__proto__", "constructor", "toString"]) {
        await expectRefused(`{"status":"in_stock","${name}":{"a":1}}`, "invalid_body", name)
      }
      await expectRefused([{ status: "in_stock" }], "invalid_body", `[{"status":"in_stock"}]`)
    })

    it("is not set with notes that are too long or no text", async () => {
      await expectRefused({ status: "preorder", notes: "x".repeat(2_001) }, "invalid_notes", `"xxx`)
      for (const notes of [5, true, ["a"], { text: "a" }]) {
        await expectRefused({ status: "preorder", notes }, "invalid_notes", JSON.stringify(notes))
      }
    })

    it("is not set with notes that the database cannot store", async () => {
      await expectRefused({ status: "preorder", notes: "a\u0000b" }, "invalid_notes", "a\\u0000b")
    })

    it("is not set with a body that is no JSON, or none of the kind", async () => {
      const before = await rows()
      const asJson = { headers: { ...admin.headers, "content-type": "application/json" } }
      for (const body of [`{"status":`, "null", `"in_stock"`, `{"__proto__":{"status":"in_stock"}}`]) {
        const { status } = await post(book.id, body, asJson)
        expect({ body, status }).toEqual({ body, status: 400 })
      }
      const asForm = { headers: { ...admin.headers, "content-type": "text/plain" } }
      expect((await post(book.id, "in_stock", asForm)).status).toBe(400)
      expect(await rows()).toBe(before)
    })
  })
})
