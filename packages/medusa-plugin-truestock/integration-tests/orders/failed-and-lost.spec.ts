import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { Modules, promiseAll } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  completeCartWorkflow,
  createOrderFulfillmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { Ledger, liveReservations } from "../support/ledger"
import { runWithShop } from "../support/run-with-shop"
import { SellingShop } from "../support/selling-shop"
import type { Book } from "../support/shop"

// What a shop hangs into core's workflows, at their end: by then the stock has moved.
let failing: "placement" | "fulfilment" | "cancellation" | null = null
const failAt = (what: typeof failing) => async () => {
  if (failing === what) throw new Error(`${what} failed on purpose`)
}
const { hooks } = completeCartWorkflow as unknown as {
  hooks: Record<"beforePaymentAuthorization", (handler: () => Promise<void>) => void>
}
hooks.beforePaymentAuthorization(failAt("placement"))
createOrderFulfillmentWorkflow.hooks.fulfillmentCreated(failAt("fulfilment"))
cancelOrderWorkflow.hooks.orderCanceled(failAt("cancellation"))

/** A shop's own workflow that treats two orders as one piece of work. */
const cancelBothWorkflow = createWorkflow("cancel-both", (input: { first: string; second: string }) => {
  const cancel = (which: "first" | "second") => {
    const step: unknown = cancelOrderWorkflow.runAsStep({
      input: transform({ input, which }, (data) => ({ order_id: data.input[data.which] })),
    })
    ;(step as { config: (options: { name: string }) => void }).config({ name: `cancel-${which}` })
  }
  cancel("first")
  cancel("second")
})

runWithShop((booted) => {
  let shop: SellingShop
  let book: Book
  let ledger: Ledger

  beforeAll(async () => {
    shop = await SellingShop.open(booted)
    book = await shop.book(10)
  })
  beforeEach(async () => {
    failing = null
    ledger = new Ledger(booted, { [book.inventory_item_id]: "book" })
    await ledger.skip()
  })

  afterEach(() => assertInvariants(booted.connection))

  const reserved = async () => (await liveReservations(booted.connection)).map(({ quantity }) => quantity)
  const refusal = (what: string) => ({ message: expect.stringContaining(what), status: 500 })

  it("leaves no reservation of an order that could not be placed, and lets it be placed afterwards", async () => {
    const cart = await shop.fillCart([{ variant_id: book.variant_id, quantity: 10 }])
    failing = "placement"
    await expect(shop.complete(cart)).rejects.toMatchObject(refusal("An unknown error occurred"))
    const undone = await ledger.expect(["reserve book: reserved +10 = 10", "release book: reserved -10 = 0"])
    expect(await reserved()).toEqual([])

    // The order is gone, and with it its lines: there is nothing to match these movements with.
    expect(await booted.stock.matchMovements()).toBe(0)
    expect(undone.flatMap(({ references }) => references).filter((each) => /^order /.test(each))).toEqual([])

    failing = null
    const { order } = await shop.complete(cart)
    await ledger.expect(["reserve book: reserved +10 = 10"], [`order ${order.id}`, `cart ${cart}`])
  })

  it("takes back what failed: a fulfilment with its shortfall in between, and a cancellation", async () => {
    const order = await shop.buy({ variant_id: book.variant_id, quantity: 10 })
    const of = `order ${order.id}`
    await ledger.skipTo(of)
    const fulfil = (quantity: number) =>
      shop.admin(`/orders/${order.id}/fulfillments?fields=id`, {
        items: [{ id: order.items[0].id, quantity }],
      })
    failing = "fulfilment"

    await expect(fulfil(4)).rejects.toMatchObject(refusal("An unknown error occurred"))
    const part = ["fulfil book: stocked -4 = 6", "release book: reserved -4 = 6"]
    part.push("reserve book: reserved +4 = 10", "fulfil_cancel book: stocked +4 = 10")
    await ledger.expect(part)

    await expect(fulfil(10)).rejects.toMatchObject(refusal("An unknown error occurred"))
    const all = ["fulfil book: stocked -10 = 0", "release book: reserved -10 = 0"]
    all.push("reserve book: reserved +10 = 10", "fulfil_cancel book: stocked +10 = 10")
    const undone = await ledger.expect(all)

    failing = "cancellation"
    const cancelling = shop.admin(`/orders/${order.id}/cancel`)
    await expect(cancelling).rejects.toMatchObject(refusal("An unknown error occurred"))
    await ledger.expect(["release book: reserved -10 = 0", "reserve book: reserved +10 = 10"])

    expect(await reserved()).toEqual([10])
    expect(await booted.connection("inventory_shortfall")).toEqual([])

    // Core's events of failed work are never sent. The lines tell whose it was.
    expect(undone.flatMap(({ references }) => references)).not.toContain(of)
    expect(await booted.stock.matchMovements()).toBe(10)
    const known = await booted.connection("stock_movement_reference").where({ reference_id: order.id })
    expect(known).toHaveLength(11)
    expect(await booted.stock.matchMovements()).toBe(0)
  })

  const bus = () => booted.container.resolve(Modules.EVENT_BUS)
  const references = async () =>
    (await ledger.read()).map((movement) => movement.references.filter((each) => !/^line_item /.test(each)))

  it("finds the order when the events of a placement and a fulfilment never come, and takes them late", async () => {
    const id = await shop.fillCart([{ variant_id: book.variant_id, quantity: 3 }])
    const unsent = (eventGroupId: string) => ({ eventGroupId, preventReleaseEvents: true })
    const { result: placed } = await completeCartWorkflow(booted.container).run({
      input: { id },
      context: unsent("placing"),
    })
    const { order } = await shop.look(`/orders/${placed.id}`)
    const items = [{ id: order.items[0].id, quantity: 2 }]
    const { result: fulfillment } = await createOrderFulfillmentWorkflow(booted.container).run({
      input: { order_id: order.id, items },
      context: unsent("fulfilling"),
    })
    expect(await references()).toEqual([[], [], []])

    expect(await booted.stock.matchMovements()).toBe(3)
    const of = `order ${order.id}`
    expect(await references()).toEqual([[of], [of], [of]])
    expect(await booted.stock.matchMovements()).toBe(0)

    await bus().releaseGroupedEvents("fulfilling")
    await bus().releaseGroupedEvents("placing")
    await ledger.skipTo(`fulfillment ${fulfillment.id}`)
    const recorded = await booted.connection("stock_movement_reference").where({ type: "cart" })
    expect(recorded).toMatchObject([{ reference_id: id }])
  })

  it("says a thing once, however often and in whatever order it hears it", async () => {
    const order = await shop.buy({ variant_id: book.variant_id, quantity: 3 })
    const of = `order ${order.id}`
    const [movement] = await ledger.expect(["reserve book: reserved +3 = 3"], [of])
    const recorded = () => booted.connection("stock_movement_reference").where({ movement_id: movement!.id })
    const before = (await recorded()).length

    const eventGroupId = movement!.correlation_id!
    const event = (name: string, data: object) => ({ name, data, metadata: { eventGroupId } })
    const placed = event("order.placed", { id: order.id })
    const claimed = event("order.claim_created", { order_id: order.id, claim_id: "claim_1" })
    await bus().emit([claimed, placed, placed, claimed, placed])
    await bus().releaseGroupedEvents(eventGroupId)

    await ledger.skip()
    await eventually(async () => expect(await recorded()).toHaveLength(before + 1))
    // Told to the service itself, so that nothing is left to wait for.
    const told = await promiseAll(
      [1, 2, 3].map(() =>
        booted.stock.addMovementReferences(eventGroupId, [
          { type: "order", id: order.id },
          { type: "claim", id: "claim_1" },
        ])
      )
    )
    expect(told).toEqual([0, 0, 0])
  })

  it("keeps two orders apart that a shop's own workflow treats at once", async () => {
    const first = await shop.buy({ variant_id: book.variant_id, quantity: 1 })
    const second = await shop.buy({ variant_id: book.variant_id, quantity: 2 })
    await ledger.skipTo(`order ${second.id}`)
    await cancelBothWorkflow(booted.container).run({ input: { first: first.id, second: second.id } })
    await ledger.expect(["release book: reserved -1 = 2", "release book: reserved -2 = 0"])
    await eventually(async () => {
      const cancelled = await booted.connection("stock_movement").where({ kind: "release" }).orderBy("id")
      const of = await booted
        .connection("stock_movement_reference")
        .whereIn(
          "movement_id",
          cancelled.map(({ id }) => id)
        )
        .where({ type: "order" })
        .orderBy("movement_id")
      expect(of.map(({ reference_id }) => reference_id)).toEqual([first.id, second.id])
    })
  })
})
