import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import fc from "fast-check"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { moveClock } from "../support/clock"
import { adminHeaders } from "../support/admin-headers"
import { parseCsv } from "../support/parse-csv"
import { type Catalogue, fillWithRandomCatalogue } from "../support/random-catalogue"
import { runWithShop } from "../support/run-with-shop"

const PATH = "/admin/availability"
const LONG = "x".repeat(5_000)
const SQL = "'; drop table availability; --"
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const PRODUCTS = 60

type Query = Record<string, string | string[] | undefined>

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }
  let catalogue: Catalogue

  beforeAll(async () => {
    const { availability, container, connection } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    catalogue = await fillWithRandomCatalogue(booted, PRODUCTS, 20_261_121)
    // As many as can be told apart by them, with capitals among them.
    await connection.raw("update product_variant set sku = 'Sku-' || right(id, 3)")
    await connection.raw("update product set title = initcap(title) where right(id, 1) < 'H'")
    await availability.drain()
  })

  const ask = (query: Query = {}, config: object = admin) => {
    const pairs = Object.entries(query).flatMap(([name, v]) => [v ?? []].flat().map((value) => [name, value]))
    const text = pairs.map(([name, v]) => `${encodeURIComponent(name!)}=${encodeURIComponent(v!)}`).join("&")
    return booted.api.get(`${PATH}?${text}`, { ...config, validateStatus: null })
  }

  async function askAll(query: Query): Promise<{ rows: any[]; count: number }> {
    const rows: any[] = []
    for (;;) {
      const { status, data } = await ask({ limit: "17", ...query, offset: String(rows.length) })
      expect({ query, status, message: data.message }).toEqual({ query, status: 200, message: undefined })
      rows.push(...data.availabilities)
      if (data.availabilities.length < data.limit) return { rows, count: data.count }
    }
  }

  const idsOf = (rows: { product_id: string }[]) => rows.map((row) => row.product_id)

  /** Everything that is not deleted, as the tables have it, with what judges it in a channel, or anywhere. */
  async function readSlowly(sales_channel_id?: string) {
    const { connection } = booted
    const table = sales_channel_id ? "availability_channel" : "availability"
    const judged = await connection(table).where(sales_channel_id ? { sales_channel_id } : {})
    const products = await connection("product").whereNull("deleted_at")
    const variants = await connection("product_variant").whereNull("deleted_at")
    const links = await connection("product_category_product")
    const categories = await connection("product_category").whereNull("deleted_at")
    const above = (id: string | null): string[] => {
      const category = id && categories.find((c) => c.id === id)
      return category ? [category.id, ...above(category.parent_category_id)] : []
    }
    return judged.flatMap((row) => {
      const product = products.find((p) => p.id === row.product_id)
      const ofProduct = (of: { product_id: string }) => of.product_id === row.product_id
      const texts = [product?.title, product?.handle, ...variants.filter(ofProduct).map((v) => v.sku)]
      const category_ids = links.filter(ofProduct).flatMap((link) => above(link.product_category_id))
      const source = row.reason === "override" ? "manual" : "calculated"
      return product ? [{ ...row, product, texts, category_ids, source }] : []
    })
  }

  it("tells of every product what the admin's list and its availability say", async () => {
    const { status, data } = await ask({ limit: "1", order: "title" })
    expect(status).toBe(200)
    const [first] = data.availabilities
    expect(data).toEqual({ availabilities: [first], count: expect.any(Number), offset: 0, limit: 1 })
    const product = await booted.connection("product").where({ id: first.product_id }).first()
    const row = await booted.connection("availability").where({ product_id: first.product_id }).first()
    expect(first).toEqual({
      id: row.id,
      product_id: product.id,
      ...{
        title: product.title,
        handle: product.handle,
        thumbnail: product.thumbnail,
        product_status: product.status,
      },
      ...{ status: row.status, reason: row.reason, source: row.source, purchasable: row.purchasable },
      ...{ quantity: row.quantity, notes: row.notes, available_on: row.available_on?.toISOString() ?? null },
      eta: row.eta?.toISOString() ?? null,
      updated_at: expect.stringMatching(ISO),
    })
  })

  it("answers what every combination of filters says, a page at a time", async () => {
    const { channels, categories, collections } = catalogue
    const value = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })
    const question = fc.record({
      status: value<string | string[]>("in_stock", ["out_of_stock", "incoming"], "low_stock,preorder", "any"),
      source: value("manual", "calculated"),
      purchasable: value("true", "false"),
      q: value("E", "book-1", "sku-A", "iris", "%", "_"),
      category_id: value<string | string[]>(categories[0]!, categories[3]!, categories.slice(4, 6)),
      collection_id: value<string | string[]>(collections[0]!, collections),
      sales_channel_id: value(...channels),
      order: value("title", "-title", "status", "-status", "updated_at", "-updated_at"),
    })
    // Up to three at once: more of them leave nothing to find.
    const some = fc.tuple(question, fc.integer({ min: 0, max: 3 }), fc.nat()).map(([all, count, seed]) => {
      const given = Object.entries(all).filter(([, v]) => v !== undefined)
      return Object.fromEntries(given.map((_, i) => given[(i + seed) % given.length]!).slice(0, count))
    })
    const slow = new Map<string | undefined, any[]>()
    for (const channel of [undefined, ...channels]) slow.set(channel, await readSlowly(channel))
    let found = 0
    for (const asked of fc.sample(some, { numRuns: 70, seed: 4 }) as Query[]) {
      const { rows, count } = await askAll(asked)
      const expected = sorted(asked, filtered(asked, slow.get(asked.sales_channel_id as string)!))
      expect({ asked, count, ids: idsOf(rows) }).toEqual({
        ...{ asked, count: expected.length, ids: idsOf(expected) },
      })
      rows.forEach((row, i) => {
        const { status, reason, source, purchasable, quantity } = expected[i]
        expect(row).toMatchObject({ status, reason, source, purchasable, quantity })
      })
      found += expected.length
    }
    expect(found).toBeGreaterThan(500)
  })

  function filtered(asked: Query, rows: any[]) {
    const values = (name: string) =>
      asked[name] === undefined ? null : [asked[name]].flat().join(",").split(",")
    const within = (name: string, of: (string | null)[]) => values(name)?.some((v) => of.includes(v)) ?? true
    const q = asked.q as string | undefined
    return rows.filter(
      (row) =>
        (asked.status === "any" || within("status", [row.status])) &&
        within("source", [row.source]) &&
        within("purchasable", [String(row.purchasable)]) &&
        within("category_id", row.category_ids) &&
        within("collection_id", [row.product.collection_id]) &&
        (!q || row.texts.some((t: string | null) => t?.toLowerCase().includes(q.toLowerCase())))
    )
  }

  function sorted(asked: Query, rows: any[]) {
    const order = (asked.order as string) ?? "-updated_at"
    const keys: Record<string, (row: any) => string | number> = {
      title: (row) => row.product.title.toLowerCase(),
      status: (row) => BEST_FIRST.indexOf(row.status),
      // Rows of one refresh have the same time, to the microsecond.
      updated_at: (row) => row.updated_at.getTime(),
    }
    const key = keys[order.replace("-", "")]!
    const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
    const ascending = [...rows].sort((a, b) => compare(key(a), key(b)) || compare(a.product_id, b.product_id))
    return order.startsWith("-") ? ascending.reverse() : ascending
  }

  it("leaves a deleted product out at once, whatever the read model knows", async () => {
    const { rows } = await askAll({})
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    await deleteProductsWorkflow(booted.container).run({ input: { ids: [rows[0].product_id] } })
    for (const sales_channel_id of [undefined, catalogue.channels[0]]) {
      const { rows: after } = await askAll({ sales_channel_id })
      expect(idsOf(after)).not.toContain(rows[0].product_id)
    }
    expect((await ask()).data.count).toBe(rows.length - 1)
  })

  it("tells the note of the override that holds, in the channel that is asked for", async () => {
    const { availability } = booted
    const [web, club, third] = catalogue.channels as [string, string, string]
    // A showpiece: in all channels.
    const product_id = catalogue.products[0]!
    const set = (notes: string, scope: object = {}) =>
      availability.setOverride({ product_id, status: "incoming" as never, notes, ...scope })
    await set("Everywhere")
    await set("On the web", { sales_channel_id: web })
    const soon = new Date(Date.now() + 3_600_000)
    await set("In the club, for an hour", { sales_channel_id: club, expires_at: soon })
    const noteIn = async (sales_channel_id?: string) => {
      const { rows } = await askAll({ sales_channel_id })
      return rows.find((row) => row.product_id === product_id).notes
    }
    expect(await noteIn()).toBe("Everywhere")
    expect(await noteIn(web)).toBe("On the web")
    expect(await noteIn(third)).toBe("Everywhere")
    expect(await noteIn(club)).toBe("In the club, for an hour")
    await moveClock(booted.connection, 2 * 3_600)
    expect(await noteIn(club)).toBe("Everywhere")
  })

  describe("The CSV", () => {
    const csvOf = (rows: any[]) =>
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, v]) => [name, v === null ? "" : String(v)]))
      )
    const byId = (rows: any[]) => [...rows].sort((a, b) => (a.product_id < b.product_id ? -1 : 1))

    it("equals the JSON in all its pages, whatever the filters", async () => {
      const queries = [
        {},
        { source: "manual" },
        { q: "e", purchasable: "true" },
        { sales_channel_id: catalogue.channels[1]!, status: ["in_stock", "out_of_stock"] },
        { category_id: catalogue.categories[0]! },
      ]
      for (const query of queries) {
        const { status, data, headers } = await ask({ ...query, format: "csv" })
        expect(status).toBe(200)
        expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
        expect(headers["content-disposition"]).toBe(`attachment; filename="availability.csv"`)
        const { rows } = await askAll(query)
        expect(rows.length).toBeGreaterThan(0)
        expect(parseCsv(data)).toEqual(csvOf(byId(rows)))
      }
    })

    it("has its header row even where nothing is found", async () => {
      const { data } = await ask({ q: "no such book", format: "csv" })
      expect(data.trim()).toMatch(/^id,product_id,title,handle,[a-z_,]+,updated_at$/)
    })

    it("shows text as text: no formula, and nothing that breaks a row", async () => {
      const product_id = catalogue.products[0]!
      const notes = `=HYPERLINK("http://evil","x"), two\nlines`
      await booted.availability.setOverride({ product_id, status: "incoming" as never, notes })
      await booted.connection("product").where({ id: product_id }).update({ title: "+49 ways" })
      const rows = parseCsv((await ask({ q: "+49 ways", format: "csv" })).data)
      expect(rows).toMatchObject([
        { product_id, title: "'+49 ways", notes: `'${notes}`, purchasable: "false" },
      ])
    })

    it("is read a batch at a time, by id: all of a long catalogue, each product once", async () => {
      const { availability, connection } = booted
      const many = 2_345
      await availability.__hooks.onApplicationPrepareShutdown()
      await connection.raw(
        `insert into product (id, title, handle) select 'long_' || g, 'Long ' || g % 7, 'long-' || g
         from generate_series(1, ${many}) g`
      )
      await connection.raw(
        `insert into availability (id, product_id, status, reason)
         select 'avail_' || id, id, 'incoming', 'no_variant' from product where id like 'long\\_%'`
      )
      const limits: unknown[] = []
      const count = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
        if (sql.includes("a.product_id >")) limits.push(bindings.at(-1))
      }
      connection.on("query", count)
      const { data } = await ask({ format: "csv" })
      connection.removeListener("query", count)
      const ids = idsOf(parseCsv(data) as any)
      const all = await connection("product").whereNull("deleted_at").pluck("id")
      expect([...ids].sort()).toEqual(all.sort())
      expect(limits).toEqual([1000, 1000, 1000])
    })
  })

  describe("Refused is", () => {
    async function expectRefused(query: Query, code: string, value: string) {
      const { status, data } = await ask(query)
      expect({ query, status, code: data.code }).toEqual({ query, status: 400, code })
      expect(data.message).toContain(value.slice(0, 99))
      expect(data.message.length).toBeLessThan(500)
    }

    it("a status, a source or a purchasable that is none", async () => {
      for (const status of ["sold_out", "", "IN_STOCK", SQL, LONG, "__proto__", "in_stock,gone"]) {
        await expectRefused({ status }, "invalid_status", JSON.stringify(status))
      }
      await expectRefused({ "status[$ne]": "a" }, "invalid_status", `{"$ne":"a"}`)
      for (const name of ["source", "purchasable", "format"]) {
        for (const value of ["", "1", "TRUE", SQL, LONG, "\0"]) {
          await expectRefused({ [name]: value }, "invalid_parameter", JSON.stringify(value))
        }
      }
    })

    it("a limit, an offset or an order that is none", async () => {
      for (const value of ["-1", "1.5", "1e2", "NaN", "", "99999999999999999999", SQL, LONG]) {
        await expectRefused({ limit: value }, "invalid_limit", JSON.stringify(value))
        await expectRefused({ offset: value }, "invalid_offset", JSON.stringify(value))
      }
      await expectRefused({ limit: "0" }, "invalid_limit", `"0"`)
      await expectRefused({ limit: "101" }, "invalid_limit", `"101"`)
      for (const order of ["price", "--title", "title desc", "", SQL, LONG]) {
        await expectRefused({ order }, "invalid_order", JSON.stringify(order))
      }
    })

    it("text that the database cannot store, and what is not known", async () => {
      for (const name of ["q", "category_id", "collection_id", "sales_channel_id"]) {
        for (const value of ["", "a\0b", LONG]) {
          await expectRefused({ [name]: value }, "invalid_parameter", JSON.stringify(value))
        }
        await expectRefused({ [`${name}[$in]`]: "a" }, "invalid_parameter", `{"$in":"a"}`)
      }
      for (const name of ["id[]", "id", "fields", "statuses", "cursor", LONG, SQL]) {
        await expectRefused({ [name]: "a" }, "unknown_parameter", name.replace("[]", ""))
      }
    })

    it("a sales channel that does not exist, in JSON and CSV", async () => {
      for (const sales_channel_id of ["sc_none", SQL]) {
        for (const format of ["json", "csv"]) {
          await expectRefused({ sales_channel_id, format }, "sales_channel_not_found", sales_channel_id)
        }
      }
    })

    it("a page of a CSV, which is one file in the order of ids", async () => {
      for (const page of [{ limit: "5" }, { offset: "0" }, { order: "title" }]) {
        await expectRefused(
          { ...page, format: "csv" },
          "invalid_parameter",
          "leave out order, limit and offset"
        )
      }
    })
  })

  it("is empty for categories and collections of nothing, and past the end", async () => {
    for (const name of ["category_id", "collection_id", "q"]) {
      for (const value of [SQL, "a') or 1=1 --", ":limit", "?", "\\", "null!"]) {
        const { status, data } = await ask({ [name]: value })
        expect({ name, value, status, ...data }).toMatchObject({ status: 200, count: 0, availabilities: [] })
      }
    }
    const { count } = (await ask()).data
    expect((await ask({ offset: "10000000" })).data).toMatchObject({ count, availabilities: [] })
  })
})
