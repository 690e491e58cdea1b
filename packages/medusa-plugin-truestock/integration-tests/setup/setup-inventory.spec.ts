import { readFileSync } from "node:fs"
import path from "node:path"
import { setUpInventory, type SetupProgress } from "../../src/workflows"
import { complaints } from "../doctor/examine"
import { BOOKSTORE } from "../support/bookstore"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const EXAMPLE = path.join(BOOKSTORE, "truestock.setup.json")

runWithShop((booted) => {
  let web: string
  let swatch: Book
  let both: Book
  let fabric: Book
  let needle: Book

  beforeAll(async () => {
    const { shop } = booted
    web = await shop.channel("Web")
    swatch = await shop.book({ title: "Velvet Swatch", channels: [web], manage_inventory: false })
    both = await shop.book({ title: "Fabric swatch, linen", channels: [web], manage_inventory: false })
    fabric = await shop.book({ title: "Linen FABRIC", channels: [web] })
    needle = await shop.book({ title: "Needle", channels: [web], manage_inventory: false })
  })

  const run = async (json: string, how: { dry_run?: boolean; batch_size?: number } = {}) => {
    let done: SetupProgress | undefined
    for await (const progress of setUpInventory(booted.container, json, how)) done = progress
    return done!
  }
  const example = () => readFileSync(EXAMPLE, "utf8")
  const refusal = (json: object | string) =>
    run(typeof json === "string" ? json : JSON.stringify(json)).then(
      () => "was not refused",
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`
    )

  /** "Velvet Swatch at main: 500", of every level. */
  const stocked = async (): Promise<string[]> => {
    const { rows } = await booted.connection.raw(
      `select p.title || ' at ' || coalesce(o.code, s.name) || ': ' || n.stocked_quantity as line
       from inventory_level n join stock_location s on s.id = n.location_id
       left join inventory_location o on o.location_id = s.id
       join product_variant_inventory_item l on l.inventory_item_id = n.inventory_item_id and l.deleted_at is null
       join product_variant v on v.id = l.variant_id join product p on p.id = v.product_id
       where n.deleted_at is null order by 1`
    )
    return rows.map(({ line }: { line: string }) => line)
  }

  /** All that a setup could change. */
  const everything = async () => {
    const tables = ["stock_location", "inventory_location", "sales_channel_stock_location", "inventory_item"]
    tables.push(
      "inventory_level",
      "product_variant_inventory_item",
      "product_variant",
      "stock_movement",
      "store"
    )
    return Promise.all(tables.map((table) => booted.connection(table).orderBy("id")))
  }

  const DOCUMENTED = [
    "Fabric swatch, linen at main: 500",
    "Fabric swatch, linen at overflow: 0",
    "Linen FABRIC at main: 200",
    "Linen FABRIC at overflow: 0",
    "Velvet Swatch at main: 500",
    "Velvet Swatch at overflow: 0",
  ]

  it("does the documented example in a fresh shop, on the record, and nothing the second time", async () => {
    const done = await run(example())
    expect(done.locations).toEqual({
      created: ["Main Warehouse", "Overflow Storage"],
      changed: [],
      unchanged: [],
    })
    expect(done.variants).toMatchObject({
      ...{ variants: 4, items_created: 3, items_taken_over: 0, variants_managed: 3 },
      ...{ levels_created: 6, units: 1200, levels_there: 0 },
    })
    expect(await stocked()).toEqual(DOCUMENTED)

    const { connection } = booted
    const locations = await connection("inventory_location").orderBy("code")
    expect(locations).toMatchObject([
      { code: "main", kind: "warehouse", is_active: true },
      { code: "overflow", kind: "warehouse", is_active: true },
    ])
    const [store] = await connection("store")
    expect(store.default_location_id).toBe(locations[0].location_id)
    const [main] = await connection("stock_location_address").where({ address_1: "500 Mill Road" })
    expect(main).toMatchObject({ city: "Nashville", country_code: "us" })
    const variants = await connection("product_variant")
    expect(variants.every(({ manage_inventory }) => manage_inventory)).toBe(true)

    const movements = await connection("stock_movement")
    expect(movements).toHaveLength(6)
    for (const movement of movements) {
      expect(movement).toMatchObject({
        ...{ kind: "create", reason: "other", note: "Opening stock, by setup-inventory" },
        correlation_id: expect.any(String),
      })
    }
    expect(await complaints(booted)).toEqual({})
    await booted.availability.drain()
    const statuses = async (book: Book) =>
      (await connection("availability_channel").where({ product_id: book.id })).map(({ status }) => status)
    expect(await statuses(swatch)).toEqual(["in_stock"])
    expect(await statuses(needle)).toEqual(["incoming"])

    const before = await everything()
    const again = await run(example())
    expect(again.locations.unchanged).toEqual(["Main Warehouse", "Overflow Storage"])
    expect(again.variants).toMatchObject({
      items_created: 0,
      variants_managed: 0,
      levels_created: 0,
      levels_there: 6,
    })
    expect(await everything()).toEqual(before)
  })

  it("has the example in the README as it is in the file", () => {
    const readme = readFileSync(path.join(__dirname, "../../README.md"), "utf8")
    const shown = readme.split("### Setting a shop up")[1]!.split("```json\n")[1]!.split("```")[0]!
    expect(JSON.parse(shown)).toEqual(JSON.parse(example()))
  })

  it("says in a dry run what it would do, and does nothing", async () => {
    const before = await everything()
    const { locations, variants } = await run(example(), { dry_run: true })
    expect(locations.created).toEqual(["Main Warehouse", "Overflow Storage"])
    expect(variants).toMatchObject({ items_created: 3, variants_managed: 3, levels_created: 6, units: 1200 })
    expect(await everything()).toEqual(before)
  })

  it("goes on where it was stopped, between two batches or within one", async () => {
    const stopped = setUpInventory(booted.container, example(), { batch_size: 1 })
    await stopped.next()
    await stopped.next()
    await stopped.return(undefined)
    expect(await stocked()).toHaveLength(2)

    // Killed after core has made an item, and before it has linked it.
    await booted.inventory.createInventoryItems({ sku: both.sku })
    // Another batch fails at its last step: what it did before is taken back.
    await booted.connection.raw(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`)
    await booted.connection.raw(`create trigger refuse before insert on inventory_level for each row
      when (new.inventory_item_id = '${fabric.inventory_item_id}') execute function refuse()`)
    await expect(run(example(), { batch_size: 2 })).rejects.toMatchObject({
      message: expect.stringContaining("the disk is full"),
    })
    expect((await stocked()).filter((line) => line.includes("FABRIC"))).toEqual([])

    await booted.connection.raw("drop trigger refuse on inventory_level")
    await run(example(), { batch_size: 2 })
    expect(await stocked()).toEqual(DOCUMENTED)
    const items = await booted.connection("inventory_item").whereNull("deleted_at")
    expect(items.map(({ sku }) => sku).sort()).toEqual(
      [swatch, both, fabric, needle].map(({ sku }) => sku).sort()
    )
    expect(await complaints(booted)).toEqual({})
  })

  it("makes nothing twice when two run at once", async () => {
    await Promise.all([run(example(), { batch_size: 1 }), run(example(), { batch_size: 2 })])
    expect(await stocked()).toEqual(DOCUMENTED)
    expect(await booted.connection("stock_location")).toHaveLength(2)
    expect(await booted.connection("inventory_item").whereNull("deleted_at")).toHaveLength(4)
  })

  it("keeps items, stock and locations that are there, and leaves kits and shared items alone", async () => {
    const { shop, connection } = booted
    const old = await shop.location()
    await connection("stock_location").where({ id: old }).update({ name: "Main Warehouse" })
    await shop.level(fabric.inventory_item_id, old, 7)
    const part = {
      inventory_item_id: needle.inventory_item_id || fabric.inventory_item_id,
      required_quantity: 1,
    }
    const lone = await shop.book({ title: "Thread" })
    const thread = { inventory_item_id: lone.inventory_item_id, required_quantity: 3 }
    await shop.book({ title: "Fabric kit", parts: [part, thread] })
    await shop.book({ title: "Fabric by the dozen", parts: [thread] })

    const { locations, variants } = await run(example())
    expect(locations).toEqual({ created: ["Overflow Storage"], changed: ["Main Warehouse"], unchanged: [] })
    expect(variants!.left_alone).toMatchObject({ kit: 2, shared_item: 2, not_managed: 0 })
    expect(await connection("inventory_location").where({ location_id: old })).toMatchObject([
      { code: "main" },
    ])
    expect(await connection("sales_channel_stock_location").where({ stock_location_id: old })).not.toEqual([])
    expect((await stocked()).filter((line) => !line.includes("watch"))).toEqual([
      "Fabric kit at main: 7",
      "Linen FABRIC at main: 7",
    ])
  })

  it("goes by category, collection, tag and SKU, and by what is said otherwise", async () => {
    const parent = await booted.shop.category("Textiles")
    const child = await booted.shop.category("Velvets", parent)
    await booted
      .connection("product_category_product")
      .insert({ product_id: swatch.id, product_category_id: child })
    await booted.connection("product_collection").insert({ id: "pcol_1", title: "Summer", handle: "summer" })
    await booted.connection("product").where({ id: both.id }).update({ collection_id: "pcol_1" })
    await booted.connection("product_tag").insert({ id: "ptag_1", value: "sharp" })
    await booted.connection("product_tags").insert({ product_id: needle.id, product_tag_id: "ptag_1" })
    const setup = {
      locations: [{ name: "Store", code: "store", kind: "store", sales_channels: ["Web"] }],
      rules: [
        { match: { category: "textiles" }, stock: { store: 11 } },
        { match: { collection: "Summer" }, stock: { store: 12 } },
        { match: { tag: "sharp" }, manage_inventory: false },
        { match: { sku_prefix: "nothing" }, stock: { store: 14 } },
      ],
      otherwise: { stock: { store: 15 } },
    }
    expect((await run(JSON.stringify(setup))).variants!.left_alone.not_managed).toBe(1)
    expect(await stocked()).toEqual([
      "Fabric swatch, linen at store: 12",
      "Linen FABRIC at store: 15",
      "Velvet Swatch at store: 11",
    ])
    const [{ manage_inventory }] = await booted.connection("product_variant").where({ id: needle.variant_id })
    expect(manage_inventory).toBe(false)
    expect(await booted.connection("sales_channel_stock_location")).toMatchObject([{ sales_channel_id: web }])
  })

  it("stocks a large catalogue in batches of one workflow each", async () => {
    await booted.connection.raw(
      `insert into product_variant (id, title, product_id, sku, manage_inventory, allow_backorder, variant_rank)
       select 'variant_' || n, 'Colour ' || n, :product, 'COLOUR-' || n, n % 2 = 0, false, n
       from generate_series(1, 450) n`,
      { product: swatch.id }
    )
    const { variants } = await run(example())
    expect(variants).toMatchObject({ variants: 454, items_created: 453, levels_created: 906, units: 226_200 })
    const [levels] = await booted
      .connection("inventory_level")
      .count("* as count")
      .where({ stocked_quantity: 500 })
    expect(Number(levels!.count)).toBe(452)
    expect(await complaints(booted)).toEqual({})
  })

  it("refuses what it cannot do before it has done anything", async () => {
    const main = { name: "Main Warehouse", code: "main" }
    const rule = (match: object, stock: object) => ({ locations: [main], rules: [{ match, stock }] })
    const before = await everything()
    for (const [setup, code, part] of [
      ["{", "invalid_setup", "no JSON"],
      [
        rule({ title_contains: "a" }, { mian: 5 }),
        "invalid_setup",
        'rules[0].stock: no location has the code "mian"; use one of "main"',
      ],
      [
        rule({ title_contains: "a" }, { main: -5 }),
        "invalid_quantity",
        "rules[0].stock.main has the value -5",
      ],
      [
        rule({ title_contains: "a" }, { main: 2.5 }),
        "invalid_quantity",
        "rules[0].stock.main has the value 2.5",
      ],
      [
        rule({ category: "Velvet" }, { main: 5 }),
        "invalid_setup",
        'rules[0].match.category: "Velvet" is no category',
      ],
      [rule({ tag: ["a\0"] }, { main: 5 }), "invalid_setup", "rules[0].match.tag"],
      [{ locations: [{ ...main, sales_channels: ["Fax"] }] }, "invalid_setup", '"Fax" is no sales channel'],
      [{ locations: [main, { ...main, name: "B" }] }, "invalid_setup", '"main"'],
    ] as const) {
      const refused = await refusal(setup)
      expect(refused).toContain(`${code}: `)
      expect(refused).toContain(part)
    }
    expect(await everything()).toEqual(before)
  })
})
