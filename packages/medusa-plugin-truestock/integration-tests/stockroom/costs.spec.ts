import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import { setCostsWorkflow } from "../../src/workflows"
import { setCostsStep, type SetCostsInput } from "../../src/workflows/costs/steps/set-costs"
import { adminHeaders } from "../support/admin-headers"
import { command } from "../support/command"
import { eachLevel } from "../support/level-quantities"
import { runProgram, TRUESTOCK } from "../support/run-program"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

/** A command boots the shop anew. */
const TIMEOUT_MS = 300_000

const failStep = createStep("fail-after-costs", async (): Promise<StepResponse<void>> => {
  throw new Error("a later step failed")
})
const costsThenFailure = createWorkflow("costs-then-failure", (input: SetCostsInput) => {
  setCostsStep(input)
  failStep()
})

runWithShop((booted) => {
  let location: string
  let book: Book
  let other: Book
  let admin: { headers: Record<string, string>; user_id: string }

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    location = shop.location
    book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })
    other = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 5 } })
    admin = await adminHeaders(booted.container)
  })

  const written = () => booted.connection("item_cost").orderBy("id")
  const costOf = async (of: Book) => {
    const row = (await written()).filter((each) => each.inventory_item_id === of.inventory_item_id).at(-1)
    return row && [Number(row.average_cost), row.currency_code]
  }
  const receive = (quantity: number, unit_cost: number) =>
    booted.stock.receiveInventory([
      {
        ...{ inventory_item_id: book.inventory_item_id, location_id: location, quantity },
        ...{ unit_cost, currency_code: "eur" },
      },
    ])
  const ask = async (body: unknown, { query = "", ...more }: Record<string, string> = {}) => {
    const config = { headers: { ...admin.headers, ...more } }
    const asked = booted.api.post(`/admin/inventory/costs${query}`, body, config)
    const { status, data } = await asked.catch((error) => error.response)
    return { status, ...data }
  }
  const CSV = { "content-type": "text/csv" }

  it("replace the average, are kept with who, when and why, and are reckoned with from then on", async () => {
    await receive(10, 4)
    const { costs } = await ask({
      costs: [{ sku: book.sku, unit_cost: 7.5, currency_code: "EUR" }],
      reason: "price list 2027",
    })
    expect(costs).toEqual([
      {
        ...{ id: expect.any(String), inventory_item_id: book.inventory_item_id, sku: book.sku },
        ...{ unit_cost: 7.5, currency_code: "eur", previous_cost: 4 },
      },
    ])
    const rows = await written()
    expect(rows).toMatchObject([
      { source: "receipt", reason: null, average_cost: expect.stringMatching(/^4(\.0+)?$/) },
      {
        ...{ source: "hand", reason: "price list 2027", quantity: "0", average_cost: "7.5" },
        ...{ actor_type: "user", actor_id: admin.user_id, created_at: expect.any(Date) },
      },
    ])
    expect(await eachLevel(booted.connection, book.inventory_item_id)).toEqual({ [location]: [20, 0, 0] })
    await receive(20, 8.5)
    expect(await costOf(book)).toEqual([8, "eur"]) // 20 at 7.5 and 20 at 8.5
  })

  it("come in a file, and reports value what nobody had told the cost of", async () => {
    const before = new Date()
    const file = `sku;unit_cost;currency;supplier\r\n${book.sku};2.5;EUR;"Ingram; Inc."\r\n${other.sku};3;usd;\r\n`
    const { status, costs } = await ask(file, { ...CSV, query: "?reason=first%20costs" })
    expect(status).toBe(200)
    expect(costs).toMatchObject([
      { sku: book.sku, unit_cost: 2.5, currency_code: "eur", previous_cost: null },
      { sku: other.sku, unit_cost: 3, currency_code: "usd", previous_cost: null },
    ])
    expect((await written()).map(({ reason }) => reason)).toEqual(["first costs", "first costs"])
    const { totals } = await booted.stock.readReport("value", {})
    expect(totals).toMatchObject({
      currencies: [
        { currency_code: "eur", stocked_quantity: 10, value: 25 },
        { currency_code: "usd", stocked_quantity: 5, value: 15 },
      ],
      without_cost: { items: 0 },
    })
    expect((await booted.stock.readReport("value", { date: before })).totals).toMatchObject({
      ...{ currencies: [], without_cost: { items: 2 } },
    })
  })

  it("are all refused for one bad line in the middle, which is named", async () => {
    await ask({ costs: [{ sku: other.sku, unit_cost: 1, currency_code: "usd" }] })
    const before = await written()
    const file = (...lines: string[]) => ["sku,unit_cost,currency", `${book.sku},1,eur`, ...lines].join("\n")
    const last = `${other.sku},2,usd`
    for (const [lines, status, code, ...parts] of [
      [["NONE,1,eur", last], 404, "item_not_found", "Line 3", '"NONE"'],
      [[`${other.sku},-1,usd`, last], 400, "invalid_cost", "Line 3", '"-1"'],
      [["X,NaN,eur", last], 400, "invalid_cost", "Line 3", '"NaN"'],
      [['X,"1,5",eur', last], 400, "invalid_cost", "Line 3", '"1,5"'],
      [["X,1,5,eur", last], 400, "invalid_csv", "Line 3"],
      [[`${book.sku},2,eur`, last], 400, "duplicate_row", "Line 2 and Line 3", book.sku],
      [[`${other.sku},1,eur`], 409, "currency_differs", "Line 3", "usd", "eur"],
      [['"unclosed', last], 400, "invalid_csv", "Line"],
    ] as [string[], number, string, ...string[]][]) {
      const { message, ...answer } = await ask(file(...lines), CSV)
      expect(answer).toMatchObject({ status, code })
      for (const part of parts) expect(message).toContain(part)
    }
    const bad = [Number.MAX_VALUE, -1, "4", null]
    for (const unit_cost of bad) {
      const costs = [
        { sku: book.sku, unit_cost: 1, currency_code: "eur" },
        { sku: other.sku, unit_cost, currency_code: "usd" },
      ]
      expect(await ask({ costs })).toMatchObject({
        ...{ status: 400, code: "invalid_cost", message: expect.stringContaining("Row 1: unit_cost") },
      })
    }
    const [row, byId] = [
      { sku: book.sku, unit_cost: 1, currency_code: "eur" },
      { inventory_item_id: book.inventory_item_id, unit_cost: 1, currency_code: "eur" },
    ]
    for (const [body, code] of [
      [{ costs: [row, byId] }, "duplicate_row"],
      [{ costs: [{ ...row, location_id: location }] }, "invalid_body"],
      [{ costs: "all" }, "invalid_body"],
      [{ costs: [] }, "too_many_rows"],
      [{ costs: [{ unit_cost: 1, currency_code: "eur" }] }, "invalid_cost"],
      [{ costs: [row], why: "?" }, "invalid_body"],
    ] as const) {
      expect(await ask(body)).toMatchObject({ status: 400, code })
    }
    expect(await ask(Buffer.from([0xff, 0xfe, 0x00]), CSV)).toMatchObject({
      status: 400,
      code: "invalid_csv",
    })
    expect(await ask("x".repeat(8 * 1024 * 1024 + 1), CSV)).toMatchObject({
      status: 400,
      code: "invalid_csv",
    })
    expect(await ask(file(), { ...CSV, query: "?why=so" })).toMatchObject({ code: "unknown_parameter" })
    expect(await written()).toEqual(before)
  })

  it("are set once per key", async () => {
    const body = { costs: [{ sku: book.sku, unit_cost: 2, currency_code: "eur" }] }
    const first = await ask(body, { "Idempotency-Key": "k1" })
    expect(await ask(body, { "Idempotency-Key": "k1" })).toEqual(first)
    expect(await ask({ ...body, reason: "other" }, { "Idempotency-Key": "k1" })).toMatchObject({
      ...{ status: 409, code: "key_reused" },
    })
    expect(await written()).toHaveLength(1)
  })

  it("are set at once from files in any order, each whole, and beside receipts", async () => {
    const row = (sku: string, unit_cost: number) => ({ sku, unit_cost, currency_code: "eur" })
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => {
        const costs = [row(book.sku, n), row(other.sku, n)]
        return Promise.all([booted.stock.costs.set(n % 2 ? costs : costs.reverse()), receive(1, 1)])
      })
    )
    const rows = await written()
    const byHand = rows.filter(({ source }) => source === "hand").map((each) => Number(each.unit_cost))
    expect(rows).toHaveLength(30)
    // Both rows of a file stand together: the next one has waited for the items.
    for (let n = 0; n < byHand.length; n += 2) expect(byHand[n]).toBe(byHand[n + 1])
  })

  it("are taken back where a later step of a workflow fails, but not what was reckoned with", async () => {
    const costs = [
      { sku: book.sku, unit_cost: 2, currency_code: "eur" },
      { sku: other.sku, unit_cost: 3, currency_code: "eur" },
    ]
    await setCostsWorkflow(booted.container).run({ input: { costs } })
    const before = await written()
    const again = { costs: costs.map((cost) => ({ ...cost, unit_cost: 9 })) }
    await costsThenFailure(booted.container).run({ input: again, throwOnError: false })
    expect(await written()).toEqual(before)
    const set = await booted.stock.costs.set(again.costs)
    await receive(10, 4)
    expect(await booted.stock.costs.takeBack(set.map(({ id }) => id))).toBe(1)
    expect([await costOf(book), await costOf(other)]).toEqual([
      [6.5, "eur"],
      [3, "eur"],
    ])
  })

  it(
    "are set by command from a file, or none of them",
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "truestock-csv-"))
      try {
        const env = { DATABASE_URL: booted.connection.client.connectionSettings.connectionString }
        const truestock = (...args: string[]) => runProgram(TRUESTOCK, ["set-costs", ...args], { env })
        const file = path.join(folder, "costs.csv")
        writeFileSync(file, `sku,unit_cost,currency\n${book.sku},2,eur\nNONE,3,eur\n`)
        expect(await command(booted, "set-costs", "--csv", file)).toMatchObject({
          ...{
            code: 2,
            out: "",
            err: expect.stringContaining('item_not_found: Line 3: there is no inventory item "NONE"'),
          },
        })
        expect(await written()).toEqual([])
        writeFileSync(file, `sku,unit_cost,currency\n${book.sku},2,eur\n${other.sku},3,eur\n`)
        const done = await truestock("--csv", file, "--reason", "price list", "--json")
        expect(done.code).toBe(0)
        expect(JSON.parse(done.out)).toMatchObject({
          costs: [{ sku: book.sku, previous_cost: null }, { unit_cost: 3 }],
        })
        expect((await written()).map(({ reason }) => reason)).toEqual(["price list", "price list"])
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    TIMEOUT_MS
  )
})
