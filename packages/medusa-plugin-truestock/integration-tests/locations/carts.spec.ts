import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let shop: SellingShop
  /** Both sell for the shop's channel, and Medusa lists them in this or another order. */
  let locations: [string, string]
  let book: Book

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    shop = await SellingShop.open(booted)
    locations = [shop.location, await booted.shop.location(shop.channel)]
    book = await shop.book({ [locations[0]]: 5, [locations[1]]: 5 })
  })
  afterEach(() => assertInvariants(booted.connection))

  const close = (location: string) => booted.stock.setLocation(location, { is_active: false })
  const stock = (location: string, stocked_quantity: number) =>
    shop.admin(`/inventory-items/${book.inventory_item_id}/location-levels/${location}`, { stocked_quantity })
  const line = (quantity = 2) => ({ variant_id: book.variant_id, quantity })
  const live = () => booted.connection("reservation_item").whereNull("deleted_at").orderBy("created_at")
  const reserved = async () => (await live()).map((row) => [row.location_id, Number(row.quantity)])

  async function draftOrder(quantity = 2): Promise<string> {
    const { draft_order } = await shop.admin("/draft-orders?fields=id", {
      ...{ region_id: shop.region, sales_channel_id: shop.channel, email: "ada@example.com" },
      items: [line(quantity)],
      shipping_methods: [],
    })
    return draft_order.id
  }

  describe.each([
    ["first", 0],
    ["second", 1],
  ] as const)("With the %s location of the channel inactive", (_, n) => {
    let [closed, open] = ["", ""]
    beforeEach(async () => {
      closed = locations[n]
      open = locations[1 - n]!
      await close(closed)
    })

    it("a cart is filled, completed, and reserves at the active one", async () => {
      const order = await shop.buy(line())
      expect(order.items).toHaveLength(1)
      expect(await reserved()).toEqual([[open, 2]])
    })

    it("an admin's draft order becomes an order that reserves at the active one", async () => {
      await shop.admin(`/draft-orders/${await draftOrder()}/convert-to-order`)
      expect(await reserved()).toEqual([[open, 2]])
    })

    it("what only the inactive one has is refused, in the cart by its label and in an order by the location's name", async () => {
      const cart = await shop.fillCart([line()])
      await stock(open, 1)
      await expect(shop.fillCart([line()])).rejects.toMatchObject({
        ...{ status: 400, answer: { code: "insufficient_inventory" } },
      })
      await expect(shop.complete(cart)).rejects.toMatchObject({ answer: { code: "insufficient_inventory" } })
      await stock(open, 0)
      await expect(shop.fillCart([line()])).rejects.toMatchObject({
        ...{
          status: 400,
          answer: { code: "not_purchasable", message: expect.stringContaining(book.variant_id) },
        },
      })
      await expect(shop.admin(`/draft-orders/${await draftOrder()}/convert-to-order`)).rejects.toMatchObject({
        status: 400,
        answer: {
          code: "inactive_location",
          message: `Location ${closed} is inactive: nothing can be reserved there. Activate it, or choose another.`,
        },
      })
      expect(await reserved()).toEqual([])
    })
  })

  it("line by line, after what the lines before have taken: first to its backups, then by priority", async () => {
    const [closed, second] = locations
    const third = await booted.shop.location(shop.channel)
    const backup = await booted.shop.location()
    await booted.shop.level(book.inventory_item_id, backup, 5)
    await booted.shop.level(book.inventory_item_id, third, 2)
    const other = await shop.book({ [closed]: 5, [second]: 5, [third]: 5 })
    const kit = await shop.kit([[book, 3]])
    await close(closed)
    await booted.stock.setLocation(backup, { backup_for: closed, priority: 9 })
    await booted.stock.setLocation(third, { priority: -1 })

    await shop.buy(
      line(3),
      { variant_id: kit.variant_id, quantity: 1 },
      { variant_id: other.variant_id, quantity: 1 }
    )
    // Core reserves the lines of a cart in no certain order: the two that want the same three units are alike.
    const wanted = [[backup, 3], [second, 3], [third, 1]] // prettier-ignore
    expect(await reserved()).toEqual(expect.arrayContaining(wanted))
    expect(await reserved()).toHaveLength(3)
  })

  it("a cart that held its units before the location closed gets them elsewhere, or from those that it holds there", async () => {
    const cart = await shop.fillCart([line(2)])
    await booted.stock.holdCart(cart, null)
    const [held] = await booted.connection("inventory_hold")
    await close(held.location_id)
    const open = locations.find((location) => location !== held.location_id)!
    await shop.complete(cart)
    expect(await reserved()).toEqual([[open, 2]])
    expect((await booted.stock.listHolds({ state: "held" })).count).toBe(0)
  })

  it("what an admin reserves at an inactive location is refused there, and goes nowhere else", async () => {
    const order = await shop.buy(line())
    const [{ line_item_id }] = await live()
    await close(locations[0])
    await expect(
      shop.admin("/reservations", {
        ...{
          line_item_id,
          inventory_item_id: book.inventory_item_id,
          location_id: locations[0],
          quantity: 1,
        },
      })
    ).rejects.toMatchObject({ answer: { code: "inactive_location" } })
    expect(order.items).toHaveLength(1)
    expect(await reserved()).toHaveLength(1)
  })
})
