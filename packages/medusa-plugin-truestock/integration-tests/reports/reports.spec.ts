import { query } from "../../src/database/connection"
import type { Report, ReportInput } from "../../src/modules/inventory_management/reports/report"
import { adminHeaders } from "../support/admin-headers"
import { daysAgo, type Eventful, eventfulShop, move } from "../support/eventful-stock"
import { parseCsv } from "../support/parse-csv"
import {
  agesOf,
  type Cost,
  costAt,
  type Entry,
  groupBy,
  lastSaleOf,
  lossesOf,
  readCosts,
  readEntries,
  sellThroughOf,
  sumOf,
} from "../support/reference-reports"
import { runWithShop } from "../support/run-with-shop"

const PATH = "/admin/inventory/reports"
/** Between what happened 160, 120, 80 and 40 days ago; and the present. */
const DATES = [140, 100, 60, 0]
const REPORTS: Record<string, string[]> = {
  "by-location": ["date", "location_id"],
  "low-stock": ["date", "location_id"],
  value: ["date", "location_id", "currency_code"],
  ageing: ["date", "location_id"],
  "dead-stock": ["date", "location_id", "days"],
  "sell-through": ["from", "to", "location_id"],
  shrinkage: ["from", "to", "location_id"],
}

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }
  let past: Eventful
  let entries: Entry[]
  let prices: Cost[]

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(booted.container)
    past = await eventfulShop(booted)
    entries = await readEntries(booted.connection)
    prices = await readCosts(booted.connection)
  })

  const ask = (path: string, more: object = {}) =>
    booted.api.get(`${PATH}${path}`, { ...admin, validateStatus: null, ...more })
  const at = (date: Date, location_id?: string) =>
    entries.filter((e) => e.at <= date && (location_id === undefined || e.location_id === location_id))
  const items = (list: Entry[]) => groupBy(list, (e) => e.inventory_item_id)
  const rowsOf = (report: Report) => report.rows as Record<string, any>[]

  /** Asked from the ledger alone, and then with snapshots of it. */
  const eachWay = async (check: () => Promise<void>) => {
    await check()
    expect(await booted.stock.keepSnapshots(7)).toBeGreaterThan(3)
    expect(await booted.stock.keepSnapshots(7)).toBe(0)
    await check()
  }

  describe("A report at three past dates, and now", () => {
    it("by location and item is what plain SQL adds up", () =>
      eachWay(async () => {
        for (const days of DATES) {
          const date = daysAgo(days)
          for (const [group_by, column] of [
            ["location", "location_id"],
            ["item", "inventory_item_id"],
          ] as const) {
            const report = await booted.stock.generateReport({
              ...{ group_by, date, include_reserved: true, include_incoming: true },
            })
            const truth = await query<Record<string, unknown>>(
              booted.connection,
              `select ${column}, sum(stocked_delta)::float as stocked_quantity, sum(reserved_delta)::float as reserved_quantity,
                 sum(stocked_delta - reserved_delta)::float as available_quantity, sum(incoming_delta)::float as incoming_quantity
               from stock_movement where created_at <= :date group by 1 order by 1`,
              { date }
            )
            const told = rowsOf(report).map((row) =>
              Object.fromEntries(Object.keys(truth[0]!).map((name) => [name, row[name]]))
            )
            const inOrder = (list: any[]) => [...list].sort((x, y) => (x[column] < y[column] ? -1 : 1))
            expect(inOrder(told)).toEqual(inOrder(truth))
            expect(report.totals.stocked_quantity).toBe(sumOf(at(date), (e) => e.stocked))
          }
        }
        expect(sumOf(at(daysAgo(140)), (e) => e.stocked)).not.toBe(sumOf(at(daysAgo(0)), (e) => e.stocked))
      }))

    it("by category counts an item in each of its own, and in the totals once", () =>
      eachWay(async () => {
        const [a, b, c, d, e, late] = past.books.map((book) => book.inventory_item_id)
        for (const days of DATES) {
          const date = daysAgo(days)
          const units = (...ids: (string | undefined)[]) =>
            sumOf(
              at(date).filter((x) => ids.includes(x.inventory_item_id)),
              (x) => x.stocked
            )
          const report = await booted.stock.generateReport({ group_by: "category", date })
          expect(rowsOf(report).map((row) => [row.category_id, row.stocked_quantity])).toEqual([
            [past.categories[1], units(b, c)],
            [past.categories[0], units(a, b, late)],
            [null, units(d, e)],
          ])
          expect(report.totals.stocked_quantity).toBe(units(a, b, c, d, e, late))
          expect(report.columns).toEqual([
            "category_id",
            "category_name",
            "items",
            "levels",
            "stocked_quantity",
          ])
        }
      }))

    it("by status goes by what was decided then", () =>
      eachWay(async () => {
        const statuses = await booted.connection("availability_history").orderBy("changed_at").orderBy("id")
        for (const days of DATES) {
          const date = daysAgo(days)
          const expected: Record<string, number> = {}
          for (const book of past.books) {
            const own = at(date).filter((e) => e.inventory_item_id === book.inventory_item_id)
            const then = statuses.filter((s: any) => s.product_id === book.id && s.changed_at <= date)
            const status = then.at(-1)?.to_status ?? "null"
            if (own.length > 0) expected[status] = (expected[status] ?? 0) + sumOf(own, (e) => e.stocked)
          }
          const report = await booted.stock.generateReport({ group_by: "status", date })
          expect(Object.fromEntries(rowsOf(report).map((r) => [r.status, r.stocked_quantity]))).toEqual(
            expected
          )
          if (days === 100) expect(Object.keys(expected)).toContain("out_of_stock")
        }
      }))

    it("of value is units times the average cost of then, never one sum of two currencies, and says what has no cost", () =>
      eachWay(async () => {
        for (const days of DATES) {
          const date = daysAgo(days)
          const worth = [...items(at(date))].flatMap(([id, own]) => {
            const stocked = sumOf(own, (e) => e.stocked)
            const cost = costAt(prices, id, date)
            return stocked > 0
              ? [{ id, stocked, currency: cost?.currency_code ?? null, cost: cost?.average }]
              : []
          })
          const report = await booted.stock.readReport("value", { date })
          const told = rowsOf(report)
          expect(told.length).toBe(worth.length)
          for (const { id, stocked, currency, cost } of worth) {
            expect(told.find((row) => row.inventory_item_id === id)).toMatchObject({
              ...{ stocked_quantity: stocked, currency_code: currency, average_cost: cost ?? null },
              value: cost === undefined ? null : expect.closeTo(stocked * cost, 9),
            })
          }
          const { currencies, without_cost } = report.totals as any
          const sum = (currency: string | null) => {
            const own = worth.filter((w) => w.currency === currency)
            return { items: own.length, stocked_quantity: sumOf(own, (w) => w.stocked) }
          }
          for (const each of currencies) {
            const value = sumOf(worth, (w) => (w.currency === each.currency_code ? w.stocked * w.cost! : 0))
            expect(each).toEqual({
              ...{ currency_code: each.currency_code, ...sum(each.currency_code) },
              value: expect.closeTo(value, 9),
            })
          }
          expect(without_cost).toEqual(sum(null))
          expect(without_cost.items).toBeGreaterThan(0)
          const dollars = await booted.stock.readReport("value", { date, currency_code: "USD" })
          expect((dollars.totals as any).currencies.map((c: any) => c.currency_code)).toEqual(
            currencies.map((c: any) => c.currency_code).filter((code: string) => code === "usd")
          )
          expect((dollars.totals as any).without_cost).toEqual(without_cost)
        }
      }))

    it("of ageing is what first in, first out leaves of each day", () =>
      eachWay(async () => {
        for (const days of DATES) {
          const date = daysAgo(days)
          const { rows, totals } = await booted.stock.readReport("ageing", { date })
          const within = (list: Entry[], from: number, to: number) =>
            agesOf(list, date).filter((age) => age >= from && age <= to).length
          const parts = (list: Entry[]) => ({
            stocked_quantity: sumOf(list, (e) => e.stocked),
            ...{ days_0_to_30: within(list, 0, 30), days_31_to_60: within(list, 31, 60) },
            ...{ days_61_to_90: within(list, 61, 90), days_91_to_180: within(list, 91, 180) },
            ...{ days_181_to_365: within(list, 181, 365), days_over_365: 0, unknown_age: 0 },
          })
          expect(totals).toEqual({ items: rows.length, ...parts(at(date)) })
          for (const row of rows) {
            expect(row).toMatchObject(
              parts(at(date).filter((e) => e.inventory_item_id === row.inventory_item_id))
            )
          }
        }
      }))

    it("of dead stock has what nobody was sent for so long", () =>
      eachWay(async () => {
        for (const days of DATES) {
          for (const idle of [10, 50, 100]) {
            const date = daysAgo(days)
            const before = new Date(date.getTime() - idle * 86_400_000)
            const dead = [...items(at(date))].flatMap(([id, own]) => {
              const since = lastSaleOf(own, date) ?? own[0]!.at
              return sumOf(own, (e) => e.stocked) > 0 && since <= before ? [id] : []
            })
            const { rows } = await booted.stock.readReport("dead-stock", { date, days: idle })
            expect(rows.map((row) => row.inventory_item_id).sort()).toEqual(dead.sort())
          }
        }
        const { rows } = await booted.stock.readReport("dead-stock")
        expect(rows.map(({ sku }) => sku)).toContain(past.books[4]!.sku)
      }))

    it("of low stock has what is left under its threshold", () =>
      eachWay(async () => {
        const [a, , , d] = past.books as [any, any, any, any]
        await booted.availability.setPolicy({ product_id: a.id, low_stock_threshold: 25 })
        await booted.availability.setPolicy({ product_id: d.id, low_stock_threshold: 0 })
        const threshold = (id: string) =>
          id === a.inventory_item_id ? 25 : id === d.inventory_item_id ? 0 : 10
        for (const days of DATES) {
          for (const location_id of [undefined, past.here]) {
            const date = daysAgo(days)
            const low = [...items(at(date, location_id))].flatMap(([id, own]) => {
              const left = sumOf(own, (e) => e.stocked - e.reserved)
              const places = [...groupBy(own, (e) => e.location_id).values()]
              const isGone = places.every((ofPlace) => ofPlace.at(-1)!.kind === "delete")
              return !isGone && threshold(id) > 0 && left <= threshold(id) ? [[id, left]] : []
            })
            const { rows } = await booted.stock.readReport("low-stock", { date, location_id })
            const told = rows.map((row) => [row.inventory_item_id, row.available_quantity])
            expect(told.sort()).toEqual(low.sort())
          }
        }
      }))
  })

  describe("A report over a span of time", () => {
    const SPANS = [
      [140, 60],
      [100, 20],
      [170, 0],
    ] as const

    it("tells how much of what there was to sell was sold", () =>
      eachWay(async () => {
        for (const [first, last] of SPANS) {
          const [from, to] = [daysAgo(first), daysAgo(last)]
          const { rows, totals } = await booted.stock.readReport("sell-through", { from, to })
          for (const [id, own] of items(entries)) {
            const { start, received, fulfilled } = sellThroughOf(own, from, to)
            const row = rows.find(({ inventory_item_id }) => inventory_item_id === id)
            if (start + received === 0 && fulfilled === 0) expect(row).toBeUndefined()
            else {
              expect(row).toMatchObject({
                ...{ start_quantity: start, received_quantity: received, fulfilled_quantity: fulfilled },
                sell_through: expect.closeTo(fulfilled / (start + received), 9),
              })
            }
          }
          expect(totals).toMatchObject({ fulfilled_quantity: sellThroughOf(entries, from, to).fulfilled })
        }
        const moved = async (location_id: string) => {
          const { rows } = await booted.stock.readReport("sell-through", { from: daysAgo(100), location_id })
          return rows.find((row) => row.inventory_item_id === past.books[2]!.inventory_item_id)
        }
        expect(await moved(past.here)).toMatchObject({
          ...{ start_quantity: 40, transferred_quantity: -5, fulfilled_quantity: 9 },
          sell_through: expect.closeTo(9 / 35, 9),
        })
        expect(await moved(past.there)).toMatchObject({ start_quantity: 4, transferred_quantity: 4 })
      }))

    it("tells what was lost, by reason and currency, also on its way from one location to another", () =>
      eachWay(async () => {
        for (const [first, last] of SPANS) {
          const [from, to] = [daysAgo(first), daysAgo(last)]
          const lost = lossesOf(entries, from, to).map((e) => ({
            ...e,
            cost: costAt(prices, e.inventory_item_id, to),
          }))
          const expected = [...groupBy(lost, (e) => `${e.reason} ${e.cost?.currency_code ?? null}`)].map(
            ([key, own]) => [key, own.length, sumOf(own, (e) => e.lost)]
          )
          const { rows, totals } = await booted.stock.readReport("shrinkage", { from, to })
          expect(
            rows.map((r) => [`${r.reason} ${r.currency_code}`, r.movements, r.lost_quantity]).sort()
          ).toEqual(expected.sort())
          const euros = lost.filter((e) => e.cost?.currency_code === "eur")
          expect((totals as any).currencies.find((c: any) => c.currency_code === "eur")?.value).toBeCloseTo(
            sumOf(euros, (e) => e.lost * e.cost!.average),
            9
          )
        }
        const { rows } = await booted.stock.readReport("shrinkage", { from: daysAgo(170) })
        expect(rows.map(({ reason }) => reason)).toEqual(
          expect.arrayContaining(["damaged", "lost", "count", null])
        )
        expect(rows.map(({ reason }) => reason)).not.toContain("sync")
        const arriving = { from: daysAgo(60), location_id: past.there }
        expect((await booted.stock.readReport("shrinkage", arriving)).rows).toMatchObject([
          { reason: "lost", lost_quantity: 1, movements: 1 },
        ])
      }))
  })

  describe("What the ledger does not know", () => {
    it("is taken to have been as it was found: books opened later, or not yet", async () => {
      const { connection, stock, shop } = booted
      const [old, untouched] = [
        await shop.book({ stock: { [past.here]: 5 } }),
        await shop.book({ stock: { [past.here]: 7 } }),
      ]
      const ids = [old.inventory_item_id, untouched.inventory_item_id]
      await connection.transaction(async (tx) => {
        await tx.raw("set local session_replication_role = replica")
        await tx("stock_movement").whereIn("inventory_item_id", ids).delete()
        await tx.raw(
          `delete from level_guard where level_id in (select id from inventory_level where inventory_item_id = any(?))`,
          [ids]
        )
      })
      await move(connection, old, past.here, { stocked: -2 }, { kind: "fulfil" })
      const units = async (date?: Date) => {
        const { rows } = await stock.generateReport({ group_by: "item", date })
        return ids.map((id) => rows.find((row) => row.inventory_item_id === id)?.stocked_quantity)
      }
      expect(await units(daysAgo(60))).toEqual([5, 7])
      expect(await units()).toEqual([3, 7])
      const { rows } = await stock.readReport("ageing", { date: daysAgo(60) })
      expect(rows.find((row) => row.inventory_item_id === ids[0])).toMatchObject({ unknown_age: 5 })
    })
  })

  describe("A snapshot", () => {
    it("waits for a transaction that has written a movement and is still under way", async () => {
      const [book] = past.books
      const { connection, stock } = booted
      const tx = await connection.transaction()
      await tx("inventory_level")
        .where({ inventory_item_id: book!.inventory_item_id, location_id: past.there })
        .update({ stocked_quantity: 100 })
      await move(connection, book!, past.here, { stocked: 1 }, { kind: "receive" })
      const kept = stock.keepSnapshots(1)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await connection("stock_snapshot")).toEqual([])
      await tx.commit()
      expect(await kept).toBeGreaterThan(10)
      const { rows } = await stock.generateReport({ group_by: "location", location_id: past.there })
      const [truth] = await query<{ units: number }>(
        connection,
        "select sum(stocked_quantity)::float as units from inventory_level where location_id = :there and deleted_at is null",
        { there: past.there }
      )
      expect(rows[0]!.stocked_quantity).toBe(truth!.units)
    })

    it("follows the ledger over a gap in its ids, however wide", async () => {
      await booted.stock.keepSnapshots(5)
      await booted.connection.raw("alter sequence stock_movement_id_seq restart with 1000000")
      for (let n = 0; n < 5; n++)
        await move(booted.connection, past.books[0]!, past.here, { stocked: 1 }, { kind: "receive" })
      await booted.stock.keepSnapshots(5)
      const last = await booted.connection("stock_snapshot").orderBy("until_id", "desc").first()
      expect(Number(last.until_id)).toBe(1_000_004)
      const { totals } = await booted.stock.generateReport({ group_by: "location" })
      expect(totals.stocked_quantity).toBe(sumOf(entries, (e) => e.stocked) + 5)
    })

    it("is written once when many processes do it at the same time", async () => {
      const written = await Promise.all([1, 2, 3, 4].map(() => booted.stock.keepSnapshots(5)))
      const kept = await booted.connection("stock_snapshot").orderBy("until_id")
      expect(sumOf(written, (n) => n)).toBe(kept.length)
      expect(kept.map(({ until_id }: any) => Number(until_id))).toEqual(
        kept.map((_: any, n: number) => 5 * (n + 1))
      )
    })
  })

  describe("Over HTTP", () => {
    const date = () => daysAgo(60).toISOString()

    it("every report is answered as JSON in pages, and whole as CSV, with the same in it", async () => {
      const paths = [
        ...["location", "item", "category", "status"].map(
          (group) => `?group_by=${group}&include_reserved=true&include_incoming=true&date=${date()}`
        ),
        ...Object.entries(REPORTS).map(([name, takes]) =>
          takes.includes("date") ? `/${name}?date=${date()}` : `/${name}?from=${daysAgo(170).toISOString()}`
        ),
      ]
      for (const path of paths) {
        const { status, data } = await ask(path)
        expect([path, status]).toEqual([path, 200])
        expect(data.count).toBe(data.report.rows.length)
        expect(data.count).toBeGreaterThan(0)
        const file = await ask(`${path}&format=csv`)
        expect(file.headers["content-type"]).toContain("text/csv")
        expect(
          (await ask(path, { headers: { ...admin.headers, accept: "text/csv" } })).data.split("\n")[0]
        ).toBe(data.report.columns.join(","))
        const shown = (value: unknown) =>
          value === null
            ? ""
            : typeof value === "string" && /^[=+\-@]/.test(value)
              ? `'${value}`
              : String(value)
        const expected = data.report.rows.map((row: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shown(value)]))
        )
        expect(parseCsv(file.data)).toEqual(expected)
        const pages = [await ask(`${path}&limit=1`), await ask(`${path}&limit=1&offset=1`)]
        expect(pages.flatMap((page) => page.data.report.rows)).toEqual(data.report.rows.slice(0, 2))
        for (const page of pages)
          expect([page.data.count, page.data.report.totals]).toEqual([data.count, data.report.totals])
      }
    })

    it("what makes no sense is refused with a named code", async () => {
      const future = new Date(Date.now() + 3_600_000).toISOString()
      const refusals: [path: string, status: number, code: string][] = [
        ["", 400, "unknown_report_group"],
        ["?group_by=", 400, "unknown_report_group"],
        ["?group_by=shelf", 400, "unknown_report_group"],
        ["?group_by=item&group_by=status", 400, "unknown_report_group"],
        ["?group_by=item&include_reserved=yes", 400, "invalid_parameter"],
        ["?group_by=item&days=3", 400, "unknown_parameter"],
        [`?group_by=item&date=${future}`, 400, "future_date"],
        ["?group_by=item&date=yesterday", 400, "invalid_date"],
        ["?group_by=item&location_id=sloc_none", 400, "unknown_location"],
        ["?group_by=item&format=csv&limit=5", 400, "invalid_parameter"],
        ["/profit", 404, "unknown_report"],
        ["/toString", 404, "unknown_report"],
        ["/value?currency_code=euros", 400, "invalid_parameter"],
        [`/sell-through?to=${future}`, 400, "future_date"],
        [`/shrinkage?from=${future}`, 400, "invalid_date"],
        ["/sell-through?from=2026-02-01&to=2026-01-01", 400, "invalid_date"],
        ["/dead-stock?days=0", 400, "invalid_parameter"],
        ["/dead-stock?days=1e9", 400, "invalid_parameter"],
      ]
      for (const [name, takes] of Object.entries(REPORTS)) {
        refusals.push(
          [`/${name}?limit=0`, 400, "invalid_limit"],
          [`/${name}?limit=1001`, 400, "invalid_limit"],
          [`/${name}?offset=-1`, 400, "invalid_offset"],
          [`/${name}?location_id=sloc_none`, 400, "unknown_location"],
          [`/${name}?location_id=a%00b`, 400, "invalid_parameter"],
          [`/${name}?format=xml`, 400, "invalid_parameter"],
          [`/${name}?group_by=item`, 400, "unknown_parameter"]
        )
        if (takes.includes("date")) refusals.push([`/${name}?date=${future}`, 400, "future_date"])
        else refusals.push([`/${name}?date=2026-01-01`, 400, "unknown_parameter"])
        if (!takes.includes("days")) refusals.push([`/${name}?days=3`, 400, "unknown_parameter"])
      }
      for (const [path, status, code] of refusals) {
        const answer = await ask(path)
        expect({ path, status: answer.status, code: answer.data.code }).toEqual({ path, status, code })
      }
      expect((await booted.api.get(`${PATH}/value`, { validateStatus: null })).status).toBe(401)
    })

    it("the service refuses the same of whoever calls it", async () => {
      const asked: [string, ReportInput, string][] = [
        ["value", { date: new Date(Date.now() + 60_000) }, "future_date"],
        ["value", { date: new Date(NaN) }, "invalid_date"],
        ["value", { days: 3 }, "unknown_parameter"],
        ["value", { location_id: 3 as never }, "invalid_parameter"],
        ["value", { limit: 0.5 }, "invalid_limit"],
        ["profit", {}, "unknown_report"],
      ]
      for (const [name, input, code] of asked) {
        await expect(booted.stock.readReport(name, input)).rejects.toMatchObject({ code })
      }
      const group = (input: object) => booted.stock.generateReport(input as never)
      await expect(group({ group_by: "shelf" })).rejects.toMatchObject({ code: "unknown_report_group" })
      await expect(group({ group_by: "item", include_reserved: "yes" })).rejects.toMatchObject({
        code: "invalid_parameter",
      })
    })
  })
})
