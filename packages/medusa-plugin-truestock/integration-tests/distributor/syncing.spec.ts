import { renderStockV2Row, syntheticEan13 } from "truestock-distributor-feeds"
import { takeLease } from "../../src/modules/distributor/sources/sql/leases"
import { setUpDistributor } from "../../src/workflows/distributor/set-up-distributor"
import { moveClock } from "../support/clock"
import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { Ingram, row } from "../support/distributor"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let ingram: Ingram
  let books: Book[]
  let location: string
  const [first, second, third] = [0, 1, 2].map((n) => syntheticEan13(n)) as [string, string, string]

  beforeEach(async () => {
    const channel = await booted.shop.channel("Online Store")
    ingram = await Ingram.open(booted)
    location = (await ingram.module.listSources())[0]!.location_id!
    books = []
    for (const ean13 of [first, second, third]) {
      const book = await booted.shop.book({ ean: ean13, channels: [channel], manage_inventory: false })
      books.push(book)
    }
    await ingram.put("stockv2@ingram.dat", [row(first, { TN: 5, PA: 7 }), row(second), row(third, { OR: 1 })])
    await ingram.run({ kind: "discover" })
    await ingram.run({ kind: "import" })
  })
  afterEach(async () => {
    await ingram.close()
    await assertInvariants(booted.connection)
  })

  /** What is stocked at the distributor's location of each book, in their order. */
  const stocked = async () => {
    const titles = await Promise.all([first, second, third].map(title))
    const levels = await Promise.all(
      titles.map(({ inventory_item_id }) => eachLevel(booted.connection, inventory_item_id!))
    )
    return levels.map((level) => level[location]?.[0])
  }
  const file = (rows: (ReturnType<typeof row> | string)[], hours_ago = 0) =>
    ingram.put("stockv2@ingram.dat", rows, hours_ago)
  const title = async (ean13: string) =>
    (await ingram.module.listTitles({ source_id: "ingram", ean13 })).titles[0]!
  const variant = async (n: number) =>
    (await booted.connection("product_variant").where({ id: books[n]!.variant_id }).first())!

  it("imports variants that the shop has, whatever their stock, and counts what is on hand at the enabled places", async () => {
    const { titles, count } = await ingram.module.listTitles({ source_id: "ingram" })
    expect(count).toBe(3)
    expect(titles.map(({ sync_status }) => sync_status)).toEqual(["imported", "imported", "imported"])
    expect(await stocked()).toEqual([12, 0, 1])
    expect(await variant(0)).toMatchObject({ manage_inventory: true, allow_backorder: false })
    const { metadata } = await booted.connection("product").where({ id: books[0]!.id }).first()
    expect(metadata.ingram_stock.PA).toEqual({ on_hand: 7, on_order: 0 })
  })

  it("takes over what has changed and nothing else, with the run as the reason in the ledger", async () => {
    await ingram.sync()
    await file([row(first, { TN: 5, PA: 7 }), row(second, { IN: 3 }), row(third)])
    const run = await ingram.sync()
    expect(run).toMatchObject({ status: "done", counts: { tracked: 3, staged: 2, applied: 2, levels: 2 } })
    expect(await stocked()).toEqual([12, 3, 0])
    const movements = await booted.connection("stock_movement").where({ reference_id: run.id })
    expect(
      movements.map(({ kind, reason, reference_type, correlation_id }) => [
        kind,
        reason,
        reference_type,
        correlation_id,
      ])
    ).toEqual(Array(2).fill(["sync", "sync", "sync_run", run.id]))
    expect((await title(second)).stock_change).toMatchObject({ reasons: ["from_zero"] })
    expect((await ingram.module.listChanges({ run_id: run.id, limit: 9, offset: 0 })).changes).toMatchObject([
      { ean13: second, before: { on_hand: 0 }, after: { on_hand: 3 }, reasons: ["from_zero"] },
      { ean13: third, before: { on_hand: 1 }, after: { on_hand: 0 }, reasons: ["to_zero"] },
    ])
    expect(await ingram.sync()).toMatchObject({
      ...{ status: "done", counts: {} },
      notes: [
        expect.stringContaining("Nothing new: the last file that was applied is stockv2@ingram.dat of 20"),
      ],
    })
  })

  it("stages, and applies nothing, in a dry run", async () => {
    await file([row(first), row(second), row(third)])
    expect(await ingram.sync({ is_dry_run: true })).toMatchObject({ status: "done", counts: { staged: 2 } })
    expect(await stocked()).toEqual([12, 0, 1])
    expect(await ingram.sync()).toMatchObject({ counts: { applied: 2 } })
  })

  it("lets carts take what is on order, and takes that back, but never what the merchant allowed", async () => {
    await booted
      .connection("product_variant")
      .where({ id: books[2]!.variant_id })
      .update({ allow_backorder: true })
    const ordered = { ordered: { TN: 40 } }
    await file([row(first, {}, ordered), row(second), row(third, {}, ordered)])
    await ingram.sync({ override_reason: "The test empties most of it." })
    expect(await variant(0)).toMatchObject({ allow_backorder: true })
    await file([row(first, {}), row(second), row(third)], -1)
    await ingram.sync()
    expect([await variant(0), await variant(2)].map(({ allow_backorder }) => allow_backorder)).toEqual([
      false,
      true,
    ])
  })

  it("never takes a damaged row for zero, nor its title for missing", async () => {
    const damaged = renderStockV2Row(row(first, { TN: 99 })).replace("0000099", "00A0099")
    await ingram.close()
    ingram = await Ingram.open(booted, { guards: { max_reject_ratio: 0.5 } })
    await file([damaged, row(second), row(third, { OR: 1 })])
    const run = await ingram.sync()
    expect(run).toMatchObject({ status: "done", counts: { rejected: 1, staged: 0, missing: 0 } })
    expect((await ingram.module.listRejects({ run_id: run.id, limit: 9, offset: 0 })).rejects).toMatchObject([
      { row: 1 },
    ])
    expect(await stocked()).toEqual([12, 0, 1])
  })

  it("ends a title that two fulls in a row do not hold, and brings it back with the next", async () => {
    await file([row(second), row(third, { OR: 1 })], 3)
    expect(await ingram.sync()).toMatchObject({ counts: { missing: 1 } })
    expect(await stocked()).toEqual([12, 0, 1])
    expect(await title(first)).toMatchObject({ on_hand: 12, missing_since: expect.any(String) })
    await file([row(second), row(third, { OR: 1 })], 2)
    await ingram.sync()
    expect(await stocked()).toEqual([0, 0, 1])
    expect((await title(first)).terms).toMatchObject({ discontinued: true })
    await file([row(first, { TN: 4 }), row(second), row(third, { OR: 1 })], 1)
    await ingram.sync()
    expect(await stocked()).toEqual([4, 0, 1])
    expect(await title(first)).toMatchObject({ missing_since: null, terms: { discontinued: false } })
  })

  it("leaves out a full that is older than a delta that was applied, and says so", async () => {
    const asOf = async () => (await ingram.module.listSources())[0]!
    await ingram.sync()
    const day = new Date(Date.parse((await asOf()).as_of!) + 86_400_000).toISOString().slice(2, 10)
    const delta = `stockv2delta${day.replaceAll("-", "")}a@ingram.dat`
    await ingram.put(delta, [row(first, { TN: 3 })], 0.5)
    expect(await ingram.sync()).toMatchObject({ status: "done", snapshot: { kind: "delta" }, notes: [] })
    expect(await stocked()).toEqual([3, 0, 1])
    const known = await asOf()
    await file([row(first, { TN: 12 }), row(second, { TN: 2 }), row(third, { OR: 1 })], 0.75)
    const run = await ingram.sync()
    expect(run).toMatchObject({ status: "done", snapshot: null, counts: {} })
    expect(run.notes).toEqual([
      expect.stringMatching(/^Left out stockv2@ingram.dat of .*: newer deltas have been applied, up to 20/),
      expect.stringContaining(`Nothing new: the last file that was applied is ${delta} of 20`),
    ])
    expect(await stocked()).toEqual([3, 0, 1])
    expect(await asOf()).toEqual(known)
    // The next one knows more than the delta.
    await file([row(first, { TN: 4 }), row(second, { TN: 2 }), row(third, { OR: 1 })], -24)
    await ingram.sync()
    expect(await stocked()).toEqual([4, 2, 1])
  })

  describe("a tripped guard", () => {
    it("applies nothing, says why, and is overridden by a person for that run alone", async () => {
      await file([row(first, { TN: 1 }), row(first, { TN: 2 }), row(second), row(third)])
      const run = await ingram.sync()
      expect(run.status).toBe("guarded")
      const tripped = run.verdicts.filter((verdict) => verdict.tripped).map(({ guard }) => guard)
      expect(tripped).toEqual(["rejects", "contradicting_rows"])
      expect(await stocked()).toEqual([12, 0, 1])
      await ingram.module.overrideGuards(run.id, "The distributor has confirmed the first row.")
      expect(await ingram.module.doRun(run.id)).toMatchObject({ status: "done", counts: { applied: 2 } })
      expect(await stocked()).toEqual([1, 0, 0])
      expect(await codeOf(ingram.module.overrideGuards(run.id, "Again"))).toBe("run_not_guarded")
    })

    it("cannot be overridden any more once newer figures have been applied", async () => {
      await file([row(first, { TN: 1 }), row(first, { TN: 2 }), row(second), row(third)], 2)
      const run = await ingram.sync()
      await file([row(first, { TN: 8 }), row(second), row(third)], 1)
      await ingram.sync()
      expect(await codeOf(ingram.module.overrideGuards(run.id, "Too late"))).toBe("run_not_guarded")
      expect(await stocked()).toEqual([8, 0, 0])
    })

    it("is a file in which all titles are there, and none may be sold", async () => {
      await ingram.close()
      ingram = await Ingram.open(booted, { guards: { zero_sample: 2 } })
      const restricted = { restricted: "Y" }
      await file([row(first, { TN: 9 }, restricted), row(second), row(third, { OR: 3 }, restricted)])
      const run = await ingram.sync()
      expect(run).toMatchObject({ status: "guarded", counts: { staged: 2 } })
      expect(run.verdicts.filter(({ tripped }) => tripped)).toMatchObject([
        { guard: "mass_zero", message: expect.stringContaining("2 of 2 titles") },
      ])
      expect(await stocked()).toEqual([12, 0, 1])
      await ingram.module.overrideGuards(run.id, "They may not be sold in this country.")
      await ingram.module.doRun(run.id)
      expect(await stocked()).toEqual([0, 0, 0])
      // What cannot be sold anyway is no stock to lose: one more of three is no mass.
      await file([row(first, {}, restricted), row(second), row(third, {}, restricted)], -0.1)
      expect(await ingram.sync()).toMatchObject({ status: "done" })
    })

    it("is a file that is too old, too", async () => {
      await file([row(first), row(second), row(third)], 0)
      await ingram.sync({ override_reason: "So that there is a last one." })
      await file([row(first, { TN: 9 }), row(second), row(third)], -0.1)
      await ingram.module.setLocation("ingram", location)
      await moveClock(booted.connection, 7 * 3_600)
      expect((await ingram.sync()).verdicts).toContainEqual(
        expect.objectContaining({ guard: "stale", tripped: true })
      )
    })
  })

  it.each([
    [
      "its stock location was deleted",
      "stock_location",
      "has been deleted. Run: truestock setup-distributor ingram",
    ],
    ["no channel sells from there", "sales_channel_stock_location", "does not sell from its stock location"],
  ])("is refused where %s, before anything is applied, until that is mended", async (_, table, said) => {
    await file([row(first, { TN: 1 }), row(second, { TN: 2 }), row(third)])
    const key = table === "stock_location" ? { id: location } : { stock_location_id: location }
    const set = (deleted_at: Date | null) => booted.connection(table).where(key).update({ deleted_at })
    await set(new Date())
    for (const kind of ["sync", "settle"] as const) {
      const run = await ingram.module.requestRun({ source_id: "ingram", kind })
      expect(await codeOf(ingram.module.doRun(run.id))).toBe("source_location_lost")
      expect(await ingram.module.retrieveRun(run.id)).toMatchObject({
        ...{ status: "failed", counts: {} },
        error: { code: "source_location_lost", message: expect.stringContaining(said) },
      })
    }
    expect((await ingram.sync({ is_dry_run: true })).counts).toMatchObject({ staged: 3 })
    await expect(ingram.run({ kind: "import" })).rejects.toMatchObject({ code: "source_location_lost" })
    expect(await stocked()).toEqual([12, 0, 1])
    if (table === "stock_location") await set(null)
    else await setUpDistributor(booted.container, "ingram")
    expect(await ingram.sync({ override_reason: "The test empties some." })).toMatchObject({ status: "done" })
    expect(await stocked()).toEqual([1, 2, 0])
  })

  describe("a file that cannot be trusted", () => {
    it("fails the run before anything is staged for good", async () => {
      await file(["<html><body>Session expired</body></html>"])
      const asked = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
      await expect(ingram.module.doRun(asked.id)).rejects.toMatchObject({ name: "FeedError" })
      expect(await ingram.module.retrieveRun(asked.id)).toMatchObject({
        status: "failed",
        error: { code: expect.stringMatching(/not_a_feed|truncated/) },
      })
      expect(await stocked()).toEqual([12, 0, 1])
    })
  })

  it("is done by one process at a time, and goes on where a killed one was", async () => {
    await file([row(first, { TN: 2 }), row(second, { TN: 2 }), row(third, { TN: 2 })])
    const run = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
    const other = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
    await takeLease(booted.connection, { source_id: "ingram", run_id: run.id, holder: "another process" })
    expect(await codeOf(ingram.module.doRun(other.id))).toBe("run_in_progress")
    // The process that has the lease dies; a minute later anybody may go on.
    await moveClock(booted.connection, 61)
    expect(await ingram.module.doRun(run.id)).toMatchObject({ status: "done", counts: { applied: 3 } })
    expect(await stocked()).toEqual([2, 2, 2])
  })
})
