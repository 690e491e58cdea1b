import { adminHeaders } from "../support/admin-headers"
import { moveClock } from "../support/clock"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

const PATH = "/admin/inventory/reservations"

runWithShop((booted) => {
  let admin: { headers: Record<string, string>; user_id: string }
  let book: Book
  let other: Book
  let location: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    ;({ location } = await shop.open())
    book = await shop.book({ stock: { [location]: 10 } })
    other = await shop.book({ stock: { [location]: 5 } })
  })
  afterEach(() => assertInvariants(booted.connection))

  const post = (path: string, body: unknown, key?: string) =>
    booted.api.post(`${PATH}${path}`, body, {
      headers: { ...admin.headers, ...(key !== undefined && { "idempotency-key": key }) },
      validateStatus: null,
    })
  const ask = (query: object = {}) =>
    booted.api.get(`${PATH}?${new URLSearchParams(query as Record<string, string>).toString()}`, {
      headers: admin.headers,
      validateStatus: null,
    })
  const one = (id: string) =>
    booted.api.get(`${PATH}/${id}`, { headers: admin.headers, validateStatus: null })
  const line = (quantity: unknown, more: object = {}, of = book) => ({
    ...{ inventory_item_id: of.inventory_item_id, location_id: location, quantity, ...more },
  })
  const hold = async (quantity: number, more: object = {}): Promise<any> =>
    (await post("", line(quantity, { ttl_seconds: 900, ...more }))).data.reservation
  const free = (of = book) => booted.stock.getAvailableQuantity(of.inventory_item_id)
  const codeOf = async (answer: ReturnType<typeof post>) => {
    const { status, data } = await answer
    return [status, data.code]
  }

  it("that expires keeps its units for the admin who asked, and is listed while it holds", async () => {
    const { status, data } = await post("", line(4, { ttl_seconds: 900, line_item_id: "line_1" }))
    expect(status).toBe(200)
    expect(data.reservation).toMatchObject({
      ...line(4),
      ...{ created_by: admin.user_id, expires_at: expect.any(String) },
    })
    expect(await free()).toBe(6)
    const listed = {
      id: data.reservation.id,
      inventory_item_id: book.inventory_item_id,
      sku: book.sku,
      title: "Paperback",
      location_id: location,
      location_name: expect.stringMatching(/^Location/),
      quantity: 4,
      cart_id: null,
      line_item_id: "line_1",
      expires_at: new Date(data.reservation.expires_at).toISOString(),
      latest_expires_at: null,
      state: "held",
      ended_at: null,
      created_by: admin.user_id,
      created_at: new Date(data.reservation.created_at).toISOString(),
    }
    const { now, ...page } = (await ask()).data
    expect(page).toEqual({ reservations: [listed], count: 1, limit: 20, offset: 0 })
    expect(Date.parse(listed.expires_at) - Date.parse(now)).toBeLessThanOrEqual(900_000)
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(listed.created_at))
    expect((await one(listed.id)).data).toEqual({ reservation: listed })
  })

  it("is counted apart where stock is asked for, of one item by its id", async () => {
    await hold(4)
    await post("", line(1))
    const { data } = await booted.api.get(`/admin/inventory?inventory_item_id=${book.inventory_item_id}`, {
      headers: admin.headers,
    })
    expect(data).toMatchObject({ count: 1, inventory_items: [{ id: book.inventory_item_id }] })
    expect(data.inventory_items[0].levels).toEqual([
      {
        location_id: location,
        ...{ stocked_quantity: 10, reserved_quantity: 1, held_quantity: 4, available_quantity: 5 },
        incoming_quantity: 0,
      },
    ])
  })

  it("that does not expire is one of core's at once, and is confirmed", async () => {
    const { data } = await post("", line(4))
    expect(data.reservation).toMatchObject({ quantity: 4, expires_at: null, created_by: admin.user_id })
    expect(await booted.inventory.retrieveReservationItem(data.reservation.id)).toMatchObject({ quantity: 4 })
    expect((await one(data.reservation.id)).data.reservation).toMatchObject({
      ...{ state: "confirmed", expires_at: null, ended_at: null, sku: book.sku, created_by: admin.user_id },
    })
    expect((await ask({ state: "any" })).data.count).toBe(0)
  })

  it("several are one decision: all, in their order, or none", async () => {
    const lines = [line(5, {}, other), line(6), line(5, { line_item_id: "line_2" })]
    const refused = await post("", { reservations: lines })
    expect([refused.status, refused.data]).toEqual([
      409,
      {
        code: "insufficient_inventory",
        type: "conflict",
        message: expect.stringMatching(/^Insufficient inventory: 11 requested, 10 available/),
        ...{ inventory_item_id: book.inventory_item_id, location_id: location, requested: 11, available: 10 },
      },
    ])
    expect([await free(), await free(other)]).toEqual([10, 5])
    const { data } = await post("", { reservations: [line(5, {}, other), line(10)] })
    expect(data.reservations.map(({ quantity }: any) => quantity)).toEqual([5, 10])
  })

  it("becomes an order's by confirm; of a part of it the rest is free", async () => {
    const { id } = await hold(6)
    const { data } = await post(`/${id}/confirm`, { quantity: 2, line_item_id: "line_9" })
    expect(data.reservation).toMatchObject({ id, quantity: 2, line_item_id: "line_9", expires_at: null })
    expect(await free()).toBe(8)
    expect((await one(id)).data.reservation).toMatchObject({ state: "confirmed", quantity: 6 })
  })

  it("leaves the stock by confirm with consume, also one of core's", async () => {
    const held = await hold(2)
    const firm = (await post("", line(3))).data.reservation
    for (const { id } of [held, firm]) {
      expect((await post(`/${id}/confirm`, { consume: true })).data.reservation).toMatchObject({
        quantity: 0,
      })
    }
    expect(await new Level(booted.connection, book.inventory_item_id, location).read()).toMatchObject({
      ...{ stocked: 5, reserved: 0 },
    })
  })

  it("gives its units back by release, and lasts longer by extend, without a body too", async () => {
    const first = await hold(2)
    expect((await post(`/${first.id}/release`, undefined)).status).toBe(200)
    expect((await one(first.id)).data.reservation.state).toBe("released")
    const second = await hold(2)
    const { data } = await post(`/${second.id}/extend`, { ttl_seconds: 3_600 })
    expect(+new Date(data.reservation.expires_at)).toBeGreaterThan(+new Date(second.expires_at))
    expect(await codeOf(post(`/${second.id}/extend`, undefined))).toEqual([400, "invalid_expiry"])
  })

  it("ends once: what has ended or expired is refused with its own code", async () => {
    const [confirmed, released, expired] = [await hold(1), await hold(1), await hold(1)]
    await post(`/${confirmed.id}/confirm`, {})
    await post(`/${released.id}/release`, {})
    const before = await free()
    for (const { id } of [confirmed, released]) {
      for (const [action, body] of [
        ["confirm", {}],
        ["release", {}],
        ["extend", { ttl_seconds: 60 }],
      ] as const) {
        expect([action, ...(await codeOf(post(`/${id}/${action}`, body)))]).toEqual([
          action,
          409,
          "reservation_ended",
        ])
      }
    }
    await moveClock(booted.connection, 901)
    for (const [action, body] of [
      ["confirm", {}],
      ["release", {}],
      ["extend", { ttl_seconds: 60 }],
    ] as const) {
      expect(await codeOf(post(`/${expired.id}/${action}`, body))).toEqual([409, "reservation_expired"])
    }
    expect(await free()).toBe(before + 1)
  })

  it("is listed by state from the moment that its time is over, tidied or not, newest first, in exact pages", async () => {
    const [short, confirmed, released, held] = [
      await hold(1, { ttl_seconds: 60 }),
      await hold(1),
      await hold(1),
      await hold(1),
    ]
    await post(`/${confirmed.id}/confirm`, {})
    await post(`/${released.id}/release`, {})
    await moveClock(booted.connection, 61)
    const idsOf = async (query: object) => (await ask(query)).data.reservations.map(({ id }: any) => id)
    const expectLists = async () => {
      expect(await idsOf({})).toEqual([held.id])
      expect(await idsOf({ state: "expired" })).toEqual([short.id])
      expect(await idsOf({ state: "ended" })).toEqual([released.id, confirmed.id])
      expect((await one(short.id)).data.reservation).toMatchObject({
        ...{ state: "expired", ended_at: new Date(short.expires_at).toISOString() },
      })
    }
    await expectLists()
    expect(await booted.stock.tidyHolds()).toBe(1)
    await expectLists()

    const all = [held.id, released.id, confirmed.id, short.id]
    const page = (await ask({ state: "any", limit: "2", offset: "1" })).data
    expect(page).toMatchObject({ count: 4, limit: 2, offset: 1 })
    expect(page.reservations.map(({ id }: any) => id)).toEqual(all.slice(1, 3))
    expect((await ask({ state: "any", offset: "9" })).data).toMatchObject({ reservations: [], count: 4 })
  })

  it("is found by item, location and cart, and never tells a cart's token", async () => {
    const { id } = await hold(1)
    await booted.connection("inventory_hold").where({ id }).update({ cart_id: "cart_1", token: "s3cret" })
    const item = { inventory_item_id: book.inventory_item_id }
    for (const found of [
      { cart_id: "cart_1" },
      item,
      { location_id: location },
      { ...item, cart_id: "cart_1" },
    ]) {
      const { data } = await ask(found)
      expect(data.count).toBe(1)
      expect(JSON.stringify(data)).not.toContain("s3cret")
    }
    for (const none of [
      { cart_id: "cart_2" },
      { inventory_item_id: other.inventory_item_id },
      { location_id: "%" },
    ]) {
      expect((await ask(none)).data).toMatchObject({ reservations: [], count: 0 })
    }
    const answers = [
      await one(id),
      await post(`/${id}/extend`, { ttl_seconds: 9_000 }),
      await post(`/${id}/confirm`, {}),
    ]
    expect(JSON.stringify(answers.map(({ data }) => data))).not.toContain("s3cret")
  })

  describe("asked for with a key", () => {
    it("is answered the same again, and done once, whatever is asked for", async () => {
      const asked: [string, object][] = [["", line(2, { ttl_seconds: 60 })]]
      const first = await post(...asked[0]!, "create")
      expect((await post(...asked[0]!, "create")).data).toEqual(first.data)
      expect(await free()).toBe(8)
      const { id } = first.data.reservation
      for (const [path, body] of [
        ["extend", { ttl_seconds: 600 }],
        ["confirm", {}],
      ] as const) {
        const answer = await post(`/${id}/${path}`, body, path)
        expect(answer.status).toBe(200)
        expect((await post(`/${id}/${path}`, body, path)).data).toEqual(answer.data)
      }
      const released = (await post("", line(1))).data.reservation.id
      const answer = await post(`/${released}/release`, {}, "release")
      expect((await post(`/${released}/release`, {}, "release")).data).toEqual(answer.data)
      expect(await free()).toBe(8)
    })

    it("keeps its refusal for want of stock, and belongs to one request of one admin", async () => {
      const refused = await post("", line(11), "k")
      await booted.inventory.adjustInventory(book.inventory_item_id, location, 10)
      expect((await post("", line(11), "k")).data).toEqual(refused.data)
      expect(await codeOf(post("", line(10), "k"))).toEqual([409, "key_reused"])
      const { headers } = await adminHeaders(booted.container, "other@example.com")
      const theirs = { headers: { ...headers, "idempotency-key": "k" }, validateStatus: null }
      expect(await codeOf(booted.api.post(PATH, line(11), theirs))).toEqual([409, "key_reused"])
      expect(await free()).toBe(20)
    })

    it("is refused where the key is too long, empty, or in use; a bad request burns none", async () => {
      expect(await codeOf(post("", line(1), "k".repeat(256)))).toEqual([400, "invalid_key"])
      expect(await codeOf(post("", line(1), ""))).toEqual([400, "invalid_key"])
      expect(await codeOf(post("", line(0.5), "k"))).toEqual([400, "invalid_quantity"])
      expect(await codeOf(post("", line(1, { location_id: "nowhere" }), "k"))).toEqual([404, "unknown_level"])
      const tx = await booted.connection.transaction()
      await tx.raw("select pg_advisory_xact_lock(hashtextextended('truestock.key k', 0))")
      expect(await codeOf(post("", line(1), "k"))).toEqual([409, "key_in_use"])
      await tx.rollback()
      expect(await free()).toBe(10)
      expect((await post("", line(1), "k")).status).toBe(200)
    })
  })

  it("that makes no sense is refused with a named code, and nothing is changed", async () => {
    const { id } = await hold(2)
    const refusals: [path: string, body: unknown, status: number, code: string][] = [
      ...["3", null, undefined, 0, -1, 0.5, 1e15, [1], {}].map(
        (quantity): [string, unknown, number, string] => ["", line(quantity), 400, "invalid_quantity"]
      ),
      ["", JSON.stringify(line(1)).replace('"quantity":1', '"quantity":1e400'), 400, "invalid_quantity"],
      ["", '{"quantity": NaN}', 400, "invalid_body"],
      ["", "[]", 400, "invalid_body"],
      ["", line(1, { urgent: true }), 400, "invalid_body"],
      ["", line(1, { created_by: "somebody" }), 400, "invalid_body"],
      ["", line(1, { token: "t" }), 400, "invalid_body"],
      ["", { reservations: {} }, 400, "invalid_body"],
      ["", { reservations: [line(1)], quantity: 1 }, 400, "invalid_body"],
      ["", { reservations: [line(1), null] }, 400, "invalid_body"],
      ["", { reservations: [] }, 400, "too_many_rows"],
      ["", { reservations: Array(1_001).fill(line(1)) }, 400, "too_many_rows"],
      ["", "x".repeat(3_000_000), 413, "invalid_body"],
      ["", line(1, { inventory_item_id: 7 }), 400, "invalid_reservation"],
      ["", line(1, { line_item_id: "a\0b" }), 400, "invalid_reservation"],
      ["", line(1, { description: "\ud83d" }), 400, "invalid_reservation"],
      ["", line(1, { metadata: { note: ["\ud83d"] } }), 400, "invalid_reservation"],
      ["", line(NESTED), 400, "invalid_body"],
      ["", line(1, { metadata: { note: NESTED } }), 400, "invalid_body"],
      ["", line(1, { metadata: "x" }), 400, "invalid_reservation"],
      ["", line(1, { metadata: { note: "a\0b" } }), 400, "invalid_reservation"],
      ["", line(1, { metadata: { "a\0b": 1 } }), 400, "invalid_reservation"],
      ["", line(1, { expires_at: "soon" }), 400, "invalid_expiry"],
      ["", line(1, { expires_at: "2020-01-01T00:00:00Z" }), 400, "invalid_expiry"],
      ["", line(1, { expires_at: "2999-01-01T00:00:00Z", ttl_seconds: 60 }), 400, "invalid_expiry"],
      ["", line(1, { ttl_seconds: 0.5 }), 400, "invalid_expiry"],
      ["", line(1, { inventory_item_id: "iitem_none" }), 404, "unknown_level"],
      ["", line(1, { location_id: "sloc_none" }), 404, "unknown_level"],
      ["", line(9), 409, "insufficient_inventory"],
      ["?now=1", line(1), 400, "unknown_parameter"],
      [`/${id}/confirm`, { quantity: 3 }, 400, "invalid_quantity"],
      [`/${id}/confirm`, { quantity: 0.5 }, 400, "invalid_quantity"],
      [`/${id}/confirm`, { consume: "yes" }, 400, "invalid_reservation"],
      [`/${id}/confirm`, { force: true }, 400, "invalid_body"],
      [`/${id}/release`, { quantity: 1 }, 400, "invalid_body"],
      [`/${id}/extend`, {}, 400, "invalid_expiry"],
      [`/${id}/extend`, { ttl_seconds: -1 }, 400, "invalid_expiry"],
      [`/${id}/extend`, { expires_at: "2020-01-01T00:00:00Z" }, 400, "invalid_expiry"],
      ["/none/confirm", {}, 404, "reservation_not_found"],
      ["/none/release", {}, 404, "reservation_not_found"],
      ["/none/extend", { ttl_seconds: 60 }, 404, "reservation_not_found"],
      ["/a%00b/release", {}, 400, "invalid_reservation"],
    ]
    const state = async () => [
      await booted.connection("inventory_hold").orderBy("id"),
      await booted.connection("reservation_item").orderBy("id"),
      await booted.connection("inventory_idempotency_key"),
    ]
    const before = await state()
    for (const [path, body, status, code] of refusals) {
      const raw = typeof body === "string" ? { "content-type": "application/json" } : {}
      const config = {
        headers: { ...admin.headers, ...raw },
        validateStatus: null,
        transformRequest: [asSent],
      }
      const answer = await booted.api.post(`${PATH}${path}`, body, config)
      const said = { path, body: quoted(body), status: answer.status, code: answer.data.code }
      expect(said).toEqual({ path, body: quoted(body), status, code })
      expect(answer.data.message.length).toBeLessThan(500)
    }
    expect(await state()).toEqual(before)
    expect(await codeOf(one("none") as never)).toEqual([404, "reservation_not_found"])
    expect(await codeOf(one("a%00b") as never)).toEqual([404, "reservation_not_found"])
  })

  it("cannot be confirmed or extended by what is one of core's, or promised at an inactive location", async () => {
    const { id } = (await post("", line(1))).data.reservation
    expect(await codeOf(post(`/${id}/confirm`, {}))).toEqual([409, "reservation_not_held"])
    expect(await codeOf(post(`/${id}/extend`, { ttl_seconds: 60 }))).toEqual([409, "reservation_not_held"])
    await booted.stock.createInventoryLocations({
      location_id: location,
      code: "B",
      is_active: false,
    } as never)
    expect(await codeOf(post("", line(1)))).toEqual([400, "inactive_location"])
  })

  it("is refused as a question that makes no sense", async () => {
    const refusals: [string, string[], string][] = [
      ["state", ["", "live", "HELD", "\0"], "invalid_parameter"],
      ["limit", ["0", "-1", "101", "NaN", "1e1", ""], "invalid_limit"],
      ["offset", ["-1", "10000001", "Infinity"], "invalid_offset"],
      ["cart_id", ["", "a\0b", "x".repeat(300)], "invalid_parameter"],
      ["token", ["t"], "unknown_parameter"],
    ]
    for (const [name, values, code] of refusals) {
      for (const value of values) {
        const { status, data } = await ask({ [name]: value })
        expect({ name, value, status, code: data.code }).toEqual({ name, value, status: 400, code })
      }
    }
  })

  it("is refused to whoever is not logged in", async () => {
    const { id } = await hold(1)
    const key = await booted.shop.key(await booted.shop.channel())
    for (const headers of [{}, { authorization: "Bearer nonsense" }, key.headers]) {
      const config = { headers, validateStatus: null } as object
      for (const path of ["", `/${id}`])
        expect((await booted.api.get(`${PATH}${path}`, config)).status).toBe(401)
      for (const path of ["", `/${id}/confirm`, `/${id}/release`, `/${id}/extend`]) {
        expect((await booted.api.post(`${PATH}${path}`, line(1), config)).status).toBe(401)
      }
    }
    expect(await free()).toBe(9)
  })
})

/** Too deep for recursion once it is parsed; written as text below, since JSON.stringify cannot either. */
const NESTED = "NESTED"
const nested = "[".repeat(20_000) + "]".repeat(20_000)

/** Text is sent as it stands, so that it can be what JSON.stringify would not write. */
const asSent = (body: unknown, headers: Record<string, string>) => {
  headers["content-type"] = "application/json"
  return typeof body === "string" ? body : JSON.stringify(body)?.replace(`"${NESTED}"`, nested)
}
const quoted = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body))?.slice(0, 200)
