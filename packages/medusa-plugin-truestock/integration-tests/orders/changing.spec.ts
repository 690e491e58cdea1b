import { assertInvariants } from "../support/invariants"
import { Ledger, liveReservations } from "../support/ledger"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let shop: SellingShop
  let book: Book
  let other: Book
  let ledger: Ledger

  beforeAll(async () => {
    shop = await SellingShop.open(booted)
    book = await shop.book(10)
    other = await shop.book(5)
  })
  beforeEach(async () => {
    ledger = new Ledger(booted, { [book.inventory_item_id]: "book", [other.inventory_item_id]: "other" })
    await ledger.skip()
  })

  afterEach(() => assertInvariants(booted.connection))

  const fulfil = (order_id: string, id: string, quantity: number) =>
    shop.admin(`/orders/${order_id}/fulfillments?fields=id`, { items: [{ id, quantity }] })
  const reservations = () => liveReservations(booted.connection)

  /** Buys and fulfils all of it. */
  async function sell(quantity: number): Promise<{ order_id: string; line: string }> {
    const order = await shop.buy({ variant_id: book.variant_id, quantity })
    const line = order.items[0].id
    await fulfil(order.id, line, quantity)
    await ledger.skipTo(`order ${order.id}`)
    return { order_id: order.id, line }
  }

  /** One edit of an order, from its beginning to its confirmation. */
  async function edit(order_id: string, change: string, body: object): Promise<void> {
    await shop.admin("/order-edits", { order_id })
    await shop.admin(`/order-edits/${order_id}${change}`, body)
    await shop.admin(`/order-edits/${order_id}/request`)
    await shop.admin(`/order-edits/${order_id}/confirm`)
  }

  /** Receives a return that was requested: what is whole, and what is not. */
  async function receive(return_id: string, line: string, whole: number, damaged: number): Promise<void> {
    await shop.admin(`/returns/${return_id}/receive`)
    const items = (quantity: number) => ({ items: [{ id: line, quantity }] })
    if (whole > 0) await shop.admin(`/returns/${return_id}/receive-items`, items(whole))
    if (damaged > 0) await shop.admin(`/returns/${return_id}/dismiss-items`, items(damaged))
    await shop.admin(`/returns/${return_id}/receive/confirm`)
  }

  it("puts back what is returned whole, and not what is damaged", async () => {
    const { order_id, line } = await sell(4)
    const { return: requested } = await shop.admin("/returns", { order_id, location_id: shop.location })
    const items = [{ id: line, quantity: 4 }]
    await shop.admin(`/returns/${requested.id}/request-items`, { items })
    await shop.admin(`/returns/${requested.id}/request`)
    await ledger.expect([])

    await receive(requested.id, line, 1, 2)
    await ledger.expect(
      ["return book (returned): stocked +1 = 7"],
      [`order ${order_id}`, `return ${requested.id}`]
    )
    await receive(requested.id, line, 1, 0)
    await ledger.expect(
      ["return book (returned): stocked +1 = 8"],
      [`order ${order_id}`, `return ${requested.id}`]
    )
    expect(await reservations()).toEqual([])
  })

  it("follows an order that is edited", async () => {
    const order = await shop.buy({ variant_id: book.variant_id, quantity: 4 })
    const line = order.items[0].id
    const of = [`order ${order.id}`]
    await ledger.expect(["reserve book: reserved +4 = 4"], of)

    await edit(order.id, "/items", { items: [{ variant_id: other.variant_id, quantity: 2 }] })
    await ledger.expect(["reserve other: reserved +2 = 2"], of)
    await edit(order.id, `/items/item/${line}`, { quantity: 6 })
    await ledger.expect(["release book: reserved -4 = 0", "reserve book: reserved +6 = 6"], of)
    await edit(order.id, `/items/item/${line}`, { quantity: 3 })
    await ledger.expect(["release book: reserved -6 = 0", "reserve book: reserved +3 = 3"], of)

    const { order: edited } = await shop.look(`/orders/${order.id}?fields=id,*items`)
    const added = edited.items.find((item: any) => item.id !== line)
    await edit(order.id, `/items/item/${added.id}`, { quantity: 0 })
    await ledger.expect(["release other: reserved -2 = 0"], of)

    await fulfil(order.id, line, 3)
    await ledger.expect(["fulfil book: stocked -3 = 7", "release book: reserved -3 = 0"], of)
    expect(await reservations()).toEqual([])
  })

  it("records what core reserves for an edited line that was fulfilled in part, which is all of it", async () => {
    const order = await shop.buy({ variant_id: book.variant_id, quantity: 4 })
    const line = order.items[0].id
    await fulfil(order.id, line, 1)
    await ledger.skipTo(`order ${order.id}`)

    // Core means to reserve what is not fulfilled yet, and does not know how much is (medusajs/medusa#16406).
    await edit(order.id, `/items/item/${line}`, { quantity: 1 })
    await ledger.expect(
      ["release book: reserved -3 = 0", "reserve book: reserved +1 = 1"],
      [`order ${order.id}`]
    )
    expect(await reservations()).toEqual([{ item: book.inventory_item_id, quantity: 1 }])
  })

  it("refuses an edit that is not covered, and gives the line its reservation back", async () => {
    const order = await shop.buy({ variant_id: book.variant_id, quantity: 4 })
    await ledger.skipTo(`order ${order.id}`)
    const rival = { inventory_item_id: book.inventory_item_id, location_id: shop.location, quantity: 5 }
    await booted.inventory.createReservationItems([rival])
    await ledger.skip()

    const more = edit(order.id, `/items/item/${order.items[0].id}`, { quantity: 6 })
    await expect(more).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("Not enough stock"),
    })
    await ledger.expect(["release book: reserved -4 = 5", "reserve book: reserved +4 = 9"])
    expect((await reservations()).map(({ quantity }) => quantity)).toEqual([4, 5])
  })

  describe.each([
    { a: "a claim", kind: "claim", begin: { type: "replace" } },
    { a: "an exchange", kind: "exchange", begin: {} },
  ])("$a", ({ kind, begin }) => {
    /** One book comes back, two others go out. */
    async function request(order_id: string, line: string): Promise<{ id: string; return_id: string }> {
      const url = `/${kind}s`
      const { [kind]: begun } = await shop.admin(url, { order_id, ...begin })
      const inbound = { location_id: shop.location, items: [{ id: line, quantity: 1 }] }
      await shop.admin(`${url}/${begun.id}/inbound/items`, inbound)
      const items = [{ variant_id: other.variant_id, quantity: 2, unit_price: 10 }]
      await shop.admin(`${url}/${begun.id}/outbound/items`, { items })
      const shipping_option_id = shop.shippingOption
      await shop.admin(`${url}/${begun.id}/outbound/shipping-method`, { shipping_option_id })
      await ledger.expect([])
      await shop.admin(`${url}/${begun.id}/request`)
      return (await shop.look(`${url}/${begun.id}`))[kind]
    }

    it("reserves what goes out, releases it when cancelled, and leaves nothing behind when kept", async () => {
      const { order_id, line } = await sell(3)
      const cancelled = await request(order_id, line)
      const reserved = "reserve other: reserved +2 = 2"
      await ledger.expect([reserved], [`order ${order_id}`, `${kind} ${cancelled.id}`])
      await shop.admin(`/${kind}s/${cancelled.id}/cancel`)
      await ledger.expect(["release other: reserved -2 = 0"], [`order ${order_id}`])
      expect(await reservations()).toEqual([])

      const kept = await request(order_id, line)
      await ledger.expect([reserved], [`order ${order_id}`, `${kind} ${kept.id}`])
      await receive(kept.return_id, line, 1, 0)
      const returned = "return book (returned): stocked +1 = 8"
      await ledger.expect([returned], [`order ${order_id}`, `return ${kept.return_id}`])

      const { order } = await shop.look(`/orders/${order_id}?fields=id,*items`)
      const sent = order.items.find(({ id, quantity }: any) => id !== line && quantity === 2)
      await fulfil(order_id, sent.id, 2)
      const gone = ["fulfil other: stocked -2 = 3", "release other: reserved -2 = 0"]
      await ledger.expect(gone, [`order ${order_id}`])
      expect(await reservations()).toEqual([])
    })
  })
})
