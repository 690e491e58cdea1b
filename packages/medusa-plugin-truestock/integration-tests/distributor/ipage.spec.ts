import { syntheticEan13, toIsbn10 } from "truestock-distributor-feeds"
import { IpageDouble, type TitleOnPage } from "truestock-distributor-feeds/testing"
import { AvailabilityStatus } from "../../src/modules/availability"
import { adminHeaders } from "../support/admin-headers"
import { putBrands } from "../../src/modules/distributor/titles/sql/put-brands"
import { moveClock } from "../support/clock"
import { Ingram } from "../support/distributor"
import { assertInvariants } from "../support/invariants"
import { eachLevel } from "../support/level-quantities"
import { OPTIONS, setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

const SESSION = "JSESSIONID=of-a-person"
const eans = Array.from({ length: 120 }, (_, n) => syntheticEan13(n))
/** The distributor's own search for what is in stock leaves it out. */
const LEFT_OUT = eans[7]!
const SOLD_OUT = eans[3]!
const ean = eans[0]!

/** The pages as they are before each test: everything is there but one, 410 of another. */
const pages = (): Map<string, TitleOnPage> =>
  new Map(
    eans.map((ean13, n) => {
      const on_hand = ean13 === LEFT_OUT ? 410 : ean13 === SOLD_OUT ? 0 : 20 + n
      const main = [
        { state: "TN", on_hand, on_order: 0 },
        { state: "PA", on_hand: 0, on_order: 0 },
      ]
      const facts = { title: `Title ${n}`, publisher: "Penguin", binding: "Paper", us_srp: "18.99" }
      return [ean13, { ean13, ...facts, pub_date: "01/15/2020", main }]
    })
  )

runWithShop((booted) => {
  let shop: SellingShop
  let double: IpageDouble
  let ingram: Ingram
  let location: string

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    process.env.INGRAM_IPAGE_SESSION = SESSION
    double = await IpageDouble.start({ session: SESSION })
    shop = await SellingShop.open(booted)
    double.titles.clear()
    pages().forEach((page) => double.titles.set(page.ean13, page))
    ingram = await Ingram.open(booted, {
      feed: {
        ...{ kind: "ingram_ipage", base_url: double.url, delay_ms: 0, concurrency: 4 },
        searches: {
          everything: { from: `${double.url}/lists/{search}.csv`, column: "EAN" },
          in_stock: { from: `${double.url}/lists/{search}.csv`, column: "EAN" },
        },
      },
      sales_channel: shop.channel,
    })
    location = (await ingram.module.listSources())[0]!.location_id!
    double.lists.set("everything", eans)
    double.lists.set(
      "in_stock",
      eans.filter((each) => each !== LEFT_OUT && each !== SOLD_OUT)
    )
    await ingram.run({ kind: "discover", target: "everything" })
    await ingram.run({ kind: "import" })
    await booted.availability.drain()
  })
  beforeEach(() => {
    double.behave = () => "title"
    double.requests.length = 0
    double.titles.clear()
    pages().forEach((page) => double.titles.set(page.ean13, page))
  })
  afterEach(() => assertInvariants(booted.connection))
  afterAll(async () => {
    await ingram.close()
    await double.close()
    delete process.env.INGRAM_IPAGE_SESSION
  })

  const title = async (ean13: string) =>
    (await ingram.module.listTitles({ source_id: "ingram", ean13 })).titles[0]!
  const stockedOf = async (ean13: string) => {
    const { inventory_item_id } = await title(ean13)
    return (await eachLevel(booted.connection, inventory_item_id!))[location]?.[0]
  }
  const change = (ean13: string, more: Partial<TitleOnPage>) =>
    double.titles.set(ean13, { ...double.titles.get(ean13)!, ...more })

  const listed = async (question: string) =>
    (await booted.api.get(`/store/products/available?status=any&${question}`, shop.store)).data
  /** What the listing says of a title's product. */
  async function shown(ean13: string) {
    await booted.availability.drain()
    return (await listed(`q=${ean13}`)).products[0]?.availability
  }
  /** The titles by the status that the listing gives them, which its facets and its lists by status agree with. */
  async function shelf(): Promise<Record<string, string[]>> {
    await booted.availability.drain()
    const pages = [await listed("view=card&limit=100"), await listed("view=card&limit=100&offset=100")]
    const byStatus: Record<string, string[]> = {}
    for (const { title, availability } of pages.flatMap(({ products }) => products)) {
      ;(byStatus[availability.status] ??= []).push(title)
    }
    const { facets } = await listed("facets=status&limit=1&view=card")
    const counted = Object.entries(byStatus).map(([value, titles]) => ({ value, count: titles.length }))
    const inOrder = (a: { value: string }, b: { value: string }) => (a.value < b.value ? -1 : 1)
    expect(facets.status.sort(inOrder)).toEqual(counted.sort(inOrder))
    for (const titles of Object.values(byStatus)) titles.sort()
    return byStatus
  }
  /** What a new cart says to so many of a title. */
  async function inCart(ean13: string, quantity: number): Promise<"taken" | string> {
    const { variant_id } = await title(ean13)
    const asked = { region_id: shop.region, sales_channel_id: shop.channel }
    const { cart } = await shop.shop("/store/carts?fields=id", asked)
    return shop.shop(`/store/carts/${cart.id}/line-items?fields=id`, { variant_id, quantity }).then(
      () => "taken",
      ({ answer }) => answer.code ?? answer.type
    )
  }
  const syncFailing = async (more: object = {}) => {
    const { id } = await ingram.module.requestRun({ source_id: "ingram", kind: "sync", ...more })
    await expect(ingram.module.doRun(id)).rejects.toMatchObject({ name: "FeedError" })
    return ingram.module.retrieveRun(id)
  }

  it("imports every title of a list, whatever its stock, as a product that can be bought", async () => {
    expect((await listed("limit=1")).count).toBe(120)
    expect(await shown(LEFT_OUT)).toMatchObject({ status: "in_stock", purchasable: true, quantity: 410 })
    expect(await shown(SOLD_OUT)).toMatchObject({ status: "out_of_stock", purchasable: false, quantity: 0 })
    expect(await stockedOf(LEFT_OUT)).toBe(410)

    const { product_id, variant_id, sync_status } = await title(LEFT_OUT)
    expect(sync_status).toBe("imported")
    const { product } = await shop.look(`/products/${product_id}?fields=*variants,*variants.prices,+metadata`)
    expect(product).toMatchObject({
      ...{ title: "Title 7", status: "published" },
      metadata: { ingram_stock: { TN: { on_hand: 410, on_order: 0 }, PA: { on_hand: 0, on_order: 0 } } },
      variants: [
        {
          ...{ id: variant_id, sku: LEFT_OUT, ean: LEFT_OUT, manage_inventory: true, allow_backorder: false },
          prices: [{ currency_code: "usd", amount: 18.99 }],
        },
      ],
    })
    const { brand } = OPTIONS
    const [link] = await booted.connection(brand.link_table).where({ product_id })
    const [publisher] = await booted.connection(brand.table).where({ id: link[brand.brand_id_column] })
    expect(publisher[brand.name_column]).toBe("Penguin")
  })

  const stock = (on_hand: number, on_order = 0) => ({ main: [{ state: "TN", on_hand, on_order }] })
  it.each<[string, Partial<TitleOnPage>, object, takes: number, refuses: number | null]>([
    ["out_of_stock", stock(0), { purchasable: false, quantity: 0 }, 0, 1],
    ["low_stock", stock(3), { purchasable: true, quantity: 3 }, 3, 4],
    ["backorder", stock(0, 40), { purchasable: true, lead_time_days: { min: 7, max: 14 } }, 3, null],
    [
      "preorder",
      { ...stock(0), pub_date: "01/31/2030" },
      { purchasable: true, available_on: "2030-01-31T00:00:00.000Z" },
      ...([2, null] as [number, null]),
    ],
    [
      "out_of_stock",
      { ...stock(50, 40), restriction: "This title is restricted." },
      { purchasable: false },
      ...([0, 1] as [number, number]),
    ],
  ])("says %s after %j, and a cart takes exactly that", async (status, page, told, takes, refuses) => {
    change(ean, page)
    expect(await ingram.sync()).toMatchObject({ status: "done", counts: { tracked: 120, applied: 1 } })
    expect(await shown(ean)).toMatchObject({ status, ...told })
    if (takes > 0) expect(await inCart(ean, takes)).toBe("taken")
    if (refuses !== null) expect(await inCart(ean, refuses)).not.toBe("taken")
    expect(await shown(LEFT_OUT)).toMatchObject({ status: AvailabilityStatus.IN_STOCK, quantity: 410 })

    // And back again: nothing of it stays.
    double.titles.set(ean, pages().get(ean)!)
    await ingram.sync()
    expect(await shown(ean)).toMatchObject({ status: "in_stock", purchasable: true, quantity: 20 })
    expect(await inCart(ean, 20)).toBe("taken")
    expect(await inCart(ean, 21)).not.toBe("taken")
  })

  it("says of all 120 titles what became of them: sold out, on order, forthcoming, few left, restricted, and back", async () => {
    const [soldOut, ordered, ahead, few, forbidden] = [
      [10, 40],
      [10, 30],
      [40, 50],
      [50, 55],
      [55, 58],
    ].map(([from, to]) => eans.slice(from, to)) as [string[], string[], string[], string[], string[]]
    const changed = (titles: string[], more: Partial<TitleOnPage>) =>
      titles.forEach((ean13) => change(ean13, more))
    const counts = async () =>
      Object.fromEntries(Object.entries(await shelf()).map(([status, titles]) => [status, titles.length]))
    const titlesOf = (of: string[]) => of.map((ean13) => `Title ${eans.indexOf(ean13)}`).sort()
    expect(await counts()).toEqual({ in_stock: 119, out_of_stock: 1 })

    changed(soldOut, stock(0))
    expect(await ingram.sync()).toMatchObject({ counts: { tracked: 120, applied: 30, levels: 30 } })
    expect(await counts()).toEqual({ in_stock: 89, out_of_stock: 31 })
    expect((await shelf()).out_of_stock).toEqual(titlesOf([SOLD_OUT, ...soldOut]))

    changed(ordered, stock(0, 40))
    expect(await ingram.sync()).toMatchObject({ counts: { applied: 20, levels: 0 } })
    expect(await counts()).toEqual({ in_stock: 89, out_of_stock: 11, backorder: 20 })
    expect((await shelf()).backorder).toEqual(titlesOf(ordered))

    changed(ahead, { ...stock(0), pub_date: "01/31/2030" })
    changed(few, stock(4))
    changed(forbidden, { ...stock(50), restriction: "This title is restricted." })
    expect(await ingram.sync()).toMatchObject({ counts: { applied: 18 } })
    expect(await shelf()).toMatchObject({
      preorder: titlesOf(ahead),
      low_stock: titlesOf(few),
      backorder: titlesOf(ordered),
      out_of_stock: titlesOf([SOLD_OUT, ...soldOut.slice(20), ...forbidden]),
    })
    expect(await counts()).toEqual({
      ...{ in_stock: 71, low_stock: 5, preorder: 10, backorder: 20, out_of_stock: 14 },
    })

    // The distributor's own search for what is in stock has left one out all the while: it stayed what it is.
    expect(await ingram.sync({ target: "in_stock" })).toMatchObject({ counts: { tracked: 118, missing: 0 } })
    expect(await shown(LEFT_OUT)).toMatchObject({ status: "in_stock", purchasable: true, quantity: 410 })

    pages().forEach((page) => double.titles.set(page.ean13, page))
    expect(await ingram.sync()).toMatchObject({ counts: { applied: 48, missing: 0 } })
    expect(await counts()).toEqual({ in_stock: 119, out_of_stock: 1 })
  })

  describe("a site that", () => {
    it.each([
      ["asks for a login", "session_expired", "login_required"],
      ["asks whether a person is there", "challenge", "challenged"],
      ["blocks", "blocked", "challenged"],
    ] as const)("%s ends the run, and is asked by nobody for an hour", async (_, behaviour, code) => {
      change(ean, stock(0))
      change(LEFT_OUT, stock(0))
      double.behave = ({ number }) => (number > 5 ? behaviour : "title")
      const run = await syncFailing()
      expect(run).toMatchObject({ status: "failed", error: { code } })
      expect(JSON.stringify(run)).not.toContain("of-a-person")
      expect([await stockedOf(ean), await stockedOf(LEFT_OUT)]).toEqual([20, 410])

      double.behave = () => "title"
      double.requests.length = 0
      expect((await syncFailing()).error).toMatchObject({ code: "circuit_open" })
      expect(double.requests).toEqual([])
      expect((await ingram.module.listSources())[0]).toMatchObject({ circuit_until: expect.any(String) })

      // An hour later one may try again, and what it finds counts.
      await moveClock(booted.connection, 3_601)
      expect(await ingram.sync()).toMatchObject({ status: "done", counts: { applied: 2 } })
      expect((await ingram.module.listSources())[0]).toMatchObject({ circuit_until: null })
      expect([await stockedOf(ean), await stockedOf(LEFT_OUT)]).toEqual([0, 0])
    })

    it("was refused is asked earlier where a person says that they have looked", async () => {
      double.behave = () => "login_form"
      await syncFailing()
      double.behave = () => "title"
      // Letting a run through its guards is another decision.
      expect((await syncFailing({ override_reason: "The figures are right." })).error).toMatchObject({
        ...{
          code: "circuit_open",
          message: expect.stringContaining("truestock reset-circuit ingram --reason"),
        },
      })
      const { headers } = await adminHeaders(booted.container, "looks@example.com")
      const post = (path: string, body: object) =>
        booted.api
          .post(`/admin/distributor/${path}/reset-circuit`, body, { headers })
          .catch(({ response }) => response)
      expect((await post("nobody", { reason: "Why not." })).data.code).toBe("source_not_found")
      for (const body of [{}, { reason: "" }, { reason: 5 }, { reason: "Yes.", force: true }]) {
        expect(await post("ingram", body)).toMatchObject({ status: 400, data: { code: "invalid_body" } })
      }
      expect((await ingram.module.listSources())[0]!.circuit_until).not.toBeNull()
      const reset = {
        ...{
          id: "ingram",
          circuit_until: null,
          circuit_reason: null,
          circuit_reset_reason: "Logged in anew.",
        },
        ...{ circuit_reset_at: expect.any(String), circuit_reset_by: expect.stringMatching(/^user_/) },
      }
      expect((await post("ingram", { reason: "Logged in anew." })).data.source).toMatchObject(reset)
      // Nothing is closed any more, so there is nothing to say.
      expect((await post("ingram", { reason: "Again." })).data.source).toMatchObject(reset)
      expect(await ingram.sync()).toMatchObject({ status: "done" })
    })

    it("has no session to be asked with is not asked", async () => {
      delete process.env.INGRAM_IPAGE_SESSION
      const { id } = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
      await expect(ingram.module.doRun(id)).rejects.toMatchObject({ code: "source_not_set_up" })
      process.env.INGRAM_IPAGE_SESSION = SESSION
      expect(double.requests).toEqual([])
    })
  })

  it("keeps what it knows of a title that was not found, or whose page it could not read", async () => {
    const before = await title(ean)
    double.titles.delete(ean)
    double.behave = ({ ean13 }) => (ean13 === LEFT_OUT ? "no_stock_table" : "title")
    change(eans[1]!, stock(1))
    const run = await ingram.sync()
    expect(run).toMatchObject({ status: "done", counts: { rejected: 2, applied: 1, missing: 0 } })
    const { rejects } = await ingram.module.listRejects({ run_id: run.id, limit: 9, offset: 0 })
    expect(rejects.map(({ code }) => code).sort()).toEqual(["no_stock_table", "not_found"])
    expect([await stockedOf(ean), await stockedOf(LEFT_OUT), await stockedOf(eans[1]!)]).toEqual([20, 410, 1])
    // Its figures are no newer for that.
    expect(await title(ean)).toMatchObject({ as_of: before.as_of, missing_since: null })
    expect((await title(eans[1]!)).as_of! > before.as_of!).toBe(true)
  })

  describe("a title that the shop has already", () => {
    const others = [200, 201, 202, 203, 204].map((n) => syntheticEan13(n)) as [
      string,
      string,
      string,
      string,
      string,
    ]
    const numbered = async (values: object, of: object = {}) => {
      const book = await booted.shop.book({ channels: [shop.channel], price: 77, status: "draft", ...of })
      await booted.connection("product_variant").where({ id: book.variant_id }).update(values)
      return book
    }
    const hyphenated = (ean13: string) => ean13.replace(/^(\d{3})(\d)(\d{4})(\d{4})(\d)$/, "$1-$2-$3-$4-$5")

    it("is taken over whichever way its number is written; two variants of one number, and kits, are not", async () => {
      const [byIsbn13, byIsbn10, twice, kit, gone] = others
      for (const ean13 of others) double.titles.set(ean13, { ...pages().get(LEFT_OUT)!, ean13 })
      const hyphens = await numbered({ sku: hyphenated(byIsbn13) }, { manage_inventory: false })
      const short = await numbered({ barcode: toIsbn10(byIsbn10)! })
      const one = await numbered({ ean: twice })
      const another = await numbered({ sku: twice })
      const part = await booted.shop.book()
      await numbered(
        { ean: kit },
        { parts: [{ inventory_item_id: part.inventory_item_id, required_quantity: 2 }] }
      )
      const deleted = await numbered({ ean: gone })
      await booted
        .connection("product_variant")
        .where({ id: deleted.variant_id })
        .update({ deleted_at: new Date() })

      await ingram.run({ kind: "enrich", target: others })
      const run = await ingram.run({ kind: "import", target: others })
      expect(run).toMatchObject({ status: "done", counts: { staged: 5, matched: 3, rejected: 2 } })

      for (const [book, ean13] of [[hyphens, byIsbn13] as const, [short, byIsbn10] as const]) {
        expect(await title(ean13)).toMatchObject({ sync_status: "imported", variant_id: book.variant_id })
        expect(await stockedOf(ean13)).toBe(410)
        const { product } = await shop.look(
          `/products/${book.id}?fields=*variants,*variants.prices,+metadata`
        )
        expect(product).toMatchObject({
          ...{ title: expect.stringMatching(/^Book/), status: "draft" },
          metadata: { ingram_stock: { TN: { on_hand: 410 } } },
          variants: [{ manage_inventory: true, prices: [{ amount: 77 }] }],
        })
      }
      expect(await title(twice)).toMatchObject({
        ...{ sync_status: "failed", variant_id: null },
        status_reason: `Several variants have the number ${twice}: ${[one, another]
          .map(({ variant_id }) => variant_id)
          .sort()
          .join(", ")}.`,
      })
      for (const { inventory_item_id } of [one, another]) {
        expect(await eachLevel(booted.connection, inventory_item_id)).toEqual({})
      }
      expect(await title(kit)).toMatchObject({
        sync_status: "skipped",
        status_reason: expect.stringContaining("kit"),
      })
      expect((await title(gone)).variant_id).not.toBe(deleted.variant_id)
    })

    describe("changes in nothing else unless it is asked for", () => {
      const ean13 = syntheticEan13(220)
      let book: Book

      const look = async ({ id, variant_id }: Book) => {
        const fields = "*variants,*variants.prices,+metadata"
        const { product } = await shop.look(`/products/${id}?fields=${fields}`)
        const { brand } = OPTIONS
        const links = await booted
          .connection(`${brand.link_table} as l`)
          .join(`${brand.table} as b`, "b.id", `l.${brand.brand_id_column}`)
          .where({ "l.product_id": id, "l.deleted_at": null })
          .select(`b.${brand.name_column} as name`)
        const { prices } = product.variants.find((each: { id: string }) => each.id === variant_id)
        const { title, subtitle, status, handle, metadata } = product
        return {
          ...{ title, subtitle, status, handle },
          ...{
            publisher: metadata?.publisher,
            publication_date: metadata?.publication_date,
            shelf: metadata?.shelf,
          },
          brands: links.map(({ name }) => name),
          prices: prices
            .map((price: { currency_code: string; amount: number }) => [price.currency_code, price.amount])
            .sort(),
        }
      }
      const importing = (update_fields?: string[]) =>
        ingram.run({ kind: "import", target: [ean13], ...(update_fields && { update_fields }) })
      const asShopSays = {
        ...{ title: "Ours", subtitle: null, status: "draft", shelf: "B4", brands: ["Our press"] },
        ...{ publisher: undefined, publication_date: undefined },
        prices: [
          ["eur", 70],
          ["usd", 77],
        ],
      }

      beforeEach(async () => {
        double.titles.set(ean13, { ...pages().get(ean)!, ean13 })
        book = await numbered({ ean: ean13 }, { title: "Ours" })
        await shop.admin(`/products/${book.id}`, { metadata: { shelf: "B4" } })
        await shop.admin(`/products/${book.id}/variants/${book.variant_id}`, {
          prices: [
            { currency_code: "usd", amount: 77 },
            { currency_code: "eur", amount: 70 },
          ],
        })
        await putBrands(booted.connection, OPTIONS.brand, [{ product_id: book.id, name: "Our press" }])
        await ingram.run({ kind: "discover", target: [ean13] })
      })

      it("by default", async () => {
        expect(await importing()).toMatchObject({ status: "done", counts: { matched: 1 } })
        expect(await look(book)).toMatchObject(asShopSays)
        expect(await stockedOf(ean13)).toBe(20)
      })

      it.each<[string, object]>([
        ["price", { prices: [asShopSays.prices[0], ["usd", 18.99]] }],
        ["title", { title: "Title 0" }],
        ["brand", { brands: ["Penguin"], publisher: "Penguin" }],
        ["publication_date", { publication_date: "2020-01-15" }],
        ["metadata", { publisher: "Penguin" }],
      ])("%s, and that alone", async (field, changed) => {
        const before = await look(book)
        expect(await importing([field])).toMatchObject({ status: "done", counts: { matched: 1 } })
        expect(await look(book)).toEqual({ ...before, ...changed })
        // Once more there is nothing left to change.
        await importing([field])
        expect(await look(book)).toEqual({ ...before, ...changed })
      })

      it("by the source's options, which a run overrules, and by a run of all that are imported", async () => {
        const source = ingram.module.sourceOf("ingram")
        const rename = () => shop.admin(`/products/${book.id}`, { title: "Ours again" })
        await rename()
        const undo = setOptions(booted, { distributors: [{ ...source, update_existing: ["title"] }] })
        await importing([])
        expect((await look(book)).title).toBe("Ours again")
        await importing()
        expect((await look(book)).title).toBe("Title 0")
        undo()
        await rename()
        await ingram.run({ kind: "import" })
        expect((await look(book)).title).toBe("Ours again")
        await ingram.run({ kind: "import", update_fields: ["title"] })
        expect((await look(book)).title).toBe("Title 0")
      })

      it("gets a first price, and where a product has several variants nothing but its price", async () => {
        const several = syntheticEan13(221)
        double.titles.set(several, { ...pages().get(ean)!, ean13: several })
        const other = await numbered({ ean: several }, { title: "Two of them" })
        await shop.admin(`/products/${other.id}/variants`, {
          ...{ title: "E-book", sku: "of-two", options: { Format: "E-book" }, prices: [] },
        })
        await booted.connection("product_variant_price_set").where({ variant_id: other.variant_id }).delete()
        await ingram.run({ kind: "discover", target: [several] })
        await ingram.run({ kind: "import", target: [several], update_fields: ["title", "price", "brand"] })
        expect(await look(other)).toMatchObject({
          title: "Two of them",
          brands: [],
          prices: [["usd", 18.99]],
        })
      })
    })

    it("is refused where its variant has another title's number, too; the stock of neither is touched", async () => {
      const [inSku, inBarcode, later] = [210, 211, 212].map((n) => syntheticEan13(n)) as [
        string,
        string,
        string,
      ]
      const both = [inSku, inBarcode]
      for (const [n, ean13] of [...both, later].entries()) {
        double.titles.set(ean13, { ...pages().get(LEFT_OUT)!, ean13, ...stock(5 + n) })
      }
      const mixed = await numbered({ sku: inSku, barcode: inBarcode }, { manage_inventory: false })
      await ingram.run({ kind: "discover", target: both })
      const dry = await ingram.run({ kind: "import", target: both, is_dry_run: true })
      expect(dry).toMatchObject({ counts: { matched: 0, rejected: 2 } })
      const refused = await ingram.run({ kind: "import", target: both })
      expect(refused).toMatchObject({ status: "done", counts: { staged: 2, matched: 0, rejected: 2 } })
      for (const ean13 of both) {
        expect(await title(ean13)).toMatchObject({
          ...{ sync_status: "failed", variant_id: null },
          status_reason: `Variant ${mixed.variant_id} has the numbers of several titles: ${[...both].sort().join(", ")}.`,
        })
      }
      const variant = booted.connection("product_variant").where({ id: mixed.variant_id })
      expect(await variant.clone().first()).toMatchObject({ manage_inventory: false, allow_backorder: false })
      expect(await eachLevel(booted.connection, mixed.inventory_item_id)).toEqual({})

      // Told apart, the one is imported; a title that comes to its variant later does not take it over.
      await variant.clone().update({ barcode: null })
      await ingram.run({ kind: "import", target: [inSku] })
      expect([(await title(inSku)).variant_id, await stockedOf(inSku)]).toEqual([mixed.variant_id, 5])
      await variant.clone().update({ barcode: toIsbn10(later) })
      await ingram.run({ kind: "discover", target: [later] })
      expect(await ingram.run({ kind: "import", target: [inSku, later] })).toMatchObject({
        counts: { matched: 1, rejected: 1 },
      })
      expect(await title(later)).toMatchObject({
        ...{ sync_status: "failed", variant_id: null },
        status_reason: `Variant ${mixed.variant_id} of ${later} stands for title ${inSku} already.`,
      })
      await ingram.sync()
      expect(await stockedOf(inSku)).toBe(5)
    })

    it("stops nothing when the merchant deletes its product: the others are synced on", async () => {
      const { product_id, inventory_item_id } = await title(ean)
      await booted.api.delete(`/admin/products/${product_id}`, shop["session"])
      change(ean, stock(1))
      change(LEFT_OUT, stock(9))
      expect(await ingram.sync()).toMatchObject({ status: "done", counts: { applied: 2, levels: 1 } })
      expect(await stockedOf(LEFT_OUT)).toBe(9)
      expect(await eachLevel(booted.connection, inventory_item_id!)).toEqual({})
    })
  })
})
