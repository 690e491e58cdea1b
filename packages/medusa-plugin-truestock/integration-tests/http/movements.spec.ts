import fc from "fast-check"
import { MOVEMENT_KINDS, MOVEMENT_REASONS } from "../../src/modules/inventory_management/movement"
import { movementCursor } from "../../src/modules/inventory_management/movement-cursor"
import { adminHeaders } from "../support/admin-headers"
import { parseCsv } from "../support/parse-csv"
import { atRest, goAwayEarly } from "../support/go-away"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const PATH = "/admin/inventory/movements"
const LONG = "x".repeat(10_000)
const SQL = "'; drop table stock_movement; --"
const OLD_MOVEMENTS = 240

type Query = Record<string, string | string[] | undefined>

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }
  let book: Book
  let location: string
  let level: string

  beforeAll(async () => {
    const { availability, container, shop, inventory, connection } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    await insertOldMovements()
    const opened = await shop.open()
    location = opened.location
    book = await shop.book({ stock: { [location]: 50 } })
    level = (await connection("inventory_level").where(book_and_place()).first()).id
    await inventory.adjustInventory(book.inventory_item_id, location, -3)
    await inventory.createReservationItems([{ ...book_and_place(), quantity: 4, line_item_id: "ordli_real" }])
    await connection.raw("update inventory_level set incoming_quantity = 7 where id = ?", [level])
  })

  const book_and_place = () => ({ inventory_item_id: book.inventory_item_id, location_id: location })

  /** Few different values in many combinations, one a minute; every third belongs to something said later. */
  async function insertOldMovements() {
    await booted.connection.raw(
      `insert into stock_movement (level_id, inventory_item_id, location_id, kind, reason, note, stocked_delta,
         stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance, reference_type,
         reference_id, actor_type, actor_id, correlation_id, created_at)
       select 'level_' || g % 6, 'item_' || g % 3, 'location_' || g % 2, (cast(:kinds as text[]))[g % 17 + 1],
         (cast(:reasons as text[]))[g % 11 + 1], null, 1.5, g, -0.25, g % 5, 0, 0,
         case when g % 4 = 0 then 'order' when g % 4 = 1 then 'sync_run' end,
         case when g % 4 < 2 then 'order_' || g % 10 end,
         case when g % 5 < 2 then 'user' end, case when g % 5 < 2 then 'user_' || g % 5 end,
         case when g % 3 = 0 then 'run_' || g % 7 end,
         timestamptz '2026-01-01 00:00:00.123456Z' + g * interval '1 minute'
       from generate_series(1, ${OLD_MOVEMENTS}) g order by g`,
      { kinds: [...MOVEMENT_KINDS], reasons: [...MOVEMENT_REASONS] } as never
    )
    await booted.connection.raw(
      `insert into stock_movement_reference (movement_id, type, reference_id)
       select id, 'order', 'order_' || id % 10 from stock_movement where id % 3 = 0
       union select id, 'line_item', 'line_' || id % 4 from stock_movement where id % 6 = 0`
    )
  }

  const ask = (query: Query, path = PATH, config: object = admin) => {
    const pairs = Object.entries(query).flatMap(([name, v]) => [v ?? []].flat().map((value) => [name, value]))
    const text = pairs.map(([name, v]) => `${encodeURIComponent(name!)}=${encodeURIComponent(v!)}`).join("&")
    return booted.api.get(`${path}?${text}`, { ...config, validateStatus: null })
  }

  async function askAll(query: Query): Promise<any[]> {
    const all: any[] = []
    for (let cursor: string | null = null; ;) {
      const { status, data } = await ask({ ...query, ...(cursor && { cursor }) })
      expect(status).toBe(200)
      all.push(...data.movements)
      cursor = data.next_cursor
      if (!cursor) return all
    }
  }

  const idsOf = (movements: { id: string }[]) => movements.map((movement) => movement.id)

  /** The whole ledger as it stands in the tables, with all references, oldest first. */
  async function ledger(): Promise<any[]> {
    const movements = await booted.connection("stock_movement").orderBy("id")
    const later = await booted.connection("stock_movement_reference")
    return movements.map((m) => ({
      ...m,
      references: [
        ...(m.reference_id ? [`${m.reference_type} ${m.reference_id}`] : []),
        ...later.filter((r) => r.movement_id === m.id).map((r) => `${r.type} ${r.reference_id}`),
      ],
    }))
  }

  describe("GET /admin/inventory/movements", () => {
    it("tells a movement with its names, its balances and what it belongs to", async () => {
      const { data } = await ask({ inventory_item_id: book.inventory_item_id })

      expect(data).toMatchObject({ limit: 50, next_cursor: null })
      expect(data.movements.map((m: any) => m.kind)).toEqual(["set", "reserve", "adjust", "create"])
      const stored = await booted.connection("stock_movement").where({ kind: "reserve", level_id: level })
      expect(data.movements[1]).toEqual({
        id: stored[0].id,
        level_id: level,
        ...book_and_place(),
        sku: book.sku,
        location_name: expect.stringMatching(/^Location/),
        kind: "reserve",
        reason: null,
        note: null,
        stocked_delta: 0,
        stocked_balance: 47,
        reserved_delta: 4,
        reserved_balance: 4,
        incoming_delta: 0,
        incoming_balance: 0,
        available_balance: 43,
        references: [{ type: "line_item", id: "ordli_real" }],
        actor_type: null,
        actor_id: null,
        correlation_id: stored[0].correlation_id,
        created_at: stored[0].created_at.toISOString(),
      })
      expect(data.movements[0]).toMatchObject({
        incoming_delta: 7,
        incoming_balance: 7,
        available_balance: 43,
      })
    })

    it("keeps fractions, and names of what is no more as null", async () => {
      const { data } = await ask({ level_id: "level_1", limit: "1" })
      expect(data.movements[0]).toMatchObject({
        ...{ stocked_delta: 1.5, reserved_delta: -0.25, sku: null, location_name: null },
      })
    })

    it("answers newest first, or oldest first, the same movements", async () => {
      const all = idsOf(await ledger())
      expect(idsOf(await askAll({ order: "id", limit: "33" }))).toEqual(all)
      expect(idsOf(await askAll({ limit: "500" }))).toEqual(all.reverse())
    })

    it("answers what every combination of filters says, a page at a time", async () => {
      const movements = await ledger()
      const value = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })
      const minute = (g: number) =>
        new Date(Date.parse("2026-01-01T00:00:00.123Z") + g * 60_000).toISOString()
      const question = fc.record({
        inventory_item_id: value("item_0", "item_1", book.inventory_item_id),
        location_id: value("location_0", location),
        level_id: value("level_0", "level_3"),
        kind: value<string | string[]>("set", ["opening", "count", "reserve"], "sync,adjust"),
        reason: value<string | string[]>("lost", ["found", "sync", "count"]),
        reference_type: value("order", "line_item", "sync_run"),
        reference_id: value("order_0", "order_6", "line_2", "ordli_real"),
        actor_id: value("user_0", "user_1"),
        correlation_id: value("run_0", "run_3"),
        from: value(minute(40), minute(100)),
        to: value(minute(100), minute(200)),
        order: value("id", "-id"),
      })
      // Up to three at once: more of them leave nothing to find.
      const some = fc.tuple(question, fc.integer({ min: 0, max: 3 }), fc.nat()).map(([all, count, seed]) => {
        const given = Object.entries(all).filter(([, v]) => v !== undefined)
        return Object.fromEntries(given.map((_, i) => given[(i + seed) % given.length]!).slice(0, count))
      })
      let found = 0
      for (const asked of fc.sample(some, { numRuns: 120, seed: 20_261_121 }) as Record<string, string>[]) {
        const within = (name: string, v: unknown) =>
          !asked[name] ||
          String(asked[name])
            .split(",")
            .includes(v as string)
        const millis = (m: any) => m.created_at.getTime()
        const expected = movements.filter(
          (m) =>
            [
              "inventory_item_id",
              "location_id",
              "level_id",
              "actor_id",
              "correlation_id",
              "kind",
              "reason",
            ].every((name) => within(name, m[name])) &&
            (!(asked.reference_id || asked.reference_type) ||
              m.references.some((reference: string) => {
                const [type, id] = reference.split(" ")
                return within("reference_type", type) && within("reference_id", id)
              })) &&
            (!asked.from || millis(m) >= Date.parse(asked.from)) &&
            (!asked.to || millis(m) <= Date.parse(asked.to))
        )
        if (asked.order !== "id") expected.reverse()
        expect({ asked, ids: idsOf(await askAll({ ...asked, limit: "20" })) }).toEqual({
          asked,
          ids: idsOf(expected),
        })
        found += expected.length
      }
      expect(found).toBeGreaterThan(1000)
    })

    it("finds a movement by its own reference, and by one that was said later", async () => {
      const { stock, connection, inventory } = booted
      const [own] = await connection("stock_movement")
        .where({ reference_id: "order_8" })
        .orderBy("id")
        .limit(1)
      expect(idsOf(await askAll({ reference_type: "order", reference_id: "order_8" }))).toContain(own.id)

      await inventory.adjustInventory(book.inventory_item_id, location, -1)
      await connection.raw(
        `insert into stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta, stocked_balance,
           reserved_delta, reserved_balance, incoming_delta, incoming_balance, correlation_id)
         values ('l', 'i', 'p', 'fulfil', -1, 0, 0, 0, 0, 0, 'work_1')`
      )
      expect(await askAll({ reference_id: "ful_1" })).toEqual([])
      const references = [
        { type: "fulfillment" as const, id: "ful_1" },
        { type: "order" as const, id: "order_1" },
      ]
      await stock.addMovementReferences("work_1", references)

      const [movement, ...others] = await askAll({ reference_type: "fulfillment", reference_id: "ful_1" })
      expect(others).toEqual([])
      expect(movement).toMatchObject({ kind: "fulfil", correlation_id: "work_1", references })
      expect(await askAll({ reference_type: "order", reference_id: "ful_1" })).toEqual([])
    })

    it("shows a reference once, wherever it was said", async () => {
      const { connection } = booted
      const [twice] = await connection("stock_movement as m")
        .join("stock_movement_reference as r", "r.movement_id", "m.id")
        .whereRaw("r.type = m.reference_type and r.reference_id = m.reference_id")
        .select("m.*")
      const { data } = await ask({ level_id: twice.level_id, limit: "500" })
      const shown = data.movements.find((m: any) => m.id === twice.id).references
      expect(
        shown.filter((r: any) => r.id === twice.reference_id && r.type === twice.reference_type)
      ).toHaveLength(1)
      expect(
        idsOf(await askAll({ reference_id: twice.reference_id })).filter((id) => id === twice.id)
      ).toHaveLength(1)
    })

    it.each(["-id", "id"])(
      "neither skips nor repeats in order %s while movements are added",
      async (order) => {
        const { inventory } = booted
        const before = idsOf(await ledger())
        const seen: string[] = []
        for (let cursor: string | null = null, page = 0; page === 0 || cursor; page++) {
          const { data } = await ask({ order, limit: "40", ...(cursor && { cursor }) })
          seen.push(...idsOf(data.movements))
          cursor = data.next_cursor
          if (page < 6) await inventory.adjustInventory(book.inventory_item_id, location, -1)
        }
        expect(new Set(seen).size).toBe(seen.length)
        const known = new Set(before)
        expect(seen.filter((id) => known.has(id))).toEqual(order === "id" ? before : before.reverse())
      }
    )

    it("ends with null where a page is exactly full", async () => {
      const { data } = await ask({ inventory_item_id: book.inventory_item_id, limit: "4" })
      expect(data.movements).toHaveLength(4)
      expect(data.next_cursor).toBeNull()
    })

    it("looks through a part of a long ledger at a time, and finds what lies behind it", async () => {
      await booted.connection.raw(
        `insert into stock_movement (level_id, inventory_item_id, location_id, kind, note, stocked_delta,
           stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance)
         select 'long', 'long', 'long', case g when 1 then 'count' else 'set' end, null, 1, g, 0, 0, 0, 0
         from generate_series(1, 100100) g order by g`
      )
      for (const filter of [{ inventory_item_id: "long" }, { level_id: "long" }, { location_id: "long" }]) {
        const first = await ask({ ...filter, kind: "count" })
        expect(first.data.movements).toEqual([])
        expect(first.data.next_cursor).not.toBeNull()
        expect(await askAll({ ...filter, kind: "count" })).toMatchObject([
          { kind: "count", stocked_balance: 1 },
        ])
      }
      expect(parseCsv((await ask({ level_id: "long", kind: "count", format: "csv" })).data)).toHaveLength(1)
    })

    it("is empty for what is unknown", async () => {
      const names = [
        "inventory_item_id",
        "location_id",
        "level_id",
        "reference_id",
        "actor_id",
        "correlation_id",
      ]
      for (const name of names) {
        for (const value of [
          "nowhere",
          SQL,
          "a') or 1=1 --",
          ":limit",
          "?",
          "%",
          "\\",
          "null",
          "__proto__",
        ]) {
          const { status, data } = await ask({ [name]: value })
          expect({ name, value, status, data }).toEqual({
            ...{ name, value, status: 200 },
            data: { movements: [], limit: 50, next_cursor: null },
          })
        }
      }
      for (const span of [{ from: "2100-01-01" }, { to: "1999-12-31" }, { to: "0001-01-01" }]) {
        expect((await ask(span)).data.movements).toEqual([])
      }
    })
  })

  describe("The CSV of movements", () => {
    const csvOf = (movements: any[]) =>
      movements.map(({ references, ...movement }) => ({
        ...Object.fromEntries(
          Object.entries(movement).map(([name, v]) => [name, v === null ? "" : String(v)])
        ),
        references: references.map((r: any) => `${r.type}:${r.id}`).join(" "),
      }))

    it("equals the JSON, in all its pages and in both orders", async () => {
      for (const query of [
        {},
        { order: "id" },
        { kind: "set" },
        { inventory_item_id: book.inventory_item_id },
      ]) {
        const { status, data, headers } = await ask({ ...query, format: "csv" })
        expect(status).toBe(200)
        expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
        expect(headers["content-disposition"]).toBe(`attachment; filename="movements.csv"`)
        expect(parseCsv(data)).toEqual(csvOf(await askAll({ ...query, limit: "50" })))
      }
    })

    it("has its header row even where there is no movement", async () => {
      const { data } = await ask({ level_id: "nowhere", format: "csv" })
      expect(data.trim().split("\n")).toHaveLength(1)
      expect(data).toMatch(/^id,created_at,level_id,/)
    })

    it("shows text as text: no formula, and nothing that breaks a row", async () => {
      const notes = [`=HYPERLINK("http://evil","x")`, "+1", "-1", "@x", `a "quoted", one\nand two`, "plain"]
      for (const note of notes) {
        await booted.connection.raw(
          `insert into stock_movement (level_id, inventory_item_id, location_id, kind, note, stocked_delta,
             stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance, actor_id)
           values ('noted', 'noted', 'noted', 'adjust', ?, -5, -5, 0, 0, 0, 0, '=1+1')`,
          [note]
        )
      }
      const rows = parseCsv((await ask({ level_id: "noted", order: "id", format: "csv" })).data)
      expect(rows.map((row) => row.note)).toEqual(
        notes.map((note) => (/^[=+\-@]/.test(note) ? `'${note}` : note))
      )
      expect(rows[0]).toMatchObject({ stocked_delta: "-5", available_balance: "-5", actor_id: "'=1+1" })
    })

    it("stops reading when the client goes away", async () => {
      const { connection, api } = booted
      await connection.raw(
        `insert into stock_movement (level_id, inventory_item_id, location_id, kind, note, stocked_delta,
           stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance)
         select 'long', 'long', 'long', 'set', repeat('x', 500), 1, g, 0, 0, 0, 0 from generate_series(1, 50000) g`
      )
      let pages = 0
      const count = ({ sql }: { sql: string }) => (pages += sql.includes("with page as") ? 1 : 0)
      connection.on("query", count)
      try {
        const url = new URL(`${PATH}?level_id=long&format=csv`, (api as any).defaults.baseURL)
        await goAwayEarly(url, admin.headers)
        const read = await atRest(() => pages)
        expect(read).toBeGreaterThan(0)
        expect(read).toBeLessThan(100)
      } finally {
        connection.removeListener("query", count)
      }
    })

    it("is refused like the JSON, before its first byte", async () => {
      const { status, data } = await ask({ format: "csv", from: "never" })
      expect({ status, code: data.code }).toEqual({ status: 400, code: "invalid_date" })
    })
  })

  describe("GET /admin/inventory/movements refuses", () => {
    async function expectRefused(query: Query, code: string) {
      const { status, data } = await ask(query)
      expect({ query, status, code: data.code }).toEqual({ query, status: 400, code })
      expect(data.message.length).toBeLessThan(500)
    }

    it("a cursor that is broken, or of the other order", async () => {
      const encoded = (text: string) => Buffer.from(text).toString("base64url")
      const broken = ["", "abc", "12", "null", "NaN", SQL, LONG, "\0", "__proto__", "-1", "%", "é"]
      const forged = ["1:-id:-5", "1:-id:0", "1:-id:NaN", "1:-id:1e3", `1:-id:${2n ** 63n}`, "2:-id:5", "5"]
      for (const cursor of [...broken, ...forged.map(encoded)]) {
        await expectRefused({ cursor }, "invalid_cursor")
      }
      const { data } = await ask({ limit: "1" })
      await expectRefused({ cursor: data.next_cursor, order: "id" }, "invalid_cursor")
      await expectRefused({ cursor: `${data.next_cursor}x` }, "invalid_cursor")
      await expectRefused({ cursor: [data.next_cursor, data.next_cursor] }, "invalid_cursor")
      expect((await ask({ cursor: data.next_cursor })).status).toBe(200)
    })

    it("no cursor that is ours, however far out it points", async () => {
      const highest = String(2n ** 63n - 1n)
      expect((await ask({ cursor: movementCursor("id", highest), order: "id" })).data.movements).toEqual([])
      expect((await ask({ cursor: movementCursor("-id", "1") })).data.movements).toEqual([])
      expect((await ask({ cursor: movementCursor("-id", highest) })).data.movements).toHaveLength(50)
    })

    it("a date that is none, or a span that ends before it begins", async () => {
      const none = [
        "",
        "never",
        "NaN",
        "Infinity",
        "2026-02-30",
        "2026-13-01",
        "21.11.2026",
        "1700000000",
        SQL,
      ]
      for (const name of ["from", "to"]) {
        for (const value of [...none, LONG, "\0", "2026-11-21T10:00:00", "now()"]) {
          await expectRefused({ [name]: value }, "invalid_date")
        }
      }
      await expectRefused({ from: "2026-11-21T00:00:00.001Z", to: "2026-11-21" }, "invalid_date")
    })

    it("a limit, an order, a kind, a reason, a reference type or a format that it does not know", async () => {
      for (const limit of [
        "0",
        "-1",
        "501",
        "NaN",
        "Infinity",
        "1e2",
        "1.5",
        "",
        "99999999999999999999",
        SQL,
      ]) {
        await expectRefused({ limit }, "invalid_limit")
      }
      for (const order of ["", "created_at", "--id", "-ID", SQL, LONG]) {
        await expectRefused({ order }, "invalid_order")
      }
      for (const name of ["kind", "reason", "reference_type", "format"]) {
        for (const value of ["", "stolen", "\0", SQL, LONG, "constructor"]) {
          await expectRefused({ [name]: value }, "invalid_parameter")
        }
      }
    })

    it("ids that the database cannot store, and parameters that it does not know", async () => {
      for (const name of ["inventory_item_id", "location_id", "level_id", "reference_id", "actor_id"]) {
        for (const value of ["", "a\0b", LONG, ["a", "b"]]) {
          await expectRefused({ [name]: value }, "invalid_parameter")
        }
        await expectRefused({ [`${name}[$ne]`]: "a" }, "invalid_parameter")
      }
      for (const name of ["q", "offset", "fields", "id", "kinds", "with_deleted", LONG, SQL]) {
        await expectRefused({ [name]: "1" }, "unknown_parameter")
      }
    })

    it("whoever is not logged in as a user", async () => {
      const key = await booted.shop.key(await booted.shop.channel())
      for (const path of [PATH, `${PATH}/history`, "/admin/inventory/shortfalls"]) {
        for (const headers of [{}, { authorization: "Bearer nonsense" }, key.headers]) {
          expect((await ask({ inventory_item_id: "i" }, path, { headers })).status).toBe(401)
        }
      }
    })

    it("and the ledger stands as it did", async () => {
      const before = JSON.stringify(await ledger())
      for (const query of [{ cursor: SQL }, { kind: SQL }, { inventory_item_id: SQL }, { from: SQL }]) {
        await ask(query)
      }
      expect(JSON.stringify(await ledger())).toBe(before)
    })
  })

  describe("A movement is never changed or removed:", () => {
    it.each([
      "update stock_movement set note = 'never happened'",
      "update stock_movement set stocked_delta = 0 where false",
      "delete from stock_movement",
      "delete from stock_movement where id = (select max(id) from stock_movement)",
      "truncate stock_movement",
      "truncate stock_movement restart identity cascade",
      "update stock_movement_reference set reference_id = 'order_of_another'",
      "delete from stock_movement_reference",
      "truncate stock_movement_reference",
      "truncate stock_movement_reference, stock_movement",
      `insert into stock_movement_reference (movement_id, type, reference_id)
       select movement_id, type, reference_id from stock_movement_reference limit 1
       on conflict (movement_id, type, reference_id) do update set reference_id = 'order_of_another'`,
      `merge into stock_movement m using (select 1) one on m.id > 0
       when matched then update set note = 'never happened'`,
      "with gone as (delete from stock_movement returning *) select count(*) from gone",
    ])("%s", async (statement) => {
      const before = JSON.stringify(await ledger())
      const refusal = await booted.connection.raw(statement).then(
        () => null,
        (error: { code: string; hint: string; message: string }) => error
      )
      expect(refusal).toMatchObject({ code: "TS001", hint: "movement_immutable" })
      expect(refusal!.message).toContain("never changed or removed")
      expect(JSON.stringify(await ledger())).toBe(before)
    })

    it("what shares the transaction with such a statement is undone with it", async () => {
      const { connection } = booted
      const before = JSON.stringify(await ledger())
      const work = connection.transaction(async (tx) => {
        await tx.raw("update inventory_level set stocked_quantity = 1 where id = ?", [level])
        await tx.raw("delete from stock_movement where level_id = ?", [level])
      })
      await expect(work).rejects.toMatchObject({ hint: "movement_immutable" })
      expect(JSON.stringify(await ledger())).toBe(before)
    })
  })
})
