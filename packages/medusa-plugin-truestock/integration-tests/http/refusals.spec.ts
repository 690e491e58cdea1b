import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const LONG = "x".repeat(10_000)
const SQL = "'; drop table product; --"

runWithShop((booted) => {
  let book: Book
  let channel: string
  let otherChannel: string
  let region: string
  let key: { headers: Record<string, string> }
  let admin: { headers: Record<string, string> }

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    channel = await shop.channel()
    otherChannel = await shop.channel()
    book = await shop.book({ channels: [channel], stock: { [await shop.location(channel)]: 50 } })
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
      for (const order of ["price", "--title", "title desc", "created_at,id", "", SQL, LONG, "__proto__"]) {
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

    it("a sales channel that is not one of the key's", async () => {
      for (const id of [otherChannel, "sc_nowhere", SQL]) {
        await expectRefused(parameter("sales_channel_id", id), "sales_channel_not_in_key", JSON.stringify(id))
      }
      const both = `?sales_channel_id=${channel}&sales_channel_id=${otherChannel}`
      await expectRefused(both, "sales_channel_not_in_key", `"${otherChannel}"`)
      await expectRefused("?sales_channel_id[$ne]=x", "invalid_parameter", `{"$ne":"x"}`)
    })

    it("categories and collections that are no ids", async () => {
      for (const name of ["category_id", "collection_id"]) {
        await expectRefused(`?${name}=`, "invalid_parameter", `""`)
        await expectRefused(`?${name}[$in][]=a`, "invalid_parameter", `{"$in":["a"]}`)
        await expectRefused(parameter(name, LONG), "invalid_parameter", `"xxx`)
        await expectRefused(`?${name}=${Array(101).fill("a").join(",")}`, "invalid_parameter", `"a,a`)
      }
    })

    it("text that the database cannot store", async () => {
      const names = [
        "category_id",
        "collection_id",
        "sales_channel_id",
        "region_id",
        "country_code",
        "province",
      ]
      for (const name of names) {
        const priced = name === "region_id" ? "" : `&region_id=${region}`
        const { status, data } = await list(`?${name}=%00a${priced}`)
        expect({ name, status, isNamed: typeof data.code }).toEqual({ name, status: 400, isNamed: "string" })
      }
    })

    it("every parameter that it does not know, injected ids and operators among them", async () => {
      const queries = ["id[]=prod_1", "id=prod_1", "q=dune", "$and[0][status]=draft", "filters[status]=draft"]
      for (const query of [...queries, "tag_id=a", "with_deleted=true", "Limit=5", `${LONG}=1`]) {
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
      for (const name of ["category_id", "collection_id"]) {
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
