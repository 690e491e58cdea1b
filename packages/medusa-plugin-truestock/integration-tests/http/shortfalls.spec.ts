import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const PATH = "/admin/inventory/shortfalls"
const SQL = "'; drop table inventory_shortfall; --"

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }
  let books: Book[]
  let here: string
  let there: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    const opened = await shop.open()
    here = opened.location
    there = await shop.location(opened.channel)
    books = []
    for (let i = 0; i < 3; i++)
      books.push(await shop.book({ title: `Short ${i}`, stock: { [here]: 10, [there]: 10 } }))
    for (const book of books) await fallShort(book, here)
    await fallShort(books[0]!, there)
  })

  /** Eight are promised, and then five turn out to be gone: three are missing. */
  async function fallShort({ inventory_item_id }: Book, location_id: string) {
    await booted.inventory.createReservationItems([{ inventory_item_id, location_id, quantity: 8 }])
    await booted.inventory.adjustInventory(inventory_item_id, location_id, -5)
  }

  /** Counted again, there are enough; a shortfall that was reported is kept as resolved. */
  async function findEnough({ inventory_item_id }: Book, location_id: string) {
    await booted.connection.raw("update inventory_shortfall set sent_at = now() where sent_at is null")
    await booted.inventory.adjustInventory(inventory_item_id, location_id, 5)
  }

  const ask = (query: Record<string, string> = {}) =>
    booted.api.get(`${PATH}?${new URLSearchParams(query).toString()}`, { ...admin, validateStatus: null })

  const placesOf = (shortfalls: any[]) =>
    shortfalls.map((shortfall) => `${shortfall.sku} ${shortfall.location_id === here ? "here" : "there"}`)

  it("are listed while they are open, newest first, with names and an exact count", async () => {
    const { status, data } = await ask()

    expect(status).toBe(200)
    expect(data).toMatchObject({ count: 4, limit: 20, offset: 0 })
    const [first, second, third] = books.map((book) => book.sku)
    expect(placesOf(data.shortfalls)).toEqual([
      `${first} there`,
      `${third} here`,
      `${second} here`,
      `${first} here`,
    ])
    expect(data.shortfalls[0]).toEqual({
      id: expect.stringMatching(/^short_/),
      inventory_item_id: books[0]!.inventory_item_id,
      sku: first,
      title: expect.any(String),
      location_id: there,
      location_name: expect.stringMatching(/^Location/),
      quantity: 3,
      opened_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      resolved_at: null,
    })
  })

  it("move from open to resolved", async () => {
    await findEnough(books[1]!, here)

    const [open, resolved, all] = await Promise.all(
      ["open", "resolved", "all"].map(async (status) => (await ask({ status })).data)
    )
    expect([open.count, resolved.count, all.count]).toEqual([3, 1, 4])
    expect(placesOf(resolved.shortfalls)).toEqual([`${books[1]!.sku} here`])
    expect(resolved.shortfalls[0]).toMatchObject({ quantity: 3, resolved_at: expect.any(String) })
    expect(placesOf(open.shortfalls)).not.toContain(`${books[1]!.sku} here`)
  })

  it("are found by item and by location", async () => {
    const { inventory_item_id, sku } = books[0]!
    expect(placesOf((await ask({ inventory_item_id })).data.shortfalls)).toEqual([
      `${sku} there`,
      `${sku} here`,
    ])
    expect((await ask({ location_id: here })).data.count).toBe(3)
    expect((await ask({ inventory_item_id, location_id: here })).data.count).toBe(1)
  })

  it("come in pages that neither skip nor repeat, with the same count on each", async () => {
    const all = (await ask()).data.shortfalls.map((shortfall: any) => shortfall.id)
    const seen: string[] = []
    for (let offset = 0; offset < 6; offset += 2) {
      const { data } = await ask({ limit: "2", offset: String(offset) })
      expect(data).toMatchObject({ count: 4, limit: 2, offset })
      seen.push(...data.shortfalls.map((shortfall: any) => shortfall.id))
    }
    expect(seen).toEqual(all)
  })

  it("are none for what is unknown", async () => {
    for (const name of ["inventory_item_id", "location_id"]) {
      for (const value of ["nowhere", SQL, "%", "null", "{}", "?", ":limit"]) {
        const { status, data } = await ask({ [name]: value })
        expect({ name, value, status, data }).toEqual({
          ...{ name, value, status: 200 },
          data: { shortfalls: [], count: 0, limit: 20, offset: 0 },
        })
      }
    }
  })

  it("are refused to questions that make no sense", async () => {
    const refusals: [string, string[], string][] = [
      ["status", ["", "closed", "OPEN", SQL, "\0", "__proto__"], "invalid_status"],
      ["limit", ["0", "-1", "101", "NaN", "1e1", "1.5", "", SQL, "99999999999999999999"], "invalid_limit"],
      ["offset", ["-1", "10000001", "Infinity", "NaN", "", SQL], "invalid_offset"],
      ["inventory_item_id", ["", "a\0b", "x".repeat(10_000)], "invalid_parameter"],
      ["location_id", ["", "\0"], "invalid_parameter"],
      ["cursor", ["abc"], "unknown_parameter"],
      [SQL, ["1"], "unknown_parameter"],
    ]
    for (const [name, values, code] of refusals) {
      for (const value of values) {
        const { status, data } = await ask({ [name]: value })
        expect({ name, value, status, code: data.code }).toEqual({ name, value, status: 400, code })
        expect(data.message.length).toBeLessThan(500)
      }
    }
  })

  it("are refused to whoever is not logged in as a user", async () => {
    const key = await booted.shop.key(await booted.shop.channel())
    for (const headers of [{}, { authorization: "Bearer nonsense" }, key.headers]) {
      expect((await booted.api.get(PATH, { headers, validateStatus: null } as object)).status).toBe(401)
    }
  })
})
