import type { Recalculation, RecalculationStep } from "../../src/modules/inventory_management"
import { moveClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { complaints, levelOf, rest, twin, unseen } from "./examine"

runWithShop((booted) => {
  let location: string
  let book: Book
  let other: Book

  beforeAll(async () => {
    const { channel, location: here } = await booted.shop.open()
    location = here
    book = await booted.shop.book({ channels: [channel], stock: { [location]: 10 } })
    other = await booted.shop.book({ channels: [channel], stock: { [location]: 10 } })
    await booted.availability.drain()
  })

  const level = (of: Book = book) => levelOf(booted.connection, of.inventory_item_id)
  const levels = (of: Book) =>
    booted.connection("inventory_level").where({ inventory_item_id: of.inventory_item_id })
  const movements = () => booted.connection("stock_movement").orderBy("id")
  const repairs = () => booted.connection("stock_movement").where({ kind: "repair" }).orderBy("id")
  const reserve = async (quantity: number, more: object = {}) => {
    const [made] = await booted.inventory.createReservationItems([
      { inventory_item_id: book.inventory_item_id, location_id: location, quantity, ...more },
    ])
    return made!.id
  }

  async function recalculate(how: Partial<Recalculation> = {}): Promise<RecalculationStep[]> {
    const steps: RecalculationStep[] = []
    const all = booted.stock.recalculate({ apply: false, release_orphans: false, ...how })
    for await (const step of all) steps.push(step)
    return steps
  }

  const outcomes = (steps: RecalculationStep[]) =>
    steps.map((step) => ("repair" in step ? `${step.repair.kind} ${step.outcome}` : JSON.stringify(step)))

  /** Every wrong that can be mended, each on purpose. */
  async function breakEverything(): Promise<void> {
    await reserve(2)
    await reserve(1, { line_item_id: "ordli_gone" })
    await unseen(booted.connection, async (tx) => {
      await levels(book)
        .transacting(tx)
        .update({ reserved_quantity: 8, raw_reserved_quantity: twin(8) })
      await levels(other).transacting(tx).update({ stocked_quantity: 6 })
    })
  }

  it("has nothing to do in a shop that is fine", async () => {
    await reserve(2)
    expect(await recalculate({ apply: true, release_orphans: true })).toEqual([])
    expect(await repairs()).toEqual([])
  })

  it("plans one repair per wrong, in words, and changes nothing", async () => {
    await breakEverything()
    const before = [await booted.connection("inventory_level").orderBy("id"), await movements()]
    const plan = await recalculate({ release_orphans: true })

    expect(outcomes(plan)).toEqual([
      ...["orphan_reservation planned", "reserved_quantity planned", "raw_quantities planned"],
      ...["books planned", "books planned"],
    ])
    const [mine, its] = [await level(), await level(other)]
    const described = plan.map((step) => ("repair" in step ? step.repair.description : ""))
    expect(described[0]).toMatch(
      /^reservation resitem_\w+ \(its order line ordli_gone is gone\): release its 1 units/
    )
    expect(described[1]).toContain(`level ${mine.id} (item ${book.inventory_item_id} at ${location})`)
    expect(described[1]).toContain("set reserved_quantity from 8 to 3")
    expect(described[2]).toContain(`level ${its.id} `)
    expect(described[2]).toContain("stocked 6 (twin 10)")
    expect(described.slice(3).sort().join()).toContain("stocked 6, the books are -4 off")
    expect([await booted.connection("inventory_level").orderBy("id"), await movements()]).toEqual(before)
  })

  it("makes exactly these, leaves movements, and a second run finds nothing", async () => {
    await breakEverything()
    const last = Number((await booted.connection("stock_movement").max("id as id").first())!.id)
    const made = await recalculate({ apply: true, release_orphans: true })
    expect(outcomes(made).every((outcome) => outcome.endsWith(" mended"))).toBe(true)

    expect(await level()).toMatchObject({ stocked: 10, reserved: 2, raw_reserved_quantity: { value: "2" } })
    expect(await level(other)).toMatchObject({ stocked: 6, raw_stocked_quantity: { value: "6" } })
    expect(Number((await booted.connection("level_guard").sum("drift as drift").first())!.drift)).toBe(0)

    const recorded = (await movements().where("id", ">", last)).map((movement) => ({
      ...movement,
      stocked: Number(movement.stocked_delta),
      reserved: Number(movement.reserved_delta),
    }))
    const mine = { inventory_item_id: book.inventory_item_id, reason: "correction" }
    expect(recorded).toHaveLength(4)
    expect(recorded).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...mine, kind: "release", reserved: -1 }),
        expect.objectContaining({ ...mine, kind: "repair", reserved: -5 }),
        expect.objectContaining({ ...mine, kind: "repair", reserved: 5, reserved_balance: "2" }),
        expect.objectContaining({
          ...{ kind: "repair", reason: "correction", stocked: -4, stocked_balance: "6" },
          inventory_item_id: other.inventory_item_id,
        }),
      ])
    )
    expect(recorded.every(({ note }) => note)).toBe(true)
    expect(await complaints(booted)).toEqual({})
    expect(await recalculate({ apply: true, release_orphans: true })).toEqual([])
  })

  it("clears what is promised to nobody: expired and orphaned holds, and orphans alone of all repairs", async () => {
    const hold = (ttl_seconds: number) =>
      booted.stock.createReservation({
        ...{ inventory_item_id: book.inventory_item_id, location_id: location, quantity: 1, ttl_seconds },
      })
    const [expired, lost, live] = [await hold(60), await hold(7_200), await hold(7_200)]
    await booted.connection("inventory_hold").where({ id: lost.id }).update({ cart_id: "cart_gone" })
    await reserve(3, { line_item_id: "ordli_gone" })
    await unseen(booted.connection, (tx) => levels(other).update({ stocked_quantity: 7 }).transacting(tx))
    await moveClock(booted.connection, 3_600)

    expect(await booted.stock.countStrayHolds()).toEqual({ expired: 1, orphaned: 1, ordered: 0 })
    expect(await booted.stock.endStrayHolds()).toEqual({ expired: 1, orphaned: 1, ordered: 0 })
    expect(await booted.stock.countStrayHolds()).toEqual({ expired: 0, orphaned: 0, ordered: 0 })
    const holds = await booted.connection("inventory_hold")
    const endedAs = Object.fromEntries(holds.map((row) => [row.id, row.ended_as]))
    expect(endedAs).toEqual({ [expired.id]: "expired", [lost.id]: "released", [live.id]: null })
    const kinds = ["orphan_reservation"] as const
    expect(outcomes(await recalculate({ apply: true, kinds }))).toEqual(["orphan_reservation mended"])
  })

  it("releases no orphan unless asked to", async () => {
    const orphan = await reserve(3, { line_item_id: "ordli_gone" })
    expect(await recalculate({ apply: true })).toEqual([])
    expect((await level()).reserved).toBe(3)
    expect(outcomes(await recalculate({ apply: true, release_orphans: true }))).toEqual([
      "orphan_reservation mended",
    ])
    const [released] = await booted.connection("reservation_item").where({ id: orphan })
    expect(released.deleted_at).not.toBeNull()
    expect((await level()).reserved).toBe(0)
  })

  it("skips a repair whose premise changed after it was planned", async () => {
    await breakEverything()
    const planned = await Promise.all(
      (["orphan_reservation", "reserved_quantity", "raw_quantities", "books"] as const).map((kind) =>
        booted.stock.planRepairs(kind, 10)
      )
    )
    expect(planned.map(({ repairs }) => repairs.length)).toEqual([1, 1, 1, 2])
    await unseen(booted.connection, async (tx) => {
      await tx("reservation_item").where({ line_item_id: "ordli_gone" }).update({ quantity: 2 })
      await levels(book)
        .transacting(tx)
        .update({ reserved_quantity: 10, raw_reserved_quantity: twin(10) })
      await levels(other).transacting(tx).update({ stocked_quantity: 5 })
    })
    const before = [await booted.connection("inventory_level").orderBy("id"), await movements()]
    for (const repair of planned.flatMap(({ repairs }) => repairs)) {
      expect([repair.kind, await booted.stock.makeRepair(repair)]).toEqual([repair.kind, "skipped"])
    }
    expect([await booted.connection("inventory_level").orderBy("id"), await movements()]).toEqual(before)
  })

  it("skips one that somebody else has mended meanwhile", async () => {
    await breakEverything()
    const { repairs: planned } = await booted.stock.planRepairs("reserved_quantity", 10)
    expect(await booted.stock.makeRepair(planned[0]!)).toBe("mended")
    expect(await booted.stock.makeRepair(planned[0]!)).toBe("skipped")
    expect(await repairs()).toHaveLength(1)
  })

  it("mends by what is reserved when it holds the lock, not by what it read before", async () => {
    await reserve(2)
    await unseen(booted.connection, (tx) => levels(book).transacting(tx).update({ reserved_quantity: 7 }))
    await booted
      .connection("level_guard")
      .where({ level_id: (await level()).id })
      .update({ drift: 5 })
    const { repairs: planned } = await booted.stock.planRepairs("reserved_quantity", 10)

    // Another buyer holds the level while the repair wants it, and reserves one more.
    const buyer = await booted.connection.transaction()
    await buyer.raw("select 1 from inventory_level where inventory_item_id = ? for update", [
      book.inventory_item_id,
    ])
    const repairing = booted.stock.makeRepair(planned[0]!)
    await eventually(async () => {
      const { rows } = await buyer.raw(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
      )
      expect(rows).toHaveLength(1)
    })
    await buyer("reservation_item").insert({
      id: "resitem_late",
      inventory_item_id: book.inventory_item_id,
      location_id: location,
      quantity: 1,
      raw_quantity: twin(1),
    })
    await buyer.commit()
    expect(await repairing).toBe("mended")
    expect((await level()).reserved).toBe(3)
    expect((await complaints(booted)).reserved_quantity).toBeUndefined()
  })

  it("opens the books of levels that have none", async () => {
    await booted.connection("level_guard").delete()
    expect(await recalculate()).toEqual([{ unopened: 2, outcome: "planned" }])
    expect(await booted.stock.countUnopenedLevels()).toBe(2)
    expect(await recalculate({ apply: true })).toEqual([{ unopened: 2, outcome: "mended" }])
    expect(await complaints(booted)).toEqual({})
  })

  it("lists a shortfall that is missing, and ends one that is none", async () => {
    await reserve(8)
    await levels(book).update({ stocked_quantity: 5, raw_stocked_quantity: twin(5) })
    await booted.connection("inventory_shortfall").delete()
    expect(outcomes(await recalculate({ apply: true }))).toEqual(["shortfall mended"])
    const [short] = await booted.connection("inventory_shortfall").whereNull("resolved_at")
    expect(Number(short.quantity)).toBe(3)

    await booted.connection("inventory_shortfall").update({ quantity: 1 })
    expect(outcomes(await recalculate({ apply: true }))).toEqual(["shortfall mended"])
    await booted.connection("inventory_shortfall").insert({
      ...{
        level_id: (await level(other)).id,
        inventory_item_id: other.inventory_item_id,
        location_id: location,
      },
      ...{ quantity: 2, raw_quantity: twin(2), sent_at: new Date() },
    })
    expect(outcomes(await recalculate({ apply: true }))).toEqual(["shortfall mended"])
    expect(await booted.connection("inventory_shortfall").whereNull("resolved_at")).toHaveLength(1)
  })

  it("repairs nothing while its triggers are away, since it could not be on the record", async () => {
    await rest(booted)
    await breakEverything()
    await booted.connection.raw("drop trigger truestock_ledger_update on inventory_level")
    const before = await booted.connection("inventory_level").orderBy("id")
    await expect(recalculate({ apply: true })).rejects.toMatchObject({ code: "guard_not_attached" })
    expect(await booted.connection("inventory_level").orderBy("id")).toEqual(before)
  })

  it("goes on with the rest when one repair fails, and the next run finds that one", async () => {
    const { connection } = booted
    await breakEverything()
    await connection.raw(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`)
    await connection.raw(`create trigger refuse before insert on stock_movement for each row
      when (new.inventory_item_id = '${book.inventory_item_id}') execute function refuse()`)
    const steps = await recalculate({ apply: true })
    expect(outcomes(steps).sort()).toEqual([
      ...["books failed", "books mended", "raw_quantities mended", "reserved_quantity failed"],
    ])
    expect(steps.find((step) => "error" in step)).toMatchObject({
      error: expect.stringContaining("the disk is full"),
    })
    expect((await level()).reserved).toBe(8)

    await connection.raw("drop trigger refuse on stock_movement")
    expect(outcomes(await recalculate({ apply: true })).sort()).toEqual([
      ...["books mended", "reserved_quantity mended"],
    ])
  })

  describe("open-ledger", () => {
    const openAll = async () => {
      const batches: number[] = []
      for await (const batch of booted.stock.openLedger()) batches.push(batch)
      return batches
    }

    /** Levels in bulk, of which the ledger never heard. */
    const manyLevels = (count: number) =>
      unseen(booted.connection, (tx) =>
        tx.raw(
          `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity)
           select 'ilev_' || n, ?, 'sloc_' || n, n, jsonb_build_object('value', n::text, 'precision', 20)
           from generate_series(1, ?) n`,
          [book.inventory_item_id, count]
        )
      )

    it("opens the books of every level, batch by batch, with the balance found", async () => {
      await manyLevels(1_200)
      expect(await openAll()).toEqual([500, 500, 200])
      const [opened] = await booted.connection("stock_movement").where({ level_id: "ilev_77" })
      expect(opened).toMatchObject({ kind: "opening", stocked_delta: "77", stocked_balance: "77" })
      expect(await booted.connection("stock_movement").where({ kind: "opening" })).toHaveLength(1_200)
      expect(await openAll()).toEqual([0])
    })

    it("goes on where it was stopped, and passes over what was touched meanwhile", async () => {
      await manyLevels(1_200)
      const started = booted.stock.openLedger()
      expect((await started.next()).value).toBe(500)
      await booted.connection("inventory_level").where({ id: "ilev_1200" }).update({ stocked_quantity: 1 })
      await booted.connection("inventory_level").where({ id: "ilev_9" }).update({ stocked_quantity: 1 })
      await openAll()
      expect(await booted.stock.countUnopenedLevels()).toBe(0)
      expect(await booted.connection("stock_movement").where({ kind: "opening" })).toHaveLength(1_200)
      expect((await complaints(booted)).ledger_balance).toBeUndefined()
    })

    it("reports levels that turn out to be short", async () => {
      await unseen(booted.connection, async (tx) => {
        await tx("level_guard").delete()
        await tx("reservation_item").insert({
          ...{ id: "resitem_old", inventory_item_id: book.inventory_item_id, location_id: location },
          ...{ quantity: 12, raw_quantity: twin(12) },
        })
      })
      expect((await complaints(booted)).floor).toMatchObject({ status: "warning", count: 1 })
      await openAll()
      const [short] = await booted.connection("inventory_shortfall")
      expect(short).toMatchObject({ level_id: (await level()).id, quantity: "2" })
    })
  })
})
