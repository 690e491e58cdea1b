import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { moveClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { OPTIONS, setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

// What a shop hangs into core's workflow, behind the reservation and before the payment.
let failsBeforePayment = false
const { hooks } = completeCartWorkflow as unknown as {
  hooks: Record<"beforePaymentAuthorization", (handler: () => Promise<void>) => void>
}
hooks.beforePaymentAuthorization(async () => {
  if (failsBeforePayment) throw new Error("The payment failed on purpose")
})

runWithShop((booted) => {
  let shop: SellingShop
  let book: Book
  let level: Level

  beforeAll(async () => {
    shop = await SellingShop.open(booted)
    book = await shop.book(1)
    level = new Level(booted.connection, book.inventory_item_id, shop.location)
  })
  afterEach(() => {
    failsBeforePayment = false
    undoOptions?.()
    return assertInvariants(booted.connection)
  })

  let undoOptions: (() => void) | undefined
  const options = (hold: Partial<typeof OPTIONS.hold>) => {
    undoOptions = setOptions(booted, { hold: { ...OPTIONS.hold, ...hold } })
  }
  const cartOf = (quantity = 1, of = book) => shop.fillCart([{ variant_id: of.variant_id, quantity }])
  const holds = (cart: string) => `/store/carts/${cart}/hold`
  const hold = async (cart: string) => (await shop.shop(holds(cart), {})).hold
  const held = async (cart: string) => (await booted.api.get(holds(cart), shop.store)).data.hold
  const free = () => booted.stock.getAvailableQuantity(book.inventory_item_id)
  const secondsLeft = ({ expires_at, now }: { expires_at: string; now: string }) =>
    Math.round((Date.parse(expires_at) - Date.parse(now)) / 1000)
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "done",
      (error: { status: number; answer: { code: string } }) => `${error.status} ${error.answer.code}`
    )
  const NOT_ENOUGH = "409 insufficient_inventory"

  const ordersOf = async (cart: string) =>
    (await booted.connection("order_cart").where({ cart_id: cart }).whereNull("deleted_at")).length

  /** The manual provider hears of no payments: while this lasts it does, at core's own route for webhooks. */
  async function paidByWebhook(cart: string, during: (payment: () => Promise<unknown>) => Promise<void>) {
    const { rows } = await booted.connection.raw(
      `select s.id, s.amount from payment_session s join cart_payment_collection c using (payment_collection_id)
       where c.cart_id = ? and s.deleted_at is null`,
      [cart]
    )
    const [{ id, amount }] = rows
    const payments = booted.container.resolve(Modules.PAYMENT) as any
    const understood = jest
      .spyOn(payments.paymentProviderService_, "getWebhookActionAndData")
      .mockResolvedValue({ action: "captured", data: { session_id: id, amount: Number(amount) } })
    const { options } = payments
    payments.options = { ...options, webhook_delay: 1 }
    try {
      await during(() => booted.api.post("/hooks/payment/system_default", {}))
      expect(understood).toHaveBeenCalled()
    } finally {
      payments.options = options
      understood.mockRestore()
    }
  }

  describe("POST /store/carts/:id/hold", () => {
    it("holds each line for 15 minutes, and tells until when by the database's clock", async () => {
      const cart = await cartOf()
      const answer = await hold(cart)
      expect(answer).toMatchObject({ cart_id: cart, lines: [{ variant_id: book.variant_id, quantity: 1 }] })
      expect(secondsLeft(answer)).toBe(900)
      expect(await held(cart)).toMatchObject({ lines: answer.lines })
      expect(await level.read()).toMatchObject({ reserved: 0 })
    })

    it("keeps the last copy from another buyer at once, and the carts of two browsers know it", async () => {
      const [mine, theirs] = [await cartOf(), await cartOf()]
      await hold(mine)
      await expect(shop.shop(holds(theirs), {})).rejects.toMatchObject({
        status: 409,
        answer: {
          code: "insufficient_inventory",
          message: expect.stringMatching(/^Insufficient inventory: 1 requested, 0 available/),
          requested: 1,
          available: 0,
        },
      })
      expect(await refusal(shop.complete(theirs))).toBe("400 not_purchasable")
      expect((await shop.complete(mine)).type).toBe("order")
    })

    it("is one row per line however often it is asked for, and lasts longer each time, up to an hour", async () => {
      const cart = await cartOf()
      await Promise.all(Array.from({ length: 5 }, () => hold(cart)))
      for (const minute of [10, 20, 30, 40, 50, 58]) {
        await moveClock(booted.connection, minute * 60)
        const most = Math.min(900, 3_600 - minute * 60)
        const left = secondsLeft(await hold(cart))
        expect(left).toBeLessThanOrEqual(most)
        expect(left).toBeGreaterThan(most - 60)
      }
      expect(await booted.connection("inventory_hold")).toHaveLength(1)
    })

    it("follows the lines of the cart: more, fewer, another one", async () => {
      await level.stock(10)
      const other = await shop.book(5)
      const cart = await cartOf(4)
      await hold(cart)
      const { lines } = await hold(cart)
      const line = `/store/carts/${cart}/line-items/${lines[0].line_item_id}?fields=id`
      await shop.shop(line, { quantity: 2 })
      expect(await free()).toBe(8)
      await shop.shop(line, { quantity: 6 })
      await shop.shop(`/store/carts/${cart}/line-items?fields=id`, {
        variant_id: other.variant_id,
        quantity: 1,
      })
      const quantities = (await hold(cart)).lines.map((l: { quantity: number }) => l.quantity)
      expect(quantities.sort()).toEqual([1, 6])
      expect(await free()).toBe(4)
    })

    it("is all or nothing, and a cart that asks for too much keeps what it held", async () => {
      const other = await shop.book(5)
      const cart = await shop.fillCart([{ variant_id: other.variant_id, quantity: 3 }])
      await hold(cart)
      await shop.shop(`/store/carts/${cart}/line-items?fields=id`, {
        variant_id: book.variant_id,
        quantity: 1,
      })
      await level.stock(0)
      expect(await refusal(shop.shop(holds(cart), {}))).toBe(NOT_ENOUGH)
      expect(await held(cart)).toMatchObject({ lines: [{ variant_id: other.variant_id, quantity: 3 }] })
    })

    it("holds the parts of a kit, in units of the kit", async () => {
      await level.stock(6)
      const kit = await shop.kit([[book, 2]])
      const cart = await cartOf(2, kit)
      expect((await hold(cart)).lines).toMatchObject([{ variant_id: kit.variant_id, quantity: 2 }])
      expect(await free()).toBe(2)
    })

    it("holds nothing of what is not managed, and says so", async () => {
      const gift = await shop.book({}, { manage_inventory: false })
      expect(await hold(await cartOf(1, gift))).toBeNull()
    })

    it("knows no cart that does not exist, and none that is an order", async () => {
      expect(await refusal(shop.shop(holds("cart_none"), {}))).toBe("404 cart_not_found")
      const cart = await cartOf()
      await shop.complete(cart)
      expect(await refusal(shop.shop(holds(cart), {}))).toBe("409 cart_completed")
    })

    it("is bounded per cart and per publishable key", async () => {
      await level.stock(10)
      const other = await shop.book(5)
      const both = await shop.fillCart([book, other].map(({ variant_id }) => ({ variant_id, quantity: 1 })))
      options({ most_lines: 1 })
      expect(await refusal(shop.shop(holds(both), {}))).toBe("409 too_many_holds")
      options({ most_per_key: 1 })
      await hold(await cartOf())
      expect(await refusal(shop.shop(holds(await cartOf()), {}))).toBe("409 too_many_holds")
    })

    it("never tells its token to the routes of the hold", async () => {
      const cart = await cartOf()
      const [row] = await hold(cart).then(() => booted.connection("inventory_hold"))
      expect(row.token).toMatch(/^[0-9a-f-]{36}$/)
      expect(JSON.stringify([await hold(cart), await held(cart)])).not.toContain(row.token)
    })
  })

  describe("what is held is free again", () => {
    it.each([
      ["when it expires", async () => moveClock(booted.connection, 901)],
      ["when it is given back", async (cart: string) => booted.api.delete(holds(cart), shop.store)],
      [
        "when its line is taken out",
        async (cart: string) => {
          const [line] = (await held(cart)).lines
          await booted.api.delete(`/store/carts/${cart}/line-items/${line.line_item_id}`, shop.store)
        },
      ],
      [
        "when its cart is deleted",
        async (cart: string) => booted.connection("cart").where({ id: cart }).delete(),
      ],
    ])("%s", async (_, over) => {
      const cart = await cartOf()
      await hold(cart)
      expect(await free()).toBe(0)
      await over(cart)
      expect(await free()).toBe(1)
      expect(await held(cart)).toBeNull()
      expect((await shop.complete(await cartOf())).type).toBe("order")
    })
  })

  describe("an order takes what its cart held", () => {
    it("without a gap: the hold ends as the reservation begins", async () => {
      const cart = await cartOf()
      await hold(cart)
      const { order } = await shop.complete(cart)
      expect(await level.read()).toMatchObject({ stocked: 1, reserved: 1 })
      const [row] = await booted.connection("inventory_hold")
      expect(row).toMatchObject({ ended_as: "confirmed", confirmed_line_id: order.items[0].id })
      expect(await free()).toBe(0)
    })

    it("where it held it, also when core would look elsewhere", async () => {
      const second = await booted.shop.location(shop.channel)
      await booted.shop.level(book.inventory_item_id, second, 1)
      const [mine, theirs] = [await cartOf(), await cartOf()]
      await hold(theirs)
      await hold(mine)
      const places = await booted.connection("inventory_hold").pluck("location_id")
      expect(new Set(places).size).toBe(2)
      expect((await shop.complete(mine)).type).toBe("order")
      expect((await shop.complete(theirs)).type).toBe("order")
      expect(await booted.connection("reservation_item").pluck("location_id")).toEqual(
        expect.arrayContaining([shop.location, second])
      )
    })

    it("also when the storefront has overwritten the metadata of its lines", async () => {
      const cart = await cartOf()
      const [line] = (await hold(cart)).lines
      await shop.shop(`/store/carts/${cart}/line-items/${line.line_item_id}?fields=id`, {
        quantity: 1,
        metadata: { truestock_hold: "guessed", wrapping: "blue" },
      })
      expect((await shop.complete(cart)).type).toBe("order")
      expect((await booted.connection("inventory_hold"))[0]).toMatchObject({ ended_as: "confirmed" })
    })

    it("and a token that belongs to nothing is worth nothing", async () => {
      const [mine, cart] = [await cartOf(), await cartOf()]
      await hold(mine)
      await booted
        .connection("cart_line_item")
        .where({ cart_id: cart })
        .update({ metadata: { truestock_hold: "x" } })
      expect(await refusal(shop.complete(cart))).toBe("400 not_purchasable")
    })

    it("gives it back to the cart when the order cannot be placed, and takes it again at the next attempt", async () => {
      const [cart, other] = [await cartOf(), await cartOf()]
      await hold(cart)
      failsBeforePayment = true
      await expect(shop.complete(cart)).rejects.toMatchObject({ status: 500 })
      expect(await held(cart)).toMatchObject({ lines: [{ quantity: 1 }] })
      expect(await refusal(shop.complete(other))).toBe("400 not_purchasable")
      failsBeforePayment = false
      expect((await shop.complete(cart)).type).toBe("order")
    })

    it("is refused before payment when the hold has expired and somebody else has bought", async () => {
      const cart = await cartOf()
      await hold(cart)
      await moveClock(booted.connection, 901)
      await shop.complete(await cartOf())
      expect(await refusal(shop.complete(cart))).toBe("400 not_purchasable")
    })

    it("when the payment provider says so before the storefront does, once, however often both do", async () => {
      const [cart, rival] = [await cartOf(), await cartOf()]
      await hold(cart)
      await paidByWebhook(cart, async (payment) => {
        await payment()
        await eventually(async () => expect(await ordersOf(cart)).toBe(1))
        expect(await refusal(shop.complete(rival))).toBe("400 not_purchasable")
        await payment()
        expect((await shop.complete(cart)).type).toBe("order")
      })
      expect(await booted.connection("inventory_hold")).toMatchObject([{ ended_as: "confirmed" }])
      expect(await level.read()).toMatchObject({ stocked: 1, reserved: 1 })
      expect(await ordersOf(cart)).toBe(1)
    })
  })

  it("a payment session holds what it is about to pay for, where the shop wants it so", async () => {
    options({ on_payment_session: true })
    const cart = await cartOf()
    expect(await held(cart)).toMatchObject({ lines: [{ quantity: 1 }] })
    await expect(cartOf()).rejects.toMatchObject({ status: 400 })
  })

  it("the listing and the product page do not offer what somebody holds", async () => {
    await hold(await cartOf())
    await booted.availability.refresh([book.id])
    const page = await booted.api.get(`/store/products/${book.id}/availability`, shop.store)
    expect(page.data.availability).toMatchObject({ status: "out_of_stock", purchasable: false })
    await moveClock(booted.connection, 901)
    await booted.availability.refresh([book.id])
    const later = await booted.api.get(`/store/products/${book.id}/availability`, shop.store)
    expect(later.data.availability).toMatchObject({ status: "low_stock", purchasable: true })
  })
})
