import { getVariantAvailability, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const PATH = "/store/products-with-metadata"

runWithShop((booted) => {
  /** Two channels of the storefront's key, and one of somebody else's; two places for the first. */
  let web: string, town: string, foreign: string
  let here: string, there: string, atTown: string
  let key: { headers: Record<string, string> }, townKey: { headers: Record<string, string> }
  let book: Book

  beforeAll(async () => {
    const { availability, shop, container } = booted
    await availability.__hooks.onApplicationPrepareShutdown()
    ;[web, town, foreign] = [await shop.channel(), await shop.channel(), await shop.channel()]
    ;[here, there] = [await shop.location(web), await shop.location(web, foreign)]
    atTown = await shop.location(town)
    ;[key, townKey] = [await shop.key(web, town), await shop.key(town)]
    book = await shop.book({ channels: [web, town], stock: { [here]: 10, [there]: 4, [atTown]: 3 } })
    await container
      .resolve(Modules.PRODUCT)
      .updateProducts(book.id, { metadata: { isbn: "978", pages: 300 } })
  })
  // The read model is never filled here: what is told does not come from it.

  const get = (query: string, config: object = key) =>
    booted.api.get(`${PATH}${query}`, { ...config, validateStatus: null })
  const quantityOf = async (of = book, config = key) =>
    (await get(`?id=${of.id}`, config)).data.product.variants[0].inventory_quantity
  const at = (location_id: string) => ({ inventory_item_id: book.inventory_item_id, location_id })

  it("tells a product with its metadata, and how many of each variant there are, as core counts them", async () => {
    const { status, data } = await get(`?id=${book.id}`)
    expect([status, data]).toEqual([
      200,
      {
        product: {
          ...{ id: book.id, title: expect.any(String), subtitle: null, description: null },
          ...{ handle: expect.stringMatching(/^shop-book/), thumbnail: null },
          metadata: { isbn: "978", pages: 300 },
          variants: [
            {
              ...{ id: book.variant_id, title: "Paperback", inventory_quantity: 14 },
              ...{ manage_inventory: true, allow_backorder: false },
            },
          ],
        },
      },
    ])
    const core = await getVariantAvailability(booted.container.resolve(ContainerRegistrationKeys.QUERY), {
      ...{ variant_ids: [book.variant_id], sales_channel_id: web },
    })
    expect(core[book.variant_id]!.availability).toBe(14)
    expect(await quantityOf(book, townKey)).toBe(3)
  })

  it("tells at once what is sold, adjusted, held by somebody, kept back or at an inactive location", async () => {
    await booted.stock.adjustInventory([{ ...at(here), adjustment: 5 }])
    await booted.stock.createReservation({ ...at(here), quantity: 2 })
    expect(await quantityOf()).toBe(17)
    const hold = await booted.stock.createReservation({ ...at(there), quantity: 3, ttl_seconds: 60 })
    expect(await quantityOf()).toBe(14)
    await booted.stock.releaseReservation(hold.id)
    await booted.availability.setPolicy({ product_id: book.id, safety_stock: 2 })
    expect(await quantityOf()).toBe(13)
    await booted.stock.createInventoryLocations({ location_id: here, code: "H", is_active: false } as never)
    expect(await quantityOf()).toBe(2)
    await booted.availability.setPolicy({ product_id: book.id, safety_stock: 99 })
    expect(await quantityOf()).toBe(0)
  })

  it("counts whole kits; what is not managed has no number, and what has no level none to sell", async () => {
    const part = { inventory_item_id: book.inventory_item_id, required_quantity: 3 }
    const kit = await booted.shop.book({ channels: [web], parts: [part] })
    const ebook = await booted.shop.book({ channels: [web], manage_inventory: false })
    const bare = await booted.shop.book({ channels: [web], allow_backorder: true })
    expect(await Promise.all([kit, ebook, bare].map((each) => quantityOf(each)))).toEqual([4, null, 0])
    const { variants } = (await get(`?id=${bare.id}`)).data.product
    expect(variants).toMatchObject([{ manage_inventory: true, allow_backorder: true }])
  })

  it("does not tell how many where the shop does not", async () => {
    const reset = setOptions(booted, { expose_quantity: false })
    const { status, data } = await get(`?id=${book.id}`)
    reset()
    expect(status).toBe(200)
    expect(Object.keys(data.product.variants[0]).sort()).toEqual([
      ...["allow_backorder", "id", "manage_inventory", "title"],
    ])
    expect(JSON.stringify(data)).not.toMatch(/:"?14\b/)
  })

  it("knows nothing of what the key's shoppers may not see", async () => {
    const draft = await booted.shop.book({ channels: [web], status: "draft" })
    const theirs = await booted.shop.book({ channels: [foreign] })
    const gone = await booted.shop.book({ channels: [web] })
    await booted.container.resolve(Modules.PRODUCT).softDeleteProducts([gone.id])
    const onlyWeb = await booted.shop.book({ channels: [web] })
    for (const id of [draft.id, theirs.id, gone.id, "prod_none", "'; drop table product; --", "a%27b"]) {
      const { status, data } = await get(`?id=${id}`)
      expect({ id, status, code: data.code }).toEqual({ id, status: 404, code: "product_not_found" })
    }
    expect((await get(`?id=${onlyWeb.id}`, townKey)).status).toBe(404)
    expect((await get(`?id=${onlyWeb.id}`)).status).toBe(200)
  })

  it.each([
    ["", "invalid_parameter"],
    ["?id=", "invalid_parameter"],
    ["?id=a&id=b", "invalid_parameter"],
    ["?id[$ne]=x", "invalid_parameter"],
    ["?id=%00", "invalid_parameter"],
    [`?id=${"x".repeat(256)}`, "invalid_parameter"],
    ["?id=a&limit=3", "unknown_parameter"],
    ["?id=a&fields=variants.inventory_items", "unknown_parameter"],
    ["?id=a&fields=availability_channels", "invalid_fields"],
  ])("%s is refused as %s", async (query, code) => {
    const { status, data } = await get(query)
    expect([status, data.code]).toEqual([400, code])
    expect(data.message.length).toBeLessThan(500)
  })

  it("needs a publishable key that is one", async () => {
    const asked = async (config: object) => (await get(`?id=${book.id}`, config)).data.code
    expect(await asked({})).toBe("publishable_key_required")
    expect(await asked({ headers: { "x-publishable-api-key": "pk_none" } })).toBe("publishable_key_invalid")
  })

  it("is not there where the shop turns it off", async () => {
    const reset = setOptions(booted, { products_with_metadata: false })
    const ours = await get(`?id=${book.id}`)
    reset()
    const nothing = await booted.api.get("/store/no-such-route", { ...key, validateStatus: null })
    const answer = ({ status, data }: typeof ours) => [status, String(data).replace(/\/store\/[a-z-]+/, "")]
    expect(answer(ours)).toEqual(answer(nothing))
    expect(ours.status).toBe(404)
  })
})
