import { adminHeaders } from "../support/admin-headers"
import { assertInvariants } from "../support/invariants"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let headers: Record<string, string>
  let from: string
  let to: string
  let book: Book

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    from = shop.location
    to = await booted.shop.location(shop.channel)
    book = await booted.shop.book({ channels: [shop.channel], stock: { [from]: 10 } })
    headers = (await adminHeaders(booted.container)).headers
  })
  afterEach(() => assertInvariants(booted.connection))

  type Answer = { status: number; data: any }
  const settled = (answer: Promise<Answer>) => answer.catch((error: { response: Answer }) => error.response)
  const post = async (path: string, body: unknown = {}, more: Record<string, string> = {}) => {
    const config = { headers: { ...headers, ...more } }
    const { status, data } = await settled(booted.api.post(`/admin/inventory/${path}`, body, config))
    return { status, ...data }
  }
  const get = async (path: string) => {
    const { status, data } = await settled(booted.api.get(`/admin/inventory/${path}`, { headers }))
    return { status, ...data }
  }
  const at = () => ({ inventory_item_id: book.inventory_item_id, location_id: from })
  const quantities = () => eachLevel(booted.connection, book.inventory_item_id)

  it("receives one row or several, once per key, under the name of who asked", async () => {
    const one = await post(
      "receive",
      { ...at(), quantity: 3, reason: "returned" },
      { "Idempotency-Key": "k1" }
    )
    expect(one).toMatchObject({ status: 200, received: [{ ...at(), stocked_quantity: 13 }] })
    expect(
      await post("receive", { ...at(), quantity: 3, reason: "returned" }, { "Idempotency-Key": "k1" })
    ).toEqual(one)
    expect(await post("receive", { ...at(), quantity: 4 }, { "Idempotency-Key": "k1" })).toMatchObject({
      ...{ status: 409, code: "key_reused" },
    })
    const rows = [
      { ...at(), quantity: 1 },
      { ...at(), location_id: to, quantity: 2 },
    ]
    expect(await post("receive", { rows, note: "note 4" })).toMatchObject({ status: 200 })
    expect(await quantities()).toEqual({ [from]: [14, 0, 0], [to]: [2, 0, 0] })
    const movements = await booted.connection("stock_movement").where({ kind: "receive" }).orderBy("id")
    expect(movements).toMatchObject([
      { reason: "returned", actor_type: "user", actor_id: expect.any(String) },
      { reason: "received", note: "note 4" },
      { reason: "received", note: "note 4" },
    ])
  })

  it("expects, changes, receives and cancels deliveries", async () => {
    const asked = { ...at(), quantity: 6, expected_at: "2030-01-31T00:00:00Z", supplier: "Ingram" }
    const { incoming } = await post("incoming", { incoming: [asked, { ...asked, quantity: 1 }] })
    expect(incoming).toMatchObject([
      { remaining_quantity: 6, created_by: expect.any(String) },
      { quantity: 1 },
    ])
    const [{ id }] = incoming
    expect(await post(`incoming/${id}`, { quantity: 5 })).toMatchObject({ incoming: { quantity: 5 } })
    expect(await post("receive", { incoming_id: id, quantity: 5 })).toMatchObject({ status: 200 })
    expect(await get(`incoming/${id}`)).toMatchObject({ incoming: { status: "received", sku: book.sku } })
    expect(await post("receive", { incoming_id: id, quantity: 5 })).toMatchObject({
      ...{ status: 409, code: "incoming_closed" },
    })
    expect(await post(`incoming/${incoming[1].id}/cancel`)).toMatchObject({
      incoming: { status: "cancelled" },
    })
    expect(await get("incoming?status=expected")).toMatchObject({ count: 0, limit: 20, offset: 0 })
    expect(await get("incoming?supplier=Ingram")).toMatchObject({ count: 2 })
    for (const [q, count] of [
      ["INGR", 2],
      [book.sku, 2],
      ["nobody has this", 0],
    ]) {
      expect(await get(`incoming?q=${q}`)).toMatchObject({ count })
    }
    expect(await quantities()).toEqual({ [from]: [15, 0, 0] })
  })

  it("drafts, changes, ships, receives and cancels transfers", async () => {
    const line = (quantity: number) => ({ inventory_item_id: book.inventory_item_id, quantity })
    const where = { from_location_id: from, to_location_id: to }
    const { transfer } = await post("transfers", { ...where, lines: [line(20)] })
    expect(await post(`transfers/${transfer.id}/ship`)).toMatchObject({ status: 409, code: "negative_stock" })
    await post(`transfers/${transfer.id}`, { lines: [line(4)], note: "van" })
    expect(await post(`transfers/${transfer.id}/ship`)).toMatchObject({ transfer: { status: "in_transit" } })
    expect(await post(`transfers/${transfer.id}/ship`)).toMatchObject({ status: 409, code: "transfer_state" })
    expect(await post(`transfers/${transfer.id}/receive`, { lines: [line(1)] })).toMatchObject({
      transfer: { status: "in_transit", lines: [{ in_transit_quantity: 3 }] },
    })
    expect(await post(`transfers/${transfer.id}/cancel`)).toMatchObject({ transfer: { status: "cancelled" } })
    expect(await get(`transfers/${transfer.id}`)).toMatchObject({
      transfer: {
        note: "van",
        lines: [{ sku: book.sku, title: expect.any(String), product_title: expect.any(String), quantity: 4 }],
      },
    })
    expect(await get("transfers?status=cancelled")).toMatchObject({ count: 1 })
    expect(await quantities()).toEqual({ [from]: [9, 0, 0], [to]: [1, 0, 0] })
  })

  it("reports a transfer lost of which nothing came, and takes no empty receipt otherwise", async () => {
    const { transfer } = await post("transfers", {
      ...{ from_location_id: from, to_location_id: to },
      lines: [{ inventory_item_id: book.inventory_item_id, quantity: 4 }],
    })
    await post(`transfers/${transfer.id}/ship`)
    const receive = (body: object) => post(`transfers/${transfer.id}/receive`, body)
    expect(await receive({ lines: [] })).toMatchObject({ status: 400, code: "invalid_transfer" })
    expect(await quantities()).toEqual({ [from]: [6, 0, 0], [to]: [0, 0, 4] })
    expect(await receive({ lines: [], is_final: true })).toMatchObject({
      transfer: { status: "received", lines: [{ received_quantity: 0, lost_quantity: 4 }] },
    })
    expect(await quantities()).toEqual({ [from]: [6, 0, 0], [to]: [0, 0, 0] })
  })

  it("finds items, deliveries and lines of a count by a scanned barcode and by the title of the product", async () => {
    await booted.connection("product").where({ id: book.id }).update({ title: "Atlas of Remote Islands" })
    await booted.connection("product_variant").where({ sku: book.sku }).update({ ean: "4006381333931" })
    await post("incoming", { ...at(), quantity: 1 })
    const { stock_count } = await post("counts", { location_id: from })
    for (const path of ["incoming?", `counts/${stock_count.id}/lines?show=all&`, `?location_id=${from}&`]) {
      expect(await get(`${path}q=4006381333931`)).toMatchObject({ status: 200, count: 1 })
      expect(await get(`${path}q=400638133393`)).toMatchObject({ status: 200, count: 0 })
      const { count, ...page } = await get(`${path}q=remote%20ISLANDS`)
      const [found] = page.incoming ?? page.lines ?? page.inventory_items
      expect([count, found.product_title]).toEqual([1, "Atlas of Remote Islands"])
    }
    expect(await get(`counts/${stock_count.id}/lines?show=all&q=`)).toMatchObject({
      ...{ status: 400, code: "invalid_parameter" },
    })
  })

  it("opens, enters, reviews, posts and cancels counts", async () => {
    const { stock_count } = await post("counts", { location_id: from, note: "shelf 4" })
    const path = `counts/${stock_count.id}`
    const lines = [{ inventory_item_id: book.inventory_item_id, counted_quantity: 8 }]
    expect(await get(`${path}/lines?show=uncounted`)).toMatchObject({ count: 1 })
    expect(await post(`${path}/lines`, { lines })).toMatchObject({ stock_count: { differing_lines: 1 } })
    expect(await get(`${path}/lines?show=differing`)).toMatchObject({
      ...{ count: 1, lines: [{ difference: -2, counted_by: expect.any(String) }] },
    })
    expect(await post(`${path}/post`)).toMatchObject({
      stock_count: { status: "posted", missing_quantity: 2 },
    })
    expect(await post(`${path}/post`)).toMatchObject({ status: 409, code: "count_closed" })
    expect(await get(path)).toMatchObject({
      stock_count: { status: "posted", location_name: expect.any(String) },
    })
    expect(await get("counts?status=open")).toMatchObject({ count: 0 })
    const { stock_count: other } = await post("counts", { location_id: to })
    expect(await post(`counts/${other.id}/cancel`)).toMatchObject({ stock_count: { status: "cancelled" } })
    expect(await quantities()).toEqual({ [from]: [8, 0, 0] })
  })

  it.each([
    ["receive", { quantity: "3" }, 400, "invalid_quantity"],
    ["receive", { rows: {} }, 400, "invalid_body"],
    ["receive", { colour: "red" }, 400, "invalid_body"],
    ["receive", [], 400, "invalid_body"],
    ["incoming", { quantity: -1 }, 400, "invalid_quantity"],
    ["incoming", { expected_at: "2030-02-31" }, 400, "invalid_date"],
    ["incoming/inc_none", { note: "x" }, 404, "incoming_not_found"],
    ["incoming/inc_none/cancel", {}, 404, "incoming_not_found"],
    ["transfers", { from_location_id: "a", to_location_id: "a", lines: [] }, 400, "invalid_transfer"],
    ["transfers", { lines: "all" }, 400, "invalid_transfer"],
    ["transfers/strans_none/ship", {}, 404, "transfer_not_found"],
    ["transfers/strans_none/ship", { now: true }, 400, "invalid_body"],
    ["counts", { location_id: "sloc_none" }, 400, "unknown_location"],
    ["counts/scount_none/lines", { lines: [] }, 400, "invalid_count"],
    ["counts/scount_none/post", {}, 404, "count_not_found"],
    ["counts?now=1", {}, 400, "unknown_parameter"],
  ])("refuses POST %s %j with %i %s", async (path, body, status, code) => {
    const fields = ["receive", "incoming"].includes(path) && !Array.isArray(body) && !("rows" in body)
    const asked = fields ? { ...at(), quantity: 1, ...body } : body
    expect(await post(path, asked)).toMatchObject({ status, code, message: expect.any(String) })
    expect(await quantities()).toEqual({ [from]: [10, 0, 0] })
  })

  it("refuses questions that it does not understand, and strangers", async () => {
    for (const [path, code] of [
      ["incoming?status=lost", "invalid_status"],
      ["transfers?limit=0", "invalid_limit"],
      ["counts?offset=-1", "invalid_offset"],
      ["counts?colour=red", "unknown_parameter"],
    ]) {
      expect(await get(path!)).toMatchObject({ status: 400, code })
    }
    expect(await get("counts/scount_none")).toMatchObject({ status: 404, code: "count_not_found" })
    for (const path of ["receive", "incoming", "transfers", "counts"]) {
      expect((await post(path, {}, { authorization: "" })).status).toBe(401)
    }
  })
})
