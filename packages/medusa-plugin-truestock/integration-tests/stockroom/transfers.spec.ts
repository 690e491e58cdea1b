import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let from: string
  let to: string
  let book: Book
  let other: Book

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    from = shop.location
    to = await booted.shop.location(shop.channel)
    book = await booted.shop.book({ channels: [shop.channel], stock: { [from]: 10, [to]: 1 } })
    other = await booted.shop.book({ channels: [shop.channel], stock: { [from]: 5 } })
  })
  afterEach(() => assertInvariants(booted.connection))

  const quantities = (of = book) => eachLevel(booted.connection, of.inventory_item_id)
  const line = (quantity: number, of = book) => ({ inventory_item_id: of.inventory_item_id, quantity })
  const draft = (...lines: object[]) =>
    booted.stock.createTransfer({
      ...{ from_location_id: from, to_location_id: to },
      lines: lines as never,
    })
  const shipped = async (...lines: object[]) => booted.stock.shipTransfer((await draft(...lines)).id)

  it("is a draft that touches no stock, then on its way, then received: the total stays what it was", async () => {
    const { id, status, lines } = await draft(line(4), line(2, other))
    expect([status, lines.length]).toEqual(["draft", 2])
    expect(await quantities()).toEqual({ [from]: [10, 0, 0], [to]: [1, 0, 0] })

    expect(await booted.stock.shipTransfer(id)).toMatchObject({ status: "in_transit" })
    expect(await quantities()).toEqual({ [from]: [6, 0, 0], [to]: [1, 0, 4] })
    expect(await quantities(other)).toEqual({ [from]: [3, 0, 0], [to]: [0, 0, 2] })

    const received = await booted.stock.receiveTransfer(id)
    expect(received).toMatchObject({ status: "received", closed_at: expect.any(String) })
    expect(
      received.lines.map((l) => [l.quantity, l.received_quantity, l.in_transit_quantity]).sort()
    ).toEqual([
      [2, 2, 0],
      [4, 4, 0],
    ])
    expect(await quantities()).toEqual({ [from]: [6, 0, 0], [to]: [5, 0, 0] })
    expect(await quantities(other)).toEqual({ [from]: [3, 0, 0], [to]: [2, 0, 0] })
    const movements = await booted
      .connection("stock_movement")
      .where({ reference_type: "transfer", reference_id: id, inventory_item_id: book.inventory_item_id })
      .orderBy("id")
      .select("kind", "reason", "location_id", "stocked_delta", "incoming_delta")
    expect(movements).toMatchObject([
      { kind: "transfer_out", reason: "transfer", location_id: from, stocked_delta: "-4" },
      { kind: "transfer_in", location_id: to, stocked_delta: "0", incoming_delta: "4" },
      { kind: "transfer_in", location_id: to, stocked_delta: "4", incoming_delta: "-4" },
    ])
  })

  it("may come in parts, and what never comes is lost and on record", async () => {
    const { id } = await shipped(line(5), line(5, other))
    expect(await booted.stock.receiveTransfer(id, { lines: [line(2)] })).toMatchObject({
      status: "in_transit",
    })
    expect(await quantities()).toEqual({ [from]: [5, 0, 0], [to]: [3, 0, 3] })
    expect(await codeOf(booted.stock.receiveTransfer(id, { lines: [line(4)] }))).toBe("transfer_exceeded")

    const closed = await booted.stock.receiveTransfer(id, { lines: [line(2)], is_final: true })
    expect(closed.status).toBe("received")
    const byItem = Object.fromEntries(closed.lines.map((l) => [l.inventory_item_id, l]))
    expect(byItem[book.inventory_item_id]).toMatchObject({ received_quantity: 4, lost_quantity: 1 })
    expect(byItem[other.inventory_item_id]).toMatchObject({ received_quantity: 0, lost_quantity: 5 })
    expect(await quantities()).toEqual({ [from]: [5, 0, 0], [to]: [5, 0, 0] })
    const lost = await booted.connection("stock_movement").where({ reason: "lost" })
    expect(lost.map((m: { incoming_delta: string }) => Number(m.incoming_delta)).sort()).toEqual([-1, -5])
  })

  it("gives back what is on its way when it is cancelled", async () => {
    const { id } = await shipped(line(5))
    await booted.stock.receiveTransfer(id, { lines: [line(2)] })
    const cancelled = await booted.stock.cancelTransfer(id)
    expect(cancelled).toMatchObject({
      status: "cancelled",
      lines: [{ received_quantity: 2, returned_quantity: 3, in_transit_quantity: 0 }],
    })
    expect(await quantities()).toEqual({ [from]: [8, 0, 0], [to]: [3, 0, 0] })

    const { id: unsent } = await draft(line(5))
    expect(await booted.stock.cancelTransfer(unsent)).toMatchObject({ status: "cancelled" })
    expect(await quantities()).toEqual({ [from]: [8, 0, 0], [to]: [3, 0, 0] })
  })

  it("cannot take what is promised or held, nor what is not there", async () => {
    const at = { inventory_item_id: book.inventory_item_id, location_id: from }
    await booted.stock.createReservation({ ...at, quantity: 4 })
    await booted.stock.createReservation({ ...at, quantity: 3, ttl_seconds: 60 })
    const { id } = await draft(line(1, other), line(4))
    await expect(booted.stock.shipTransfer(id)).rejects.toMatchObject({
      code: "insufficient_inventory",
      about: { requested: 4, available: 3 },
    })
    expect(await quantities(other)).toEqual({ [from]: [5, 0, 0] })
    await booted.stock.changeTransfer(id, { lines: [line(3)] })
    expect(await booted.stock.shipTransfer(id)).toMatchObject({ status: "in_transit" })
    expect(await codeOf(shipped(line(6, other)))).toBe("negative_stock")
    const elsewhere = await booted.shop.location()
    const nowhere = await booted.stock.createTransfer({
      ...{ from_location_id: elsewhere, to_location_id: to },
      lines: [line(1)],
    })
    expect(await codeOf(booted.stock.shipTransfer(nowhere.id))).toBe("unknown_level")
  })

  it("goes through each state once, whoever asks at once", async () => {
    const { id } = await draft(line(4))
    const ship = () => codeOf(booted.stock.shipTransfer(id))
    expect((await Promise.all([ship(), ship(), ship()])).sort()).toEqual([
      "done",
      ...Array(2).fill("transfer_state"),
    ])
    const end = [booted.stock.receiveTransfer(id), booted.stock.cancelTransfer(id)].map(codeOf)
    expect((await Promise.all(end)).sort()).toEqual(["done", "transfer_state"])
    const levels = await quantities()
    expect(levels[from]![0] + levels[to]![0]).toBe(11)
    expect(await codeOf(booted.stock.changeTransfer(id, { note: "late" }))).toBe("transfer_state")
  })

  it("does not wait in circles where two go opposite ways", async () => {
    const there = await Promise.all(Array.from({ length: 8 }, () => draft(line(1), line(1, other))))
    await booted.shop.level(other.inventory_item_id, to, 8)
    await booted.stock.receiveInventory([{ ...line(8), location_id: to }])
    const back = await Promise.all(
      Array.from({ length: 8 }, () =>
        booted.stock.createTransfer({
          ...{ from_location_id: to, to_location_id: from },
          lines: [line(1), line(1, other)],
        })
      )
    )
    const all = [...there.slice(0, 5), ...back]
    const ended = await Promise.all(
      all.map(async ({ id }) => {
        await booted.stock.shipTransfer(id)
        return (await booted.stock.receiveTransfer(id)).status
      })
    )
    expect(new Set(ended)).toEqual(new Set(["received"]))
    const levels = await quantities()
    expect(levels[from]![0] + levels[to]![0]).toBe(19)
  })

  it("is listed by state, location and item", async () => {
    const { id } = await shipped(line(2))
    await draft(line(1, other))
    const { transfers, count } = await booted.stock.listTransfers({ status: "in_transit" })
    expect([count, transfers[0]]).toMatchObject([1, { id, from_location_name: expect.any(String) }])
    const list = async (asked: object) => (await booted.stock.listTransfers(asked)).count
    expect(await list({})).toBe(2)
    expect(await list({ to_location_id: from })).toBe(0)
    expect(await list({ inventory_item_id: other.inventory_item_id })).toBe(1)
    expect(await codeOf(booted.stock.listTransfers({ status: "lost" as never }))).toBe("invalid_status")
  })

  it("refuses what makes no sense", async () => {
    const create = (more: object) =>
      codeOf(
        booted.stock.createTransfer({
          ...{ from_location_id: from, to_location_id: to, lines: [line(1)] },
          ...more,
        })
      )
    expect(await create({ to_location_id: from })).toBe("invalid_transfer")
    expect(await create({ lines: [] })).toBe("invalid_transfer")
    expect(await create({ lines: [line(0.5)] })).toBe("invalid_quantity")
    expect(await create({ lines: [line(NaN)] })).toBe("invalid_quantity")
    expect(await create({ lines: [line(1), line(2)] })).toBe("duplicate_row")
    expect(await create({ from_location_id: "sloc_nowhere" })).toBe("unknown_location")
    expect(await create({ lines: [{ inventory_item_id: "iitem_none", quantity: 1 }] })).toBe("item_not_found")
    expect(await codeOf(booted.stock.shipTransfer("strans_none"))).toBe("transfer_not_found")
    expect(await codeOf(booted.stock.receiveTransfer("strans_\0"))).toBe("invalid_transfer")
    expect(await booted.connection("stock_transfer")).toEqual([])
  })
})
