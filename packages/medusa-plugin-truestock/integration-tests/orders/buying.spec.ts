import { Modules } from "@medusajs/framework/utils"
import { eventually } from "../support/eventually"
import { CORE_EVENTS, countEvents } from "../support/core-events"
import { assertInvariants } from "../support/invariants"
import { Ledger, liveReservations } from "../support/ledger"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let shop: SellingShop
  let second: string
  let book: Book
  let ledger: Ledger

  beforeAll(async () => {
    shop = await SellingShop.open(booted)
    second = await booted.shop.location(shop.channel)
    book = await shop.book(10)
  })
  beforeEach(async () => {
    ledger = new Ledger(booted, { [book.inventory_item_id]: "book" })
    await ledger.skip()
  })

  afterEach(() => assertInvariants(booted.connection))

  const fulfil = async (order: any, quantity: number, location_id?: string): Promise<string> => {
    const items = [{ id: order.items[0].id, quantity }]
    await shop.admin(`/orders/${order.id}/fulfillments?fields=id`, { items, location_id })
    const found = await shop.look(`/orders/${order.id}?fields=id,*fulfillments`)
    return found.order.fulfillments
      .filter((each: any) => !each.canceled_at)
      .map((each: any) => each.id)
      .sort()
      .at(-1)
  }
  const reservations = () => liveReservations(booted.connection)
  const shortfalls = () => booted.connection("inventory_shortfall")

  it("sells the last copies, in parts, with a fulfilment that is taken back", async () => {
    const cart = await shop.fillCart([{ variant_id: book.variant_id, quantity: 10 }])
    const { order } = await shop.complete(cart)
    const line = `line_item ${order.items[0].id}`
    await ledger.expect(["reserve book: reserved +10 = 10"], [`order ${order.id}`, `cart ${cart}`, line])

    // Core alone refuses: what is left of the reservation is checked against what is available, which is nothing.
    const first = await fulfil(order, 4)
    await ledger.expect(
      ["fulfil book: stocked -4 = 6", "release book: reserved -4 = 6"],
      [`order ${order.id}`, `fulfillment ${first}`]
    )

    await shop.admin(`/orders/${order.id}/fulfillments/${first}/cancel?fields=id`)
    await ledger.expect(
      ["fulfil_cancel book: stocked +4 = 10", "reserve book: reserved +4 = 10"],
      [`order ${order.id}`, `fulfillment ${first}`]
    )

    const again = await fulfil(order, 7)
    await ledger.expect(
      ["fulfil book: stocked -7 = 3", "release book: reserved -7 = 3"],
      [`order ${order.id}`, `fulfillment ${again}`]
    )
    const rest = await fulfil(order, 3)
    await ledger.expect(
      ["fulfil book: stocked -3 = 0", "release book: reserved -3 = 0"],
      [`order ${order.id}`, `fulfillment ${rest}`]
    )
    expect(await reservations()).toEqual([])
    expect(await shortfalls()).toEqual([])
  })

  it("takes the parts of a kit, and gives them back", async () => {
    const cover = await shop.book(7)
    const kit = await shop.kit([
      [book, 2],
      [cover, 1],
    ])
    ledger = new Ledger(booted, { [book.inventory_item_id]: "book", [cover.inventory_item_id]: "cover" })
    await ledger.skip()

    const order = await shop.buy({ variant_id: kit.variant_id, quantity: 3 })
    const of = [`order ${order.id}`]
    const placed = ["reserve book: reserved +6 = 6", "reserve cover: reserved +3 = 3"]
    await ledger.expect(placed, [...of, `line_item ${order.items[0].id}`])

    const fulfillment = await fulfil(order, 2)
    const left = ["fulfil book: stocked -4 = 6", "release book: reserved -4 = 2"]
    left.push("fulfil cover: stocked -2 = 5", "release cover: reserved -2 = 1")
    await ledger.expect(left, [...of, `fulfillment ${fulfillment}`])

    await shop.admin(`/orders/${order.id}/fulfillments/${fulfillment}/cancel?fields=id`)
    const back = ["fulfil_cancel book: stocked +4 = 10", "reserve book: reserved +4 = 6"]
    back.push("fulfil_cancel cover: stocked +2 = 7", "reserve cover: reserved +2 = 3")
    await ledger.expect(back, [...of, `fulfillment ${fulfillment}`])

    await shop.admin(`/orders/${order.id}/cancel?fields=id`)
    await ledger.expect(["release book: reserved -6 = 0", "release cover: reserved -3 = 0"], of)
    expect(await reservations()).toEqual([])
  })

  it("reserves where one location has enough, and does not leave a promise where it cannot be kept", async () => {
    const spread = await shop.book({ [shop.location]: 2, [second]: 5 })
    ledger = new Ledger(booted, {
      ...{ [spread.inventory_item_id]: "book", [shop.location]: "here", [second]: "there" },
    })
    await ledger.skip()
    const order = await shop.buy({ variant_id: spread.variant_id, quantity: 4 })
    await ledger.expect(["reserve book at there: reserved +4 = 4"], [`order ${order.id}`])

    // Core moves what is left of the reservation to where the fulfilment leaves from; three do not fit there.
    await expect(fulfil(order, 1, shop.location)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(
        `Not enough stock available for item ${spread.inventory_item_id} at location ${shop.location}`
      ),
    })
    await ledger.expect(["fulfil book at here: stocked -1 = 1", "fulfil_cancel book at here: stocked +1 = 2"])

    await fulfil(order, 3, second)
    await ledger.expect(
      ["fulfil book at there: stocked -3 = 2", "release book at there: reserved -3 = 1"],
      [`order ${order.id}`]
    )
    await fulfil(order, 1, shop.location)
    await ledger.expect(
      ["fulfil book at here: stocked -1 = 1", "release book at there: reserved -1 = 0"],
      [`order ${order.id}`]
    )
    expect(await reservations()).toEqual([])
  })

  it("sells what is to be ordered first, below zero", async () => {
    const rare = await shop.book(1, { allow_backorder: true })
    ledger = new Ledger(booted, { [rare.inventory_item_id]: "rare" })
    await ledger.skip()
    const order = await shop.buy({ variant_id: rare.variant_id, quantity: 3 })
    await ledger.expect(["reserve rare: reserved +3 = 3"], [`order ${order.id}`])
    await fulfil(order, 2)
    await ledger.expect(
      ["fulfil rare: stocked -2 = -1", "release rare: reserved -2 = 1"],
      [`order ${order.id}`]
    )
    await fulfil(order, 1)
    await ledger.expect(
      ["fulfil rare: stocked -1 = -2", "release rare: reserved -1 = 0"],
      [`order ${order.id}`]
    )
    expect(await reservations()).toEqual([])
    expect(await shortfalls()).toEqual([])
  })

  it("reserves for a draft order when it becomes one", async () => {
    const { draft_order } = await shop.admin("/draft-orders", {
      ...{ email: "ada@example.com", region_id: shop.region, sales_channel_id: shop.channel },
      items: [{ variant_id: book.variant_id, quantity: 2 }],
      shipping_methods: [{ name: "Post", shipping_option_id: shop.shippingOption, amount: 5 }],
    })
    await ledger.expect([])
    await shop.admin(`/draft-orders/${draft_order.id}/convert-to-order`)
    await ledger.expect(["reserve book: reserved +2 = 2"], [`order ${draft_order.id}`])
    await shop.admin(`/orders/${draft_order.id}/cancel?fields=id`)
    await ledger.expect(["release book: reserved -2 = 0"], [`order ${draft_order.id}`])
    expect(await reservations()).toEqual([])
  })

  it("refuses a checkout that is not covered, and changes nothing", async () => {
    const kit = await shop.kit([[book, 2]])
    const refusalOfCore = {
      status: 400,
      answer: {
        type: "not_allowed",
        message: `Not enough stock available for item ${book.inventory_item_id} at location ${shop.location}`,
      },
    }
    const late = await shop.fillCart([{ variant_id: book.variant_id, quantity: 4 }])
    // Each line by itself is covered, as a cart is checked; both are not, which only the reservation finds out.
    const both = await shop.fillCart([
      { variant_id: book.variant_id, quantity: 8 },
      { variant_id: kit.variant_id, quantity: 2 },
    ])
    await ledger.skip()
    await expect(shop.complete(both)).rejects.toMatchObject(refusalOfCore)
    await ledger.expect([])

    const inventory_item_id = book.inventory_item_id
    const rival = { inventory_item_id, location_id: shop.location, quantity: 7 }
    await booted.inventory.createReservationItems([rival])
    await ledger.skip()
    await expect(shop.complete(late)).rejects.toMatchObject({
      status: 400,
      answer: { code: "insufficient_inventory", type: "not_allowed" },
    })
    await ledger.expect([])
    expect(await reservations()).toEqual([{ item: inventory_item_id, quantity: 7 }])
    expect((await shop.look("/orders")).count).toBe(0)
  })

  it("takes an absolute level as it is said, the last writer's, and keeps what was before", async () => {
    const set = (stocked_quantity: number) =>
      shop.admin(`/inventory-items/${book.inventory_item_id}/location-levels/${shop.location}`, {
        stocked_quantity,
      })
    await set(7)
    await ledger.expect(["set book: stocked -3 = 7"])
    await set(12)
    await ledger.expect(["set book: stocked +5 = 12"])
    await set(12)
    await ledger.expect([])

    await Promise.all([1, 2, 3, 4, 5].map(set))
    const last = (await ledger.read()).at(-1)!
    const { inventory_item } = await shop.look(`/inventory-items/${book.inventory_item_id}`)
    expect(last.changes[0]!.balance).toBe(inventory_item.stocked_quantity)
  })

  it("lets core say what it says without the guard: the same events, as often, in each mode", async () => {
    const other = await shop.book(10)
    const bus = booted.container.resolve(Modules.EVENT_BUS)
    const heard: string[] = []
    const listen = async ({ name }: { name: string }) => void heard.push(name)
    bus.subscribe("*", listen, { subscriberId: "listens-to-everything" })
    const said = async (expected: Record<string, number>) => {
      await eventually(async () => expect(countEvents(heard)).toEqual(expected))
      heard.length = 0
    }
    try {
      for (const mode of ["off", "enforce"] as const) {
        await booted.stock.setGuardMode(mode)
        const order = await shop.buy(
          { variant_id: book.variant_id, quantity: 2 },
          { variant_id: other.variant_id, quantity: 3 }
        )
        await said(CORE_EVENTS.placed)
        const items = order.items.map(({ id }: { id: string }) => ({ id, quantity: 2 }))
        await shop.admin(`/orders/${order.id}/fulfillments?fields=id`, { items })
        await said(CORE_EVENTS.fulfilled)
        const { order: found } = await shop.look(`/orders/${order.id}?fields=id,*fulfillments`)
        await shop.admin(`/orders/${order.id}/fulfillments/${found.fulfillments[0].id}/cancel?fields=id`)
        await said(CORE_EVENTS.fulfilment_cancelled)
        await shop.admin(`/orders/${order.id}/cancel?fields=id`)
        await said(CORE_EVENTS.cancelled)
      }
    } finally {
      bus.unsubscribe("*", listen, { subscriberId: "listens-to-everything" })
    }
  })
})
