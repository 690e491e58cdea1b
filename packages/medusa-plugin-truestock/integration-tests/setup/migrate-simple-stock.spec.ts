import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { migrateSimpleStock, type SimpleStockInput, type SimpleStockProgress } from "../../src/workflows"
import { complaints } from "../doctor/examine"
import { BOOKSTORE, MEDUSA_CLI } from "../support/bookstore"
import { command } from "../support/command"
import { type Ended, runProgram, TRUESTOCK } from "../support/run-program"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

/** A command boots the shop anew. */
const TIMEOUT_MS = 300_000

runWithShop((booted) => {
  let location: string
  let paper: Book
  let ink: Book
  let glue: Book
  let unmanaged: Book
  let folder: string

  beforeAll(async () => {
    const { shop } = booted
    const channel = await shop.channel("Web")
    location = await shop.location(channel)
    paper = await shop.book({ title: "Paper", channels: [channel], manage_inventory: false })
    ink = await shop.book({ title: "Ink", channels: [channel] })
    glue = await shop.book({ title: "Glue", channels: [channel] })
    unmanaged = await shop.book({ title: "E-book", channels: [channel], manage_inventory: false })
  })
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "truestock-csv-"))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const csv = (...lines: string[]): string => {
    const file = path.join(folder, "stock.csv")
    writeFileSync(file, lines.join("\n"))
    return `csv:${file}`
  }
  const run = async (input: SimpleStockInput) => {
    let done: SimpleStockProgress | undefined
    for await (const progress of migrateSimpleStock(booted.container, input)) done = progress
    return done!
  }
  const refusal = (input: SimpleStockInput) =>
    run(input).then(
      () => "was not refused",
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`
    )
  const say = (table: "product_variant" | "product", id: string, quantity: unknown) =>
    booted.connection(table).where({ id }).update({ metadata: { quantity } })

  const stocked = async (): Promise<string[]> => {
    const { rows } = await booted.connection.raw(
      `select p.title || ': ' || n.stocked_quantity as line from inventory_level n
       join product_variant_inventory_item l on l.inventory_item_id = n.inventory_item_id and l.deleted_at is null
       join product_variant v on v.id = l.variant_id join product p on p.id = v.product_id
       where n.deleted_at is null and n.location_id = ? order by 1`,
      [location]
    )
    return rows.map(({ line }: { line: string }) => line)
  }
  const everything = () =>
    Promise.all(
      ["inventory_item", "inventory_level", "product_variant", "stock_movement"].map((table) =>
        booted.connection(table).orderBy("id")
      )
    )

  it("takes metadata of the variant, else of its product, else 0, on the record, and nothing the second time", async () => {
    await say("product_variant", paper.variant_id, "12")
    await say("product", paper.id, 99)
    await say("product", ink.id, 5)
    await say("product_variant", ink.variant_id, null)
    const { variants, with_quantity } = await run({ from: "metadata:quantity" })
    expect(with_quantity).toBe(2)
    expect(variants).toMatchObject({
      ...{ variants: 4, items_created: 1, variants_managed: 1, levels_created: 3, units: 17 },
      left_alone: { not_managed: 1 },
    })
    expect(await stocked()).toEqual(["Glue: 0", "Ink: 5", "Paper: 12"])
    const [{ manage_inventory }] = await booted
      .connection("product_variant")
      .where({ id: unmanaged.variant_id })
    expect(manage_inventory).toBe(false)
    const movements = await booted.connection("stock_movement")
    expect(movements).toHaveLength(3)
    for (const movement of movements) {
      expect(movement).toMatchObject({
        ...{ kind: "create", reason: "other" },
        note: "Opening stock, by migrate-simple-stock from metadata:quantity",
      })
    }
    expect(await complaints(booted)).toEqual({})

    const before = await everything()
    expect((await run({ from: "metadata:quantity" })).variants).toMatchObject({
      levels_created: 0,
      levels_there: 3,
    })
    expect(await everything()).toEqual(before)
  })

  it("takes a CSV file by SKU or id, to the location that is named, and goes on after it was stopped", async () => {
    const file = csv("SKU,variant_id,quantity,colour", `${paper.sku},,3,red`, `,${glue.variant_id},4,`)
    await booted.shop.location()
    const name = (await booted.connection("stock_location").where({ id: location }).first()).name
    expect(await refusal({ from: file })).toContain("unknown_location: ")

    const stopped = migrateSimpleStock(booted.container, { from: file, location: name, batch_size: 1 })
    await stopped.next()
    await stopped.next()
    await stopped.return(undefined)
    expect(await stocked()).toHaveLength(1)
    await run({ from: file, location })
    expect(await stocked()).toEqual(["Glue: 4", "Ink: 0", "Paper: 3"])
  })

  it("takes the column of old only in a shop that has it", async () => {
    const input = { from: "column:inventory_quantity" }
    expect(await refusal(input)).toContain("invalid_parameter: ")
    await booted.connection.raw("alter table product_variant add column inventory_quantity integer")
    await booted.connection("product_variant").where({ id: ink.variant_id }).update({ inventory_quantity: 8 })
    await run(input)
    await booted.connection.raw("alter table product_variant drop column inventory_quantity")
    expect(await stocked()).toEqual(["Glue: 0", "Ink: 8"])
  })

  it("refuses a file with one bad line in the middle, by its number, and changes nothing", async () => {
    const before = await everything()
    for (const [bad, code, part] of [
      [`${ink.sku},-2`, "invalid_quantity", "Line 3"],
      [`${ink.sku},1.5`, "invalid_quantity", "Line 3"],
      [`${ink.sku},two`, "invalid_quantity", "Line 3"],
      [`${ink.sku},2,3`, "invalid_csv", "Line 3"],
      [",2", "invalid_csv", "Line 3"],
      ["NO-SUCH-SKU,2", "variant_not_found", 'Line 3: no variant has the SKU "NO-SUCH-SKU"'],
      [`${paper.sku},2`, "duplicate_row", "Lines 2 and 3"],
    ] as const) {
      const refused = await refusal({ from: csv("sku,quantity", `${paper.sku},1`, bad, `${glue.sku},1`) })
      expect(refused).toContain(`${code}: `)
      expect(refused).toContain(part)
    }
    const twice = csv("sku,variant_id,quantity", `${paper.sku},,1`, `,${paper.variant_id},1`)
    expect(await refusal({ from: twice })).toMatch(/^duplicate_row: Lines 2 and 3/)
    expect(await everything()).toEqual(before)
  })

  it("refuses a field that makes no sense, or says nothing at all, before the first level is written", async () => {
    await say("product_variant", paper.variant_id, 1)
    const before = await everything()
    expect(await refusal({ from: "metadata:qantity" })).toContain(
      'invalid_parameter: from has the value "metadata:qantity"'
    )
    expect(await refusal({ from: "csv:/nowhere/stock.csv" })).toContain("ENOENT")
    expect(await refusal({ from: "metadata:quantity", location: "Nowhere" })).toContain(
      'unknown_location: "Nowhere"'
    )
    expect(await everything()).toEqual(before)
    for (const nonsense of [-1, 2.5, "many", true, {}]) {
      await say("product_variant", glue.variant_id, nonsense)
      const refused = await refusal({ from: "metadata:quantity", batch_size: 1 })
      expect(refused).toContain(`invalid_quantity: metadata "quantity" of variant ${glue.variant_id}`)
    }
    expect(await booted.connection("inventory_level")).toEqual([])
  })

  describe("as commands", () => {
    const env = () => ({ DATABASE_URL: booted.connection.client.connectionSettings.connectionString })
    const truestock = (args: string[], cwd?: string): Promise<Ended> =>
      runProgram(TRUESTOCK, args, { env: env(), cwd })

    it(
      "tell what they would do, do it, and are content, for the shop and a file that are named from elsewhere",
      async () => {
        csv("sku,quantity", `${paper.sku},1`, `${ink.sku},-1`)
        const here = ["migrate-simple-stock", "--from", `csv:${path.join(folder, "stock.csv")}`]
        expect(await command(booted, ...here)).toMatchObject({
          ...{ code: 2, out: "" },
          err: expect.stringContaining("invalid_quantity: Line 3: quantity of"),
        })
        csv("sku,quantity", `${paper.sku},1`, `${ink.sku},2`)
        const planned = await command(booted, ...here, "--dry-run")
        expect(planned).toMatchObject({
          code: 0,
          out: expect.stringContaining("3 levels to be created with 3 units"),
        })
        expect(await stocked()).toEqual([])
        const there = ["--shop", BOOKSTORE, "migrate-simple-stock", "--from", "csv:stock.csv"]
        const done = await truestock([...there, "--location", location, "--json"], folder)
        expect(JSON.parse(done.out)).toMatchObject({ with_quantity: 2, levels_created: 3, units: 3 })
        expect(await stocked()).toEqual(["Glue: 0", "Ink: 2", "Paper: 1"])
      },
      TIMEOUT_MS
    )

    it(
      "set the shop up as its own file says, and from the shop's own scripts",
      async () => {
        expect(
          await command(booted, "setup-inventory", "--config", path.join(folder, "none.json"))
        ).toMatchObject({
          ...{ code: 2, err: expect.stringContaining("invalid_setup: The file") },
        })
        const done = await truestock(["setup-inventory"])
        expect(done.code).toBe(0)
        expect(done.out).toContain("location  Main Warehouse: created\nlocation  Overflow Storage: created\n")
        const script = ["exec", "./src/scripts/setup-inventory.ts"]
        const again = await runProgram(MEDUSA_CLI, script, { env: env() })
        expect(again.code).toBe(0)
        expect(again.out).toContain("location  Main Warehouse: unchanged")
        expect(again.out).toContain("0 levels created with 0 units")
      },
      TIMEOUT_MS
    )
  })
})
