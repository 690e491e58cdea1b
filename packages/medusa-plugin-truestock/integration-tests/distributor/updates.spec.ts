import { unlink, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { syntheticEan13 } from "truestock-distributor-feeds"
import { assertInvariants } from "../support/invariants"
import { Ingram } from "../support/distributor"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"

const NOTIFICATION = { whole: "03", update: "04", deletion: "05" }
type Told = {
  how?: keyof typeof NOTIFICATION
  title?: string
  on_hand?: number
  on_order?: number
  price?: string
}

runWithShop((booted) => {
  let ingram: Ingram
  let location: string
  const [first, second, third, fourth] = [10, 11, 12, 13].map((n) => syntheticEan13(n)) as [
    string,
    string,
    string,
    string,
  ]

  /** A message as a publisher's agency sends it: whole products, updates of a part, deletions. */
  async function put(name: string, hours_ago: number, products: Record<string, Told>) {
    const path = join(ingram.directory, name)
    await writeFile(path, message(products))
    const at = new Date(Date.now() - hours_ago * 3_600_000)
    await utimes(path, at, at)
  }
  const title = async (ean13: string) =>
    (await ingram.module.listTitles({ source_id: "ingram", ean13 })).titles[0]!
  const stocked = async (ean13: string) =>
    (await eachLevel(booted.connection, (await title(ean13)).inventory_item_id!))[location]?.[0]

  beforeEach(async () => {
    const channel = await booted.shop.channel("Online Store")
    ingram = await Ingram.open(booted, { feed: { kind: "onix", delta_files: "changes-*.xml" } })
    location = (await ingram.module.listSources())[0]!.location_id!
    for (const ean13 of [first, second, third])
      await booted.shop.book({ ean: ean13, channels: [channel], manage_inventory: false })
    await put("all.xml", 4, {
      [first]: { title: "Sula", on_hand: 5, on_order: 8, price: "12.00" },
      [second]: { title: "Beloved", on_hand: 3, price: "11.00" },
      [third]: { title: "Jazz", on_hand: 7, price: "10.00" },
    })
    await ingram.run({ kind: "discover" })
    await ingram.run({ kind: "import" })
    await ingram.sync()
  })
  afterEach(async () => {
    await ingram.close()
    await assertInvariants(booted.connection)
  })

  it("a message of changes changes what it names and nothing else: neither other titles nor what it leaves out", async () => {
    await put("changes-1.xml", 2, { [first]: { how: "update", on_hand: 2 } })
    const run = await ingram.sync()
    expect(run).toMatchObject({
      status: "done",
      snapshot: { kind: "delta" },
      counts: { staged: 1, applied: 1 },
    })
    expect(await Promise.all([first, second, third].map(stocked))).toEqual([2, 3, 7])
    const { record, on_order, missing_since } = await title(first)
    expect(record.title?.title).toBe("Sula")
    expect(record.list_price?.amount).toBe("12.00")
    expect(record).not.toHaveProperty("partial")
    expect([on_order, missing_since]).toEqual([8, null])
  })

  it("an update of the price leaves the stock as it is", async () => {
    await put("changes-1.xml", 2, { [second]: { how: "update", price: "13.50" } })
    await ingram.sync()
    expect(await stocked(second)).toBe(3)
    expect((await title(second)).record.list_price?.amount).toBe("13.50")
    expect((await ingram.sync()).counts).toEqual({})
  })

  it("a title that is deleted has nothing to sell at once, and is discontinued; what is known of the book stays", async () => {
    await put("changes-1.xml", 3, { [third]: { how: "deletion" } })
    const run = await ingram.sync()
    expect(run.counts).toMatchObject({ staged: 1, applied: 1, levels: 1 })
    expect((await ingram.module.listChanges({ run_id: run.id, limit: 9, offset: 0 })).changes).toMatchObject([
      { ean13: third, change: "removed", title: "Jazz", before: { on_hand: 7 }, after: { on_hand: 0 } },
    ])
    expect(await stocked(third)).toBe(0)
    const gone = await title(third)
    expect(gone).toMatchObject({
      terms: { discontinued: true, sellable: 0 },
      record: { title: { title: "Jazz" } },
    })
    // The same deletion again, then the title as it was: it is offered again.
    await put("changes-2.xml", 2, { [third]: { how: "deletion" } })
    expect((await ingram.sync()).counts).toMatchObject({ staged: 0 })
    await put("changes-3.xml", 1, { [third]: { title: "Jazz", on_hand: 4 } })
    await ingram.sync()
    expect(await title(third)).toMatchObject({ terms: { discontinued: false }, missing_since: null })
    expect(await stocked(third)).toBe(4)
  })

  it("a message of updates that is called whole takes nothing away from titles it does not name", async () => {
    ingram.source.guards.min_rows_ratio = 0
    await put("all.xml", 1, { [first]: { how: "update", on_hand: 1 } })
    expect(await ingram.sync()).toMatchObject({ status: "done", counts: { staged: 1, missing: 0 } })
    expect((await title(second)).missing_since).toBeNull()
    expect(await Promise.all([first, second, third].map(stocked))).toEqual([1, 3, 7])
  })

  it("a title of the queue that is deleted before it is imported is not imported, until it is offered again", async () => {
    await put("news.xml", 3, { [fourth]: { title: "Paradise", on_hand: 2 } })
    await ingram.run({ kind: "discover" })
    expect((await title(fourth)).sync_status).toBe("enriched")
    await put("news.xml", 2, { [fourth]: { how: "deletion" } })
    await ingram.run({ kind: "discover" })
    expect(await title(fourth)).toMatchObject({
      ...{ sync_status: "skipped", status_reason: "The supplier has taken it back." },
      record: { title: { title: "Paradise" } },
    })
    await put("news.xml", 1, { [fourth]: { how: "update", on_hand: 6 } })
    await ingram.run({ kind: "discover" })
    expect(await title(fourth)).toMatchObject({ sync_status: "enriched", on_hand: 6, status_reason: null })
  })

  it("changes without anything that they could be changes of are not believed", async () => {
    await booted.connection("distributor_source").update({ full_sequence: null, delta_sequence: null })
    await put("changes-1.xml", 2, { [first]: { how: "update", on_hand: 0 } })
    await unlink(join(ingram.directory, "all.xml"))
    const run = await ingram.sync()
    expect(run.status).toBe("guarded")
    expect(run.verdicts.filter(({ tripped }) => tripped).map(({ guard }) => guard)).toEqual(["gap_in_deltas"])
    expect(await stocked(first)).toBe(5)
  })
})

function message(products: Record<string, Told>): string {
  const each = Object.entries(products).map(([ean13, told]) => productOf(ean13, told))
  return `<?xml version="1.0" encoding="UTF-8"?>
<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">
<Header><Sender><SenderName>Agency</SenderName></Sender><SentDateTime>${today()}</SentDateTime></Header>
${each.join("\n")}
</ONIXMessage>`
}

const today = () => new Date().toISOString().slice(0, 10).replaceAll("-", "")

function productOf(ean13: string, { how = "whole", title, on_hand, on_order, price }: Told): string {
  const stock =
    on_hand === undefined && on_order === undefined
      ? ""
      : `<Stock>${tag("OnHand", on_hand)}${tag("OnOrder", on_order)}</Stock>`
  const cost =
    price === undefined
      ? ""
      : `<Price><PriceType>01</PriceType>${tag("PriceAmount", price)}${tag("CurrencyCode", "USD")}</Price>`
  const availability = how === "whole" ? tag("ProductAvailability", "21") : ""
  const supply = `${availability}${stock}${cost}`
  return `<Product><RecordReference>agency-${ean13}</RecordReference>
<NotificationType>${NOTIFICATION[how]}</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>${ean13}</IDValue></ProductIdentifier>
${title === undefined ? "" : `<DescriptiveDetail><ProductForm>BC</ProductForm><TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel><TitleText>${title}</TitleText></TitleElement></TitleDetail></DescriptiveDetail>`}
${supply === "" ? "" : `<ProductSupply><SupplyDetail><Supplier><SupplierRole>01</SupplierRole><SupplierName>Agency</SupplierName></Supplier>${supply}</SupplyDetail></ProductSupply>`}
</Product>`
}

const tag = (name: string, value: string | number | undefined) =>
  value === undefined ? "" : `<${name}>${value}</${name}>`
