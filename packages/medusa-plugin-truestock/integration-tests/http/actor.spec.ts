import {
  createApiKeysWorkflow,
  createCustomerAccountWorkflow,
  createRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

type Headers = { headers: Record<string, string> }

runWithShop((booted) => {
  let admin: Headers & { user_id: string }
  let store: Headers
  let book: Book
  let location: string
  let channel: string
  let region: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    ;({ channel, location } = await shop.open())
    book = await shop.book({ channels: [channel], stock: { [location]: 1_000 }, price: 0 })
    // Nothing to pay and nothing to ship: a cart can be completed as it is.
    await booted.inventory.updateInventoryItems({ id: book.inventory_item_id, requires_shipping: false })
    store = await shop.key(channel)
    const { result } = await createRegionsWorkflow(container).run({
      input: { regions: [{ name: "Here", currency_code: "usd", countries: ["us"] }] },
    })
    region = result[0]!.id
  })

  /** The newest movement of the book, or several of them. */
  const movements = (count = 1) =>
    booted.connection("stock_movement").where(item()).orderBy("id", "desc").limit(count)
  const item = () => ({ inventory_item_id: book.inventory_item_id })

  const setLevel = (stocked_quantity: number, config: Headers) =>
    booted.api.post(
      `/admin/inventory-items/${book.inventory_item_id}/location-levels/${location}`,
      { stocked_quantity },
      config
    )

  it("of a level that an admin sets is that admin", async () => {
    await setLevel(70, admin)
    const [movement] = await movements()
    expect(movement).toMatchObject({
      ...{ kind: "set", stocked_balance: "70", actor_type: "user", actor_id: admin.user_id },
    })
  })

  it("of a level that is set with a secret key is that key", async () => {
    const { result } = await createApiKeysWorkflow(booted.container).run({
      input: { api_keys: [{ title: "Sync", type: "secret", created_by: admin.user_id }] },
    })
    const { id, token } = result[0]!
    await setLevel(71, { headers: { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` } })
    expect((await movements())[0]).toMatchObject({ actor_type: "api-key", actor_id: id })
  })

  it("of a reservation that an admin makes, changes and deletes is that admin, through core's workflows", async () => {
    const { api } = booted
    const { data } = await api.post(
      "/admin/reservations",
      { ...item(), location_id: location, quantity: 3 },
      admin
    )
    await api.post(`/admin/reservations/${data.reservation.id}`, { quantity: 5 }, admin)
    await api.delete(`/admin/reservations/${data.reservation.id}`, admin)

    const made = await movements(3)
    expect(made.map((m) => [m.kind, m.reserved_delta])).toEqual([
      ["release", "-5"],
      ["reserve", "2"],
      ["reserve", "3"],
    ])
    for (const movement of made) {
      expect(movement).toMatchObject({ actor_type: "user", actor_id: admin.user_id })
      expect(movement.correlation_id).toBeTruthy()
    }
  })

  it("is nobody where no request stands behind the change, after a request on the same connections too", async () => {
    for (let i = 0; i < 5; i++) {
      await setLevel(100 + i, admin)
      await booted.inventory.adjustInventory(book.inventory_item_id, location, -1)
      expect((await movements())[0]).toMatchObject({ kind: "adjust", actor_type: null, actor_id: null })
    }
    await booted.connection.raw("update inventory_level set stocked_quantity = 5")
    expect((await movements())[0]).toMatchObject({ stocked_balance: "5", actor_type: null, actor_id: null })
  })

  it("is never the other of two admins who reserve the same item at the same time", async () => {
    const other = await adminHeaders(booted.container, "other@example.com")
    const reserve = (quantity: number, { headers }: Headers) =>
      booted.api.post("/admin/reservations", { ...item(), location_id: location, quantity }, { headers })
    const quantities = Array.from({ length: 20 }, (_, i) => i + 1)

    await Promise.all(quantities.map((quantity) => reserve(quantity, quantity % 2 ? admin : other)))

    const made = await movements(quantities.length)
    expect(made.map((m) => Number(m.reserved_delta)).sort((a, b) => a - b)).toEqual(quantities)
    for (const { reserved_delta, actor_id } of made) {
      const asked = Number(reserved_delta) % 2 ? admin : other
      expect({ reserved_delta, actor_id }).toEqual({ reserved_delta, actor_id: asked.user_id })
    }
  })

  describe("of a completed cart", () => {
    async function buy(config: Headers) {
      const { api } = booted
      const items = [{ variant_id: book.variant_id, quantity: 2 }]
      const cart = { region_id: region, sales_channel_id: channel, email: "reader@example.com", items }
      const { data } = await api.post("/store/carts", cart, config)
      const done = await api.post(`/store/carts/${data.cart.id}/complete`, {}, config)
      expect(done.data.type).toBe("order")
      return (await movements())[0]
    }

    it("is nobody for a guest", async () => {
      expect(await buy(store)).toMatchObject({
        kind: "reserve",
        reserved_delta: "2",
        actor_type: null,
        actor_id: null,
      })
    })

    it("is the customer who is logged in", async () => {
      const { container } = booted
      const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
        provider_identities: [{ provider: "emailpass", entity_id: "reader@example.com" }],
      })
      const { result: customer } = await createCustomerAccountWorkflow(container).run({
        input: { authIdentityId: identity.id, customerData: { email: "reader@example.com" } },
      })
      const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
      const token = generateJwtToken(
        { actor_id: customer.id, actor_type: "customer", auth_identity_id: identity.id, app_metadata: {} },
        { secret: jwtSecret as string, expiresIn: "1h" }
      )
      const headers = { ...store.headers, authorization: `Bearer ${token}` }

      expect(await buy({ headers })).toMatchObject({
        ...{ kind: "reserve", reserved_delta: "2", actor_type: "customer", actor_id: customer.id },
      })
    })
  })

  it("is not taken from a request that Medusa turns away", async () => {
    const before = await movements(100)
    for (const authorization of ["", "Bearer nonsense"]) {
      await expect(setLevel(1, { headers: { authorization } })).rejects.toMatchObject({
        response: { status: 401 },
      })
    }
    expect(await movements(100)).toEqual(before)
  })
})
