import { moveClock } from "../support/clock"
import { assertInvariants } from "../support/invariants"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

/** What a cart holds while something else happens to the cart, the order or the stock. */
runWithShop((booted) => {
  let shop: SellingShop
  let book: Book
  let level: Level

  beforeAll(async () => {
    shop = await SellingShop.open(booted)
    book = await shop.book(2)
    level = new Level(booted.connection, book.inventory_item_id, shop.location)
  })
  afterEach(() => assertInvariants(booted.connection))

  const cartOf = (quantity = 1, of = book) => shop.fillCart([{ variant_id: of.variant_id, quantity }])
  const holds = (cart: string) => `/store/carts/${cart}/hold`
  const hold = async (cart: string) => (await shop.shop(holds(cart), {})).hold
  const free = () => booted.stock.getAvailableQuantity(book.inventory_item_id)
  const answerOf = (attempt: Promise<any>) =>
    attempt.then(
      () => ({ status: 200 }),
      (error: { status: number; answer: object }) => ({ status: error.status, ...error.answer })
    )
  const setLine = async (cart: string, quantity: number) => {
    const [line] = await booted
      .connection("cart_line_item")
      .where({ cart_id: cart, variant_id: book.variant_id })
    return shop.shop(`/store/carts/${cart}/line-items/${line.id}?fields=id`, { quantity })
  }

  describe("a cart that is becoming an order", () => {
    // Core reserves for the order and says of the cart that it is complete at the same time, in two transactions.
    it("holds nothing anew between the two", async () => {
      const cart = await cartOf()
      await hold(cart)
      await shop.complete(cart)
      await booted.connection("cart").where({ id: cart }).update({ completed_at: null })
      expect(await answerOf(hold(cart))).toMatchObject({ status: 409, code: "cart_completed" })
      expect(await free()).toBe(1)
    })

    it("may hold anew what somebody has confirmed by hand", async () => {
      const cart = await cartOf()
      await hold(cart)
      const [{ id }] = await booted.connection("inventory_hold")
      await booted.stock.confirmReservation(id)
      expect((await hold(cart)).lines).toMatchObject([{ quantity: 1 }])
      expect(await free()).toBe(0)
    })

    it("keeps what it has been given meanwhile, when the order is taken back", async () => {
      const cart = await cartOf()
      await hold(cart)
      const { order } = await shop.complete(cart)
      const [row] = await booted.connection("inventory_hold")
      const { id: _, ended_at: __, ended_as: ___, confirmed_line_id: ____, ...same } = row
      await booted.connection("inventory_hold").insert({ ...same, id: "resitem_anew", metadata: null })
      await giveBack(order.items[0].id, { is_compensation: true, gives_back_holds: true })
      expect(await level.read()).toMatchObject({ reserved: 0 })
      expect(await free()).toBe(1)
    })

    it("gives nothing back to it when another workflow of its order is taken back", async () => {
      const cart = await cartOf()
      await hold(cart)
      const { order } = await shop.complete(cart)
      await giveBack(order.items[0].id, { is_compensation: true })
      expect(await free()).toBe(2)
    })

    async function giveBack(line_item_id: string, context: object) {
      await booted.connection.transaction(async (tx) => {
        await tx.raw("select set_config('truestock.context', ?, true)", [JSON.stringify(context)])
        await tx("reservation_item").where({ line_item_id }).update({ deleted_at: new Date() })
      })
    }
  })

  describe("what an order has left, since a server died before core reserved for it,", () => {
    /** As the crash leaves them: an order, nothing reserved for it, and the hold of its cart as it was. */
    const leave = async (quantity: number) => {
      const cart = await cartOf(quantity)
      await hold(cart)
      const [held] = await booted.connection("inventory_hold").where({ cart_id: cart })
      const { order } = await shop.complete(cart)
      await booted.connection("reservation_item").where({ line_item_id: order.items[0].id }).delete()
      await booted.connection("inventory_hold").where({ id: held.id }).update(held)
      return order
    }

    it("becomes its reservation, once there can be none under way any more", async () => {
      const order = await leave(2)
      expect(await booted.stock.settleOrderedHolds()).toBe(0)
      await moveClock(booted.connection, 121)
      expect(await Promise.all([1, 2, 3].map(() => booted.stock.settleOrderedHolds()))).toContain(1)
      expect(await booted.connection("reservation_item")).toMatchObject([
        { line_item_id: order.items[0].id, quantity: "2" },
      ])
      expect(await level.read()).toMatchObject({ stocked: 2, reserved: 2 })
      expect(await free()).toBe(0)
    })

    it("becomes the reservations of its own lines, also of lines that share a variant or an item", async () => {
      await level.stock(20)
      const kit = await shop.kit([[book, 2]])
      const cart = await shop.fillCart([
        { variant_id: book.variant_id, quantity: 3 },
        { variant_id: book.variant_id, quantity: 2, metadata: { wrapping: "blue" } },
        { variant_id: kit.variant_id, quantity: 2 },
      ])
      await hold(cart)
      const held = await booted.connection("inventory_hold")
      const { order } = await shop.complete(cart)
      await booted.connection("reservation_item").delete()
      for (const row of held) await booted.connection("inventory_hold").where({ id: row.id }).update(row)
      await moveClock(booted.connection, 121)
      expect(await booted.stock.settleOrderedHolds()).toBe(3)
      const needs = order.items.map((item: any) => [
        item.id,
        String(item.variant_id === kit.variant_id ? item.quantity * 2 : item.quantity),
      ])
      const reserved = await booted.connection("reservation_item").select("line_item_id", "quantity")
      expect(reserved.map(({ line_item_id, quantity }) => [line_item_id, quantity]).sort()).toEqual(
        needs.sort()
      )
      expect(await free()).toBe(11)
    })

    it("is kept until it can be settled, though it would expire before", async () => {
      await leave(1)
      await booted.connection.raw(
        "update inventory_hold set expires_at = truestock_now() + interval '30 seconds'"
      )
      expect(await booted.stock.settleOrderedHolds()).toBe(0)
      await moveClock(booted.connection, 121)
      expect(await booted.stock.settleOrderedHolds()).toBe(1)
      expect(await level.read()).toMatchObject({ reserved: 1 })
    })

    it("is left as it is where its line needs another quantity, and stops no other one", async () => {
      const orders = [await leave(1), await leave(1)]
      await booted.connection("order_item").where({ order_id: orders[0].id }).update({ quantity: 2 })
      await moveClock(booted.connection, 121)
      expect(await booted.stock.settleOrderedHolds()).toBe(1)
      expect(await booted.connection("reservation_item").pluck("line_item_id")).toEqual([
        orders[1].items[0].id,
      ])
      expect(await free()).toBe(0)
    })

    it("is free again where the order has had its units, or is cancelled", async () => {
      const order = await leave(1)
      await booted.connection("order").where({ id: order.id }).update({ canceled_at: new Date() })
      await moveClock(booted.connection, 121)
      expect(await booted.stock.countStrayHolds()).toMatchObject({ ordered: 1, orphaned: 0 })
      expect(await booted.stock.endStrayHolds()).toMatchObject({ ordered: 1, orphaned: 0 })
      expect(await free()).toBe(2)
    })
  })

  it("two lines of one item that are held at two locations are reserved at both", async () => {
    const second = await booted.shop.location(shop.channel)
    await level.stock(1)
    await booted.shop.level(book.inventory_item_id, second, 1)
    const lines = [await shop.kit([[book, 1]]), await shop.kit([[book, 1]])]
    const cart = await shop.fillCart(lines.map(({ variant_id }) => ({ variant_id, quantity: 1 })))
    await hold(cart)
    expect((await shop.complete(cart)).type).toBe("order")
    const places = await booted.connection("reservation_item").pluck("location_id")
    expect(places.sort()).toEqual([shop.location, second].sort())
    const ended = await booted.connection("inventory_hold").pluck("ended_as")
    expect(ended).toEqual(["confirmed", "confirmed"])
  })

  it("a line that grows and shrinks again holds what it held, and never a part of a unit", async () => {
    await level.stock(10)
    const [two, one] = [await cartOf(2), await cartOf(1)]
    await hold(two)
    await hold(one)
    expect(await free()).toBe(7)
    for (const quantity of [8, 4]) await setLine(two, quantity)
    for (const quantity of [3, 2]) await setLine(one, quantity)
    expect(await free()).toBe(7)
    await setLine(two, 1)
    expect(await free()).toBe(8)
  })

  it("holds, changes of lines, extensions and gifts back of one cart pass each other", async () => {
    await level.stock(100)
    const other = await shop.book(100)
    const cart = await shop.fillCart([book, other].map(({ variant_id }) => ({ variant_id, quantity: 9 })))
    for (let round = 0; round < 8; round++) {
      const answers = await Promise.all([
        answerOf(hold(cart)),
        answerOf(setLine(cart, 9 - round)),
        answerOf(hold(cart)),
        answerOf(booted.stock.extendCartHold(cart)),
        round % 2 ? answerOf(booted.stock.releaseCartHold(cart)) : undefined,
      ])
      expect(answers.filter((answer) => answer && answer.status !== 200)).toEqual([])
    }
    const quantities = (await hold(cart)).lines.map((line: { quantity: number }) => line.quantity)
    expect(quantities.sort()).toEqual([2, 9])
    expect(await free()).toBe(98)
  })

  describe("the key of a request", () => {
    const keyed = (key: string) => ({ headers: { ...shop.store.headers, "idempotency-key": key } })

    it("is the cart's own: another cart may use it, and so may the shop", async () => {
      const [mine, theirs] = [await cartOf(), await cartOf()]
      const first = await booted.api.post(holds(mine), {}, keyed("order-1"))
      await booted.api.post(holds(theirs), {}, keyed("order-1"))
      expect(await free()).toBe(0)
      await booted.api.delete(holds(mine), shop.store)
      expect((await booted.api.post(holds(mine), {}, keyed("order-1"))).data).toEqual(first.data)
      const line = { inventory_item_id: book.inventory_item_id, location_id: shop.location, quantity: 1 }
      await booted.stock.createReservation(line, { idempotency_key: "order-1" })
      expect(await free()).toBe(0)
    })

    it("does not let a payment begin on an answer from before", async () => {
      const undo = setOptions(booted, { hold: { ...booted.stock["options"].hold, on_payment_session: true } })
      try {
        const cart = await cartOf(2)
        const [{ payment_collection_id: id }] = await booted
          .connection("cart_payment_collection")
          .where({ cart_id: cart })
        const pay = () =>
          booted.api.post(
            `/store/payment-collections/${id}/payment-sessions?fields=id`,
            { provider_id: "pp_system_default" },
            keyed("pay-1")
          )
        await pay()
        await moveClock(booted.connection, 3_601)
        expect(await free()).toBe(2)
        await pay()
        expect(await free()).toBe(0)
      } finally {
        undo()
      }
    })
  })

  it("says how many there are only where the shop does", async () => {
    const cart = await cartOf(2)
    await level.stock(1)
    const told = await answerOf(hold(cart))
    expect(told).toMatchObject({ status: 409, code: "insufficient_inventory", requested: 2, available: 1 })
    const undo = setOptions(booted, { expose_quantity: false })
    try {
      expect(await answerOf(hold(cart))).toEqual({
        ...{ status: 409, type: "conflict", code: "insufficient_inventory" },
        message: "Insufficient inventory: the cart asks for more than there is now.",
      })
    } finally {
      undo()
    }
  })
})
