import { addToCartWorkflow, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability"
import { liveReservations } from "../support/ledger"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

const STOCK = 5
const DAY_MS = 86_400_000
const TOMORROW = new Date(Date.now() + DAY_MS).toISOString()
const LONG_AGO = new Date(Date.now() - 100 * DAY_MS).toISOString()

/** What is told of the book: null = it is not shown at all. */
type Label = AvailabilityStatus | null

runWithShop((booted) => {
  let shop: SellingShop
  let book: Book
  let kit: Book
  /** A cart with one book, and one with a kit of two books, which only wait for their completion. */
  let carts: { book: string; kit: string }

  beforeAll(async () => {
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    shop = await SellingShop.open(booted)
    book = await shop.book(STOCK)
    kit = await shop.kit([[book, 2]])
    carts = {
      book: await shop.fillCart([{ variant_id: book.variant_id, quantity: 1 }]),
      kit: await shop.fillCart([{ variant_id: kit.variant_id, quantity: 1 }]),
    }
    await booted.availability.drain()
  })

  const stock = (stocked_quantity: number, more: object = {}) =>
    shop.admin(`/inventory-items/${book.inventory_item_id}/location-levels/${shop.location}`, {
      ...{ stocked_quantity, ...more },
    })
  const policy = (fields: object) => booted.availability.setPolicy({ product_id: book.id, ...fields })
  const override = (status: AvailabilityStatus) =>
    booted.availability.setOverride({ product_id: book.id, status })
  const supplied = (said: object) =>
    booted
      .connection("availability_supply")
      .insert({ variant_id: book.variant_id, source: "ingram", ...said })
  const variant = (fields: object) =>
    shop.admin(`/products/${book.id}/variants/${book.variant_id}?fields=id`, fields)
  const promise = (quantity: number) =>
    booted.inventory.createReservationItems({
      ...{ inventory_item_id: book.inventory_item_id, location_id: shop.location, quantity },
      allow_backorder: true,
    })
  const close = (location_id: string) =>
    booted.stock.createInventoryLocations({ location_id, code: "SHUT", is_active: false })

  /** What the Store API says of a book, or that it says nothing. */
  async function label({ id, variant_id }: Book): Promise<{ status: Label; purchasable: boolean }> {
    await booted.availability.drain()
    const url = `/store/products/${id}/availability`
    const { status, data } = await booted.api.get(url, { ...shop.store, validateStatus: null } as object)
    if (status === 404) return { status: null, purchasable: false }
    const own = data.availability.variants.find((each: any) => each.variant_id === variant_id)
    return { status: own.status, purchasable: own.purchasable }
  }

  const emptyCart = async (): Promise<string> =>
    (
      await shop.shop("/store/carts?fields=id", {
        region_id: shop.region,
        sales_channel_id: shop.channel,
      })
    ).cart.id
  const add = (cart: string, quantity = 1, { variant_id } = book, metadata?: object) =>
    shop.shop(`/store/carts/${cart}/line-items?fields=id,*items`, { variant_id, quantity, metadata })
  const lineOf = async (cart: string): Promise<string> =>
    (await booted.container.resolve(Modules.CART).listLineItems({ cart_id: cart }))[0]!.id
  const update = async (cart: string, quantity: number, line?: string) =>
    shop.shop(`/store/carts/${cart}/line-items/${line ?? (await lineOf(cart))}?fields=id`, { quantity })
  const reserved = () => liveReservations(booted.connection)

  const refusal = (code: string, ...words: unknown[]) => ({
    status: 400,
    answer: {
      ...{ code, type: "not_allowed" },
      message: expect.stringMatching(words.map((word) => `(?=.*${word})`).join("")),
    },
  })
  const notPurchasable = (status: Label, { variant_id } = book) =>
    refusal("not_purchasable", variant_id, status ?? "shows no such variant")

  describe("What is purchasable, a cart can hold, and it becomes an order:", () => {
    const states: [what: string, AvailabilityStatus, () => Promise<unknown>][] = [
      ["in stock", AvailabilityStatus.IN_STOCK, () => stock(11)],
      ["low stock", AvailabilityStatus.LOW_STOCK, () => stock(1)],
      [
        "backorder without a limit",
        AvailabilityStatus.BACKORDER,
        async () => {
          await variant({ allow_backorder: true })
          await stock(0)
        },
      ],
      [
        "the last unit of a backorder limit",
        AvailabilityStatus.BACKORDER,
        async () => {
          await variant({ allow_backorder: true })
          await policy({ backorder_limit: 3 })
          await stock(0)
          await promise(2)
        },
      ],
      ["a preorder in stock", AvailabilityStatus.PREORDER, () => policy({ release_date: TOMORROW })],
      [
        "a preorder to be printed",
        AvailabilityStatus.PREORDER,
        async () => {
          await variant({ allow_backorder: true })
          await policy({ release_date: TOMORROW })
          await stock(0)
        },
      ],
      [
        "a preorder by its supplier's date",
        AvailabilityStatus.PREORDER,
        () => supplied({ strict_on_sale_date: TOMORROW }),
      ],
      ["discontinued, with stock left", AvailabilityStatus.LOW_STOCK, () => policy({ discontinued: true })],
      ["not managed", AvailabilityStatus.IN_STOCK, () => variant({ manage_inventory: false })],
      ["more than the safety stock", AvailabilityStatus.LOW_STOCK, () => policy({ safety_stock: 4 })],
      ["an override to in_stock", AvailabilityStatus.IN_STOCK, () => override(AvailabilityStatus.IN_STOCK)],
      [
        "an override to backorder",
        AvailabilityStatus.BACKORDER,
        () => override(AvailabilityStatus.BACKORDER),
      ],
    ]

    it.each(states)("%s (%s)", async (_, status, become) => {
      await become()
      expect(await label(book)).toEqual({ status, purchasable: true })
      const before = (await reserved()).length

      await add(await emptyCart())
      await update(carts.book, 1)
      const { type, order } = await shop.complete(carts.book)

      expect({ type, lines: order.items.length }).toEqual({ type: "order", lines: 1 })
      const expected = status === AvailabilityStatus.IN_STOCK && _ === "not managed" ? 0 : 1
      expect((await reserved()).length - before).toBe(expected)
    })

    it("a kit whose parts are there", async () => {
      expect(await label(kit)).toEqual({ status: AvailabilityStatus.LOW_STOCK, purchasable: true })
      await shop.complete(carts.kit)
      expect(await reserved()).toEqual([{ item: book.inventory_item_id, quantity: 2 }])
    })
  })

  describe("What ceased to be purchasable, no cart takes, keeps or buys:", () => {
    const states: [what: string, Label, () => Promise<unknown>][] = [
      ["out of stock", AvailabilityStatus.OUT_OF_STOCK, () => stock(0)],
      ["all promised to others", AvailabilityStatus.OUT_OF_STOCK, () => promise(STOCK)],
      ["on its way", AvailabilityStatus.INCOMING, () => stock(0, { incoming_quantity: 9 })],
      [
        "discontinued, nothing left",
        AvailabilityStatus.DISCONTINUED,
        async () => {
          await policy({ discontinued: true })
          await stock(0)
        },
      ],
      ["not for sale", AvailabilityStatus.OUT_OF_STOCK, () => policy({ not_for_sale: "recalled" })],
      [
        "restricted by its supplier, whatever is set by hand",
        AvailabilityStatus.OUT_OF_STOCK,
        async () => {
          await override(AvailabilityStatus.IN_STOCK)
          await supplied({ not_for_sale: "restricted" })
        },
      ],
      [
        "before its release, where it cannot be preordered",
        AvailabilityStatus.INCOMING,
        () => policy({ release_date: TOMORROW, allow_preorder: false }),
      ],
      [
        "a preorder with nothing to reserve",
        AvailabilityStatus.PREORDER,
        async () => {
          await policy({ release_date: TOMORROW })
          await stock(0)
        },
      ],
      [
        "backorder at its limit",
        AvailabilityStatus.OUT_OF_STOCK,
        async () => {
          await variant({ allow_backorder: true })
          await policy({ backorder_limit: 3 })
          await stock(0)
          await promise(3)
        },
      ],
      [
        "no more than the safety stock",
        AvailabilityStatus.OUT_OF_STOCK,
        () => policy({ safety_stock: STOCK }),
      ],
      [
        "an override to in_stock with nothing to reserve",
        AvailabilityStatus.IN_STOCK,
        async () => {
          await override(AvailabilityStatus.IN_STOCK)
          await stock(0)
        },
      ],
      [
        "an override to backorder, where none is allowed",
        AvailabilityStatus.BACKORDER,
        async () => {
          await override(AvailabilityStatus.BACKORDER)
          await stock(0)
        },
      ],
      ...[AvailabilityStatus.OUT_OF_STOCK, AvailabilityStatus.INCOMING, AvailabilityStatus.DISCONTINUED].map(
        (status): [string, Label, () => Promise<unknown>] => [
          `an override to ${status} with stock left`,
          status,
          () => override(status),
        ]
      ),
      [
        "an override of its variant in this channel alone",
        AvailabilityStatus.OUT_OF_STOCK,
        () =>
          booted.availability.setOverride({
            ...{ product_id: book.id, variant_id: book.variant_id, sales_channel_id: shop.channel },
            status: AvailabilityStatus.OUT_OF_STOCK,
          }),
      ],
      ["at an inactive location", AvailabilityStatus.OUT_OF_STOCK, () => close(shop.location)],
      [
        "at a location that the channel no longer sells from",
        AvailabilityStatus.OUT_OF_STOCK,
        () => shop.admin(`/stock-locations/${shop.location}/sales-channels`, { remove: [shop.channel] }),
      ],
      [
        "counted by a source that has been silent",
        AvailabilityStatus.OUT_OF_STOCK,
        () =>
          booted
            .connection("inventory_level")
            .where({ inventory_item_id: book.inventory_item_id })
            .update({ metadata: { as_of: LONG_AGO } }),
      ],
      ["a draft", null, () => publish(ProductStatus.DRAFT)],
      [
        "taken out of the channel",
        null,
        () => shop.admin(`/sales-channels/${shop.channel}/products`, { remove: [book.id] }),
      ],
      ["deleted", null, () => booted.container.resolve(Modules.PRODUCT).softDeleteProducts([book.id])],
    ]
    const publish = (status: ProductStatus) =>
      updateProductsWorkflow(booted.container).run({
        input: { selector: { id: book.id }, update: { status } },
      })

    it.each(states)("%s (%s)", async (_, status, become) => {
      await become()
      expect(await label(book)).toEqual({ status, purchasable: false })
      const before = await reserved()

      await expect(add(await emptyCart())).rejects.toMatchObject(notPurchasable(status))
      await expect(add(carts.book)).rejects.toMatchObject(notPurchasable(status))
      await expect(update(carts.book, 1)).rejects.toMatchObject(notPurchasable(status))
      await expect(shop.complete(carts.book)).rejects.toMatchObject(notPurchasable(status))

      expect(await reserved()).toEqual(before)
      expect((await shop.look("/orders")).count).toBe(0)
      // What cannot be bought can still be taken out.
      await update(carts.book, 0)
    })

    it("a kit of which a part is gone", async () => {
      await stock(1)
      expect(await label(kit)).toEqual({ status: AvailabilityStatus.OUT_OF_STOCK, purchasable: false })
      await expect(add(await emptyCart(), 1, kit)).rejects.toMatchObject(
        notPurchasable(AvailabilityStatus.OUT_OF_STOCK, kit)
      )
      await expect(shop.complete(carts.kit)).rejects.toMatchObject(
        notPurchasable(AvailabilityStatus.OUT_OF_STOCK, kit)
      )
      expect(await reserved()).toEqual([])
    })

    it("what there never was", async () => {
      for (const variant_id of ["variant_none", "a\0b", "'; drop table product; --"]) {
        const { status, answer } = await add(await emptyCart(), 1, { ...book, variant_id }).catch((e) => e)
        expect({ variant_id, status, code: answer.code }).toEqual({
          ...{ variant_id, status: 400, code: "not_purchasable" },
        })
      }
    })

    it("a cart that is made with it: refused before there is one", async () => {
      const create = () =>
        shop.shop("/store/carts", {
          ...{ region_id: shop.region, sales_channel_id: shop.channel },
          items: [{ variant_id: book.variant_id, quantity: 1 }],
        })
      const carts = () => booted.container.resolve(Modules.CART).listCarts({}, { select: ["id"] })
      const before = (await carts()).length
      await policy({ not_for_sale: "recalled" })
      await expect(create()).rejects.toMatchObject(notPurchasable(AvailabilityStatus.OUT_OF_STOCK))
      // Of a stock that does not cover it core speaks first, in its own words.
      await stock(0)
      await expect(create()).rejects.toMatchObject(refusal("insufficient_inventory", "required inventory"))
      expect((await carts()).length).toBe(before)
    })
  })

  describe("A cart holds no more than one order can get:", () => {
    const tooMany = (requested: number, most: number) =>
      refusal("insufficient_inventory", book.variant_id, `${requested} were requested`, `${most} can be got`)

    it("all lines of a variant together, whether core keeps them apart or not", async () => {
      const cart = await emptyCart()
      await add(cart, 3)
      await expect(add(cart, 3)).rejects.toMatchObject(tooMany(6, 5))
      await expect(add(cart, 3, book, { gift: "wrapped" })).rejects.toMatchObject(tooMany(6, 5))
      const { cart: filled } = await add(cart, 2, book, { gift: "wrapped" })
      const wrapped = filled.items.find((item: any) => item.metadata?.gift)
      expect(filled.items.map((item: any) => item.quantity).sort()).toEqual([2, 3])
      await expect(update(cart, 4, wrapped.id)).rejects.toMatchObject(tooMany(7, 5))
      await update(cart, 1, wrapped.id)
    })

    it("less the safety stock, which core knows nothing of", async () => {
      await policy({ safety_stock: 2 })
      const cart = await emptyCart()
      await expect(add(cart, 4)).rejects.toMatchObject(tooMany(4, 3))
      await add(cart, 3)
      await expect(update(cart, 4)).rejects.toMatchObject(tooMany(4, 3))
    })

    it("of what one location has, since core reserves a line at one", async () => {
      const second = await booted.shop.location(shop.channel)
      await booted.shop.level(book.inventory_item_id, second, 4)
      await expect(add(await emptyCart(), 6)).rejects.toMatchObject(tooMany(6, 5))
      await add(await emptyCart(), 5)
    })

    it("with what may be owed, up to its limit", async () => {
      await variant({ allow_backorder: true })
      await policy({ backorder_limit: 2 })
      await expect(update(carts.book, 8)).rejects.toMatchObject(tooMany(8, 7))
      await shop.buy({ variant_id: book.variant_id, quantity: 7 })
      expect(await reserved()).toEqual([{ item: book.inventory_item_id, quantity: 7 }])

      await policy({ backorder_limit: null })
      await add(await emptyCart(), 1000)
    })

    it("still there when it is completed", async () => {
      const cart = await shop.fillCart([{ variant_id: book.variant_id, quantity: 3 }])
      await promise(3)
      await expect(shop.complete(cart)).rejects.toMatchObject(tooMany(3, 2))
      expect(await reserved()).toEqual([{ item: book.inventory_item_id, quantity: 3 }])
      await shop.complete(carts.book)
    })
  })

  it("tells no quantity in its refusal where the shop does not", async () => {
    const undo = setOptions(booted, { expose_quantity: false })
    try {
      const { answer } = await add(await emptyCart(), 6).catch((error) => error)
      expect(answer).toMatchObject({ code: "insufficient_inventory" })
      expect(answer.message.replace(book.variant_id, "").match(/\d+/g)).toEqual(["6"])
    } finally {
      undo()
    }
  })

  describe("Nothing stands in the way of", () => {
    it("a cart that is an order already: completing it again answers the order", async () => {
      await stock(1)
      const { order } = await shop.complete(carts.book)
      expect(await label(book)).toEqual({ status: AvailabilityStatus.OUT_OF_STOCK, purchasable: false })
      expect((await shop.complete(carts.book)).order.id).toBe(order.id)
      expect((await shop.look("/orders")).count).toBe(1)
    })

    it("lines without a variant", async () => {
      await stock(0)
      const cart_id = await emptyCart()
      const items = [{ title: "Gift wrap", quantity: 1, unit_price: 3 }]
      await addToCartWorkflow(booted.container).run({ input: { cart_id, items } as never })
      await expect(update(cart_id, 2)).resolves.toBeDefined()
    })

    it("what needs no reservation in a cart without a sales channel; anything else has no place to be reserved", async () => {
      const [cart] = await booted.container
        .resolve(Modules.CART)
        .createCarts([{ currency_code: "usd", region_id: shop.region }])
      const put = () =>
        addToCartWorkflow(booted.container).run({
          input: { cart_id: cart!.id, items: [{ variant_id: book.variant_id, quantity: 1 }] },
        })
      await expect(put()).rejects.toMatchObject({ code: "not_purchasable" })
      await variant({ manage_inventory: false })
      await put()
    })
  })
})
