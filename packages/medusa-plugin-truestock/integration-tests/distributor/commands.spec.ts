import { rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { syntheticEan13 } from "truestock-distributor-feeds"
import { IpageDouble } from "truestock-distributor-feeds/testing"
import type { Run, SourceOptions } from "../../src/modules/distributor"
import { sourceSchema } from "../../src/modules/distributor/sources/source-options"
import { endLease, takeLease } from "../../src/modules/distributor/sources/sql/leases"
import discover from "../../src/scripts/discover"
import enrich from "../../src/scripts/enrich"
import importTitles from "../../src/scripts/import"
import resetCircuit from "../../src/scripts/reset-circuit"
import setUp from "../../src/scripts/setup-distributor"
import sync from "../../src/scripts/sync-stock"
import setUpConfigured from "../../src/migration-scripts/set-up-distributors"
import { carryOutRun } from "../../src/workflows"
import { Ingram, row } from "../support/distributor"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { setOptions } from "../support/plugin-options"
import { runScript } from "../support/run-script"
import { runWithShop } from "../support/run-with-shop"

/** The name of a delta of so many days ahead: one of the full's own day is in the full already. */
function deltaName(days: number, letter = ""): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(2, 10).replaceAll("-", "")
  return `stockv2delta${day}${letter}@ingram.dat`
}

/** Another process is at the run. */
const lease = (run_id: string) => ({ source_id: "ingram", run_id, holder: "another process" })

runWithShop((booted) => {
  const [first, second, third] = [0, 1, 2].map((n) => syntheticEan13(n)) as [string, string, string]
  const FULL = "stockv2@ingram.dat"
  let ingram: Ingram

  beforeEach(async () => {
    const channel = await booted.shop.channel("Online Store")
    ingram = await Ingram.open(booted)
    for (const ean13 of [first, second])
      await booted.shop.book({ ean: ean13, channels: [channel], manage_inventory: false })
    await ingram.put(FULL, [row(first, { TN: 5 }), row(second), row(third, { OR: 1 })])
  })
  afterEach(async () => {
    await ingram.close()
    await assertInvariants(booted.connection)
  })

  const run = (...[script, ...args]: [Parameters<typeof runScript>[1], ...string[]]) =>
    runScript(booted, script, ...args)
  const runsOf = async (...given: Parameters<typeof run>): Promise<Run[]> =>
    JSON.parse((await run(...given, "json")).out).runs
  const title = async (ean13: string) =>
    (await ingram.module.listTitles({ source_id: "ingram", ean13 })).titles[0]
  const stocked = async () => {
    const { location_id } = (await ingram.module.listSources())[0]!
    const levels = await booted
      .connection("inventory_level")
      .where({ location_id })
      .sum("stocked_quantity as n")
    return Number(levels[0]!.n)
  }

  it("makes the location, fills the queue, imports from it and takes the stock, and says what it did", async () => {
    expect(await run(setUp, "source=ingram")).toMatchObject({
      code: 0,
      out: "location  Ingram (Drop-Ship): unchanged\n",
    })
    const dry = await run(discover, "source=ingram", "dry-run")
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("dry run: nothing was changed") })
    expect(await title(first)).toBeUndefined()
    expect((await run(discover, "source=ingram")).out).toContain(
      "3 rows read, 0 rejected; 3 titles found, 3 of"
    )
    const imported = await run(importTitles, "target=ingram", `target=${first}`, `target=${second}`)
    expect(imported).toMatchObject({
      code: 0,
      out: expect.stringContaining("2 of 2 titles looked at: 2 imported"),
    })
    expect([(await title(first))!.sync_status, (await title(third))!.sync_status]).toEqual([
      "imported",
      expect.not.stringMatching("imported"),
    ])
    expect(await stocked()).toBe(5)
    await ingram.put(FULL, [row(first, { TN: 8 }), row(second, { PA: 2 }), row(third, { OR: 1 })])
    expect((await runsOf(sync, "dry-run"))[0]).toMatchObject({ is_dry_run: true, counts: { staged: 2 } })
    expect(await stocked()).toBe(5)
    const synced = await run(sync)
    expect(synced).toMatchObject({
      code: 0,
      out: expect.stringContaining("2 titles differ: 2 applied, 2 levels"),
    })
    expect(await stocked()).toBe(10)
    expect((await run(sync, "target=ingram")).out).toMatch(/Nothing new: the last file that was applied is /)
  })

  it("goes on with file after file, each a run of its own, and keeps to what is named", async () => {
    await run(discover, "source=ingram")
    await run(importTitles)
    await ingram.put(deltaName(1), [row(first, { TN: 6 })], 0.5)
    await ingram.put(deltaName(1, "b"), [row(first, { TN: 7 }), row(second, { TN: 1 })], 0.1)
    const one = await runsOf(sync, `target=${first}`)
    expect(one).toMatchObject([{ status: "done", snapshot: { id: FULL } }])
    const runs = await runsOf(sync)
    expect(runs.map(({ status, snapshot }) => [status, snapshot!.id])).toEqual([
      ["done", FULL],
      ["done", deltaName(1)],
      ["done", deltaName(1, "b")],
    ])
    expect((await title(first))!.on_hand).toBe(7)
    const limited = await runsOf(sync, "limit=1")
    expect(limited[0]!.status).toBe("done")
    expect((await ingram.module.listRuns({ status: "requested" })).count).toBe(0)
  })

  it("says which guard has tripped and what to do, and lets a person's reason through", async () => {
    await run(discover, "source=ingram")
    await run(importTitles)
    await ingram.put(FULL, [row(first, { TN: 1 }), row(first, { TN: 2 }), row(second), row(third)])
    const guarded = await run(sync)
    expect(guarded.code).toBe(1)
    expect(guarded.out).toContain("Nothing was applied, a guard has tripped:")
    expect(guarded.out).toContain(
      `contradicting_rows: 1 titles are named twice with different figures: ${first}.`
    )
    expect(guarded.out).toContain("Ask the distributor which of the figures is right.")
    expect(await stocked()).toBe(5)
    expect(await run(sync, "override= ")).toMatchObject({
      code: 2,
      err: expect.stringContaining("invalid_parameter"),
    })
    const through = await run(sync, "override=They have confirmed the first row.")
    expect(through.code).toBe(0)
    expect(through.out).toContain("Let through (They have confirmed the first row.)")
    expect(await stocked()).toBe(1)
  })

  it("has a site that has refused asked again, on a person's word alone", async () => {
    const circuit = {
      circuit_until: new Date(Date.now() + 3_600_000),
      circuit_reason: "It asks for a login.",
    }
    await booted.connection("distributor_source").where({ id: "ingram" }).update(circuit)
    for (const words of [
      ["source=ingram"],
      ["source=ingram", "reason= "],
      ["source=nobody", "reason=Yes."],
    ]) {
      expect(await run(resetCircuit, ...words)).toMatchObject({ code: 2 })
    }
    expect((await ingram.module.listSources())[0]!.circuit_until).not.toBeNull()
    expect(await run(resetCircuit, "source=ingram", "reason=Logged in anew.")).toMatchObject({
      ...{ code: 0, out: "ingram may be asked again\n" },
    })
    const again = await run(resetCircuit, "source=ingram", "reason=Once more.", "json")
    expect(JSON.parse(again.out).source).toMatchObject({
      ...{ circuit_until: null, circuit_reset_reason: "Logged in anew.", circuit_reset_by: null },
    })
  })

  describe("looking titles up anew", () => {
    const rejectsOf = async ({ id: run_id }: Run) =>
      (await ingram.module.listRejects({ run_id, limit: 9, offset: 0 })).rejects.map(({ code }) => code)

    beforeEach(async () => {
      await run(discover, "source=ingram", `isbn=${first}`, `isbn=${second}`)
      await run(importTitles)
      await run(sync)
    })

    it("brings imported ones up to date in queue and shop, and the others in the queue", async () => {
      await ingram.put(FULL, [row(first, { TN: 9 }), row(second, { TN: 3 }), row(third, { OR: 4 })], 0.5)
      const [looked] = await runsOf(enrich, `isbn=${first}`, `isbn=${third}`)
      expect(looked).toMatchObject({
        ...{ kind: "enrich", status: "done", target: { eans: [first, third].sort() } },
        counts: { staged: 2, applied: 1, tracked: 1, levels: 1, rejected: 0 },
      })
      expect([(await title(first))!.on_hand, (await title(third))!.on_hand, await stocked()]).toEqual([
        9, 4, 9,
      ])
      const { changes } = await ingram.module.listChanges({ run_id: looked!.id, limit: 9, offset: 0 })
      expect(changes).toMatchObject([{ ean13: first, before: { on_hand: 5 }, after: { on_hand: 9 } }])
      const movements = await booted.connection("stock_movement").where({ reference_id: looked!.id })
      expect(movements).toHaveLength(1)
      // The rest of the file is a sync's.
      expect((await title(second))!.on_hand).toBe(0)
      expect(await runsOf(sync)).toMatchObject([{ status: "done", counts: { applied: 1, levels: 1 } }])
    })

    it("reads a file that is applied already once more, and undoes what was done to levels by hand", async () => {
      const { inventory_item_id } = (await title(first))!
      await booted
        .connection("inventory_level")
        .where({ inventory_item_id })
        .update({
          ...{ stocked_quantity: 77, raw_stocked_quantity: JSON.stringify({ value: "77", precision: 20 }) },
        })
      expect((await run(sync)).out).toContain("Nothing new: ")
      const looked = await run(enrich, `isbn=${first}`)
      expect(looked).toMatchObject({
        code: 0,
        out: expect.stringContaining("1 imported ones refreshed: 1 levels changed."),
      })
      expect(await stocked()).toBe(5)
    })

    it("takes what a delta says over its full, and never brings back what is older than what is known", async () => {
      await ingram.put(deltaName(1), [row(first, { TN: 6 })], 0.5)
      await run(enrich, `isbn=${first}`)
      expect(await stocked()).toBe(6)
      // The delta is gone: what is left says what was.
      await rm(join(ingram.directory, deltaName(1)))
      const [older] = await runsOf(enrich, `isbn=${first}`)
      expect(older).toMatchObject({
        status: "done",
        counts: { staged: 0, tracked: 0, levels: 0, rejected: 1 },
      })
      expect(await rejectsOf(older!)).toEqual(["older"])
      expect([(await title(first))!.on_hand, await stocked()]).toEqual([6, 6])
      // Nor does it in the queue alone.
      await ingram.put(FULL, [row(first), row(second), row(third, { OR: 8 })], 0.4)
      await run(discover, "source=ingram")
      await ingram.put(FULL, [row(first), row(second), row(third, { OR: 2 })], 3)
      await run(discover, "source=ingram")
      expect((await title(third))!.on_hand).toBe(8)
    })

    it("leaves a title alone that a file names twice with different figures, and changes nothing to look", async () => {
      await ingram.put(FULL, [row(first, { TN: 1 }), row(first, { TN: 2 }), row(second, { TN: 4 })], 0.5)
      const asked = { source_id: "ingram", kind: "enrich" as const, target: [first, second] }
      const dry = await ingram.run({ ...asked, is_dry_run: true })
      expect(dry.counts).toMatchObject({ staged: 1, levels: 0 })
      expect(await stocked()).toBe(5)
      const looked = await ingram.run(asked)
      expect(looked.counts).toMatchObject({ staged: 1, tracked: 1, levels: 1 })
      expect(await rejectsOf(looked)).toContain("contradicting_rows")
      expect([(await title(first))!.on_hand, (await title(second))!.on_hand, await stocked()]).toEqual([
        5, 4, 9,
      ])
    })

    it("reads of a table, too, the titles alone that are named", async () => {
      const { directory } = ingram
      await writeFile(join(directory, "stock.csv"), `ISBN,Qty\n${first},8\n${second},2\n${third},3\n`)
      const transport = { kind: "file" as const, directory }
      const locations = [{ code: "main", on_hand: "Qty" }]
      const csv = { kind: "csv" as const, transport, locations, columns: { identifier: "ISBN" } }
      const undo = setOptions(booted, { distributors: [sourceSchema.parse({ id: "ingram", feed: csv })] })
      await run(enrich, `isbn=${first}`)
      await run(discover, "source=ingram", `isbn=${first}`)
      undo()
      expect([(await title(first))!.on_hand, (await title(second))!.on_hand, await stocked()]).toEqual([
        8, 0, 8,
      ])
      expect(await title(third)).toBeUndefined()
    })
  })

  it("makes drafts where the source says so, and lets what has no name wait in the queue until it has one", async () => {
    const { directory } = ingram
    const nameless = syntheticEan13(9)
    const put = (name: string) =>
      writeFile(join(directory, "stock.csv"), `ISBN,Title,Qty\n${third},A Name,3\n${nameless},${name},410\n`)
    const csv = {
      ...{ kind: "csv" as const, transport: { kind: "file" as const, directory } },
      ...{ columns: { identifier: "ISBN", title: "Title" }, locations: [{ code: "main", on_hand: "Qty" }] },
    }
    const source = sourceSchema.parse({ id: "ingram", feed: csv, new_product_status: "draft" })
    const undo = setOptions(booted, { distributors: [source] })
    const drafts = () =>
      booted.connection("product").where({ status: "draft" }).orderBy("title").pluck("title")
    try {
      await put("")
      await run(discover, "source=ingram")
      expect([(await title(third))!.sync_status, (await title(nameless))!.sync_status]).toEqual([
        "enriched",
        "discovered",
      ])
      for (let times = 0; times < 2; times++) {
        expect((await run(importTitles)).out).toContain(`${1 - times} imported, 0 failed, 1 wait for a name`)
        expect(await drafts()).toEqual(["A Name"])
        expect(await title(nameless)).toMatchObject({ sync_status: "discovered", status_reason: null })
      }
      await put("Another")
      await run(discover, "source=ingram")
      await run(importTitles)
      expect(await title(nameless)).toMatchObject({ sync_status: "imported", on_hand: 410 })
      expect(await drafts()).toEqual(["A Name", "Another"])
      expect(await stocked()).toBe(413)
    } finally {
      undo()
    }
  })

  it("ends with 2 where it cannot do what is asked, and changes nothing", async () => {
    for (const [script, args, why] of [
      [sync, ["target=nobody"], 'unknown_search: target has the value "nobody"'],
      [sync, ["limit=many"], 'invalid_limit: limit has the value "many"'],
      [sync, ["source=gardners"], 'source_not_found: There is no distributor "gardners"'],
      [discover, ["source=ingram", "isbn=9.78E+12"], "invalid_isbn"],
      [discover, ["source=ingram", "search=new", `isbn=${first}`], "exclude each other"],
      [importTitles, ["update=title,status"], 'invalid_parameter: update has the field "status"'],
      [setUp, ["source=gardners"], "source_not_found"],
    ] as const) {
      const { code, out, err } = await run(script, ...args)
      expect([args, code, out]).toEqual([args, 2, ""])
      expect(err).toContain(why)
    }
    await ingram.put(FULL, ["<html><body>Session expired</body></html>"])
    const failed = await run(discover, "source=ingram")
    expect(failed).toMatchObject({
      code: 2,
      out: expect.stringMatching(/failed .*\n(not_a_feed|truncated): /),
    })
    const undo = setOptions(booted, { distributors: [] })
    expect((await run(sync)).err).toContain("No distributor is configured")
    undo()
  })

  it("takes the titles of a saved search, as its list is now, and tells the lines that name none", async () => {
    const titleOf = (ean13: string) => ({
      ean13,
      title: `Book ${ean13}`,
      main: [{ state: "TN", on_hand: 3, on_order: 0 }],
    })
    const double = await IpageDouble.start({ titles: [titleOf(first), titleOf(second), titleOf(third)] })
    await ingram.close()
    ingram = await Ingram.open(booted, {
      default_target: "frontlist",
      feed: {
        ...{ kind: "ingram_ipage", base_url: double.url, session_env: "TEST_IPAGE_SESSION" },
        searches: { frontlist: { from: `${double.url}/lists/{search}.csv`, column: "EAN" } },
      },
    })
    process.env.TEST_IPAGE_SESSION = "session=1"
    try {
      const source = ingram.module.sourceOf("ingram")
      const undo = setOptions(booted, { distributors: [{ ...source, default_target: "all" }] })
      const all = await run(discover, "source=ingram")
      expect(all).toMatchObject({ code: 2, err: expect.stringContaining("target_required") })
      expect(all.err).toContain("a saved search (frontlist) or ISBNs")
      undo()
      double.lists.set("frontlist", [first, "9.78E+12", second])
      const found = await runsOf(discover, "source=ingram", "search=frontlist")
      expect(found).toMatchObject([{ status: "done", counts: { rows: 3, rejected: 1, staged: 2 } }])
      expect(found[0]!.target).toEqual({ search: "frontlist" })
      const { rejects } = await ingram.module.listRejects({ run_id: found[0]!.id, limit: 9, offset: 0 })
      expect(rejects).toMatchObject([{ row: 3, raw: expect.stringContaining("9.78E+12") }])
      await run(importTitles)
      double.titles.set(first, { ...titleOf(first), main: [{ state: "TN", on_hand: 8, on_order: 0 }] })
      double.lists.set("frontlist", [first, third])
      const asked = double.requests.length
      expect(await runsOf(sync)).toMatchObject([{ status: "done", counts: { tracked: 1, applied: 1 } }])
      // Its list, and the one title of it that the shop has.
      expect(double.requests.length - asked).toBe(2)
      expect(await stocked()).toBe(11)
    } finally {
      delete process.env.TEST_IPAGE_SESSION
      await double.close()
    }
  })

  describe("beside a worker", () => {
    const asked = () => ingram.module.requestRun({ source_id: "ingram", kind: "discover" })

    it("does a run once, whoever comes first", async () => {
      const { id } = await asked()
      const both = await Promise.allSettled([ingram.module.doRun(id), ingram.module.doRun(id)])
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      const [refused] = both.filter((each) => each.status === "rejected")
      expect(refused!.reason.code).toMatch(/^run_(in_progress|state)$/)
      await expect(ingram.module.doRun(id)).rejects.toMatchObject({ code: "run_state" })
    })

    it("waits for the end of a run that another process does, and tells its progress", async () => {
      const { id } = await asked()
      await takeLease(booted.connection, lease(id))
      await booted.connection("distributor_run").where({ id }).update({ status: "running", phase: "staging" })
      const seen: (string | null)[] = []
      const ended = carryOutRun(booted.container, id, { on_progress: ({ phase }) => seen.push(phase) })
      await eventually(async () => expect(seen).toContain("staging"))
      await booted
        .connection("distributor_run")
        .where({ id })
        .update({ status: "done", ended_at: new Date() })
      await endLease(booted.connection, lease(id))
      expect(await ended).toMatchObject({ status: "done", counts: {} })
      expect(await title(first)).toBeUndefined()
    })

    it("does it after all where nobody comes", async () => {
      const other = await asked()
      const { id } = await asked()
      await takeLease(booted.connection, lease(other.id))
      const ended = carryOutRun(booted.container, id)
      await ingram.module.stopRun(other.id)
      expect(await ended).toMatchObject({ status: "done", counts: { staged: 3 } })
    })
  })

  describe("Ctrl-C", () => {
    it("stops a run that waits", async () => {
      const { id } = await ingram.module.requestRun({ source_id: "ingram", kind: "discover" })
      await takeLease(booted.connection, lease("drun_other"))
      const stopping = new AbortController()
      const ended = carryOutRun(booted.container, id, { signal: stopping.signal })
      stopping.abort()
      expect(await ended).toMatchObject({ status: "stopped" })
      expect((await ingram.module.listSources())[0]!.lease_run_id).toBe("drun_other")
    })

    it("stops a run that is being done before anything is applied; the next one does it all", async () => {
      await run(discover, "source=ingram")
      await run(importTitles)
      await ingram.put(FULL, [row(first, { TN: 2 }), row(second, { TN: 2 }), row(third, { TN: 2 })])
      const { id } = await ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
      const stopping = new AbortController()
      const held = await booted.connection.transaction()
      await held.raw("lock table distributor_staged in exclusive mode")
      const ended = carryOutRun(booted.container, id, { signal: stopping.signal })
      await eventually(async () => expect((await ingram.module.retrieveRun(id)).phase).toBe("staging"))
      stopping.abort(new Error("Stopped by a person."))
      await held.commit()
      expect(await ended).toMatchObject({ status: "stopped", error: null })
      expect(await stocked()).toBe(5)
      expect((await ingram.module.listSources())[0]!.lease_run_id).toBeNull()
      expect(await runsOf(sync)).toMatchObject([{ status: "done", counts: { applied: 2 } }])
      expect(await stocked()).toBe(4)
    })

    it("leaves the run of a worker that is shut down to the next one", async () => {
      const { id } = await ingram.module.requestRun({ source_id: "ingram", kind: "discover" })
      const signal = AbortSignal.abort(new Error("The process is shutting down."))
      await expect(ingram.module.doRun(id, { signal })).rejects.toBeDefined()
      expect(await ingram.module.retrieveRun(id)).toMatchObject({ status: "running" })
      expect(await ingram.module.doRun(id)).toMatchObject({ status: "done", counts: { staged: 3 } })
    })
  })

  describe("a migration", () => {
    const places = async () =>
      (await booted.connection("stock_location").whereNull("deleted_at")).map(({ name }) => name)

    it("makes the location of a source that is configured, once, and none without", async () => {
      const { container, connection } = booted
      const before = await places()
      const configured = async (...distributors: SourceOptions[]) => {
        const undo = setOptions(booted, { distributors })
        await setUpConfigured({ container }).finally(undo)
      }
      await configured()
      expect(await places()).toEqual(before)
      const other = { ...ingram.module.sourceOf("ingram"), id: "gardners" }
      const gardners = { ...other, location: { ...other.location, name: "Gardners" } }
      await configured(gardners)
      await configured(gardners)
      expect((await places()).sort()).toEqual([...before, "Gardners"].sort())
      // Two of that name: it is not clear which, and a person has to say.
      await connection("stock_location").update({ name: "Wells" })
      await connection("inventory_location").delete()
      await configured({ ...other, location: { ...other.location, name: "Wells" } })
      expect(await places()).toEqual(["Wells", "Wells"])
    })
  })
})
