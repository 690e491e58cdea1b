import { syntheticEan13 } from "truestock-distributor-feeds"
import type { DistributorModuleService, Run } from "../../src/modules/distributor"
import { endLease, takeLease } from "../../src/modules/distributor/sources/sql/leases"
import { requestDueSync } from "../../src/modules/distributor/runs/sql/next-run"
import { moveClock } from "../support/clock"
import { codeOf } from "../support/code-of"
import { Ingram, row } from "../support/distributor"
import { DyingConnection } from "../support/dying-connection"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"

const eans = Array.from({ length: 6 }, (_, n) => syntheticEan13(n)).sort()
const [first, , third] = eans as [string, string, string]
const FILE = "stockv2@ingram.dat"
/** Beyond this a killed run's lease has run out. */
const LEASE_SECONDS = 61

runWithShop((booted) => {
  let ingram: Ingram
  let files = 0

  beforeEach(async () => {
    files = 0
    const channel = await booted.shop.channel("Online Store")
    // Three batches of two titles.
    ingram = await Ingram.open(booted, { titles_per_transaction: 2, guards: { min_rows_ratio: 0.5 } })
    for (const ean13 of eans) await booted.shop.book({ ean: ean13, channels: [channel] })
    await file([5, 5, 5, 5, 5, 5])
    await ingram.run({ kind: "discover" })
    await ingram.run({ kind: "import" })
    await ingram.sync()
  })
  afterEach(async () => {
    await ingram.close()
    await assertInvariants(booted.connection)
  })

  /** A newer file, with so many of each title; undefined = the title is not in it. */
  const file = (on_hand: (number | undefined)[], ordered = 0) =>
    ingram.put(
      FILE,
      on_hand.flatMap((TN, n) =>
        TN === undefined ? [] : [row(eans[n]!, { TN }, { ordered: TN === 0 ? { TN: ordered } : {} })]
      ),
      5 - ++files / 100
    )
  const request = () => ingram.module.requestRun({ source_id: "ingram", kind: "sync" })
  /** The module in a process of its own, which dies at its n-th statement. */
  const dying = (n: number) => {
    const connection = new DyingConnection(booted.connection, n)
    const module = Object.create(ingram.module, { connection: { value: connection.knex } })
    return { connection, module: module as DistributorModuleService }
  }

  /** Everything that a sync leaves behind, but for when and by whom. */
  async function state() {
    const { rows } = await booted.connection.raw(
      `select t.ean13, t.on_hand, t.on_order, t.terms, t.locations, t.sync_status, t.digest, t.has_set_backorder,
         t.stock_change -> 'reasons' as reasons, g.as_of, g.missing_since is not null as is_missing, g.missing_fulls,
         l.stocked_quantity, v.allow_backorder, p.metadata -> 'ingram_stock' as metadata, s.as_of as supplied_as_of,
         s.discontinued
       from distributor_title t join distributor_sighting g using (source_id, ean13)
       join inventory_level l on l.inventory_item_id = t.inventory_item_id and l.deleted_at is null
       join product_variant v on v.id = t.variant_id join product p on p.id = t.product_id
       join availability_supply s on s.variant_id = t.variant_id
       order by t.ean13`
    )
    return rows as Record<string, any>[]
  }
  const movementsOf = async (run: Run) =>
    Number((await booted.connection("stock_movement").where({ reference_id: run.id }).count())[0]!.count)

  it("ends in the same state wherever its process was killed, and moves each unit once", async () => {
    const expected = (ordered: number, as_of: string) =>
      eans.map((ean13, n) => ({
        ...{ ean13, on_hand: [0, 7, 5][n % 3], stocked_quantity: String([0, 7, 5][n % 3]) },
        ...{
          on_order: n % 3 === 0 ? ordered : 0,
          allow_backorder: n % 3 === 0,
          has_set_backorder: n % 3 === 0,
        },
        ...{ is_missing: false, as_of, supplied_as_of: as_of },
      }))
    let killed = 0
    for (let n = 1; ; n++) {
      await file([5, 5, 5, 5, 5, 5])
      await ingram.sync({ override_reason: "Back to where it was." })
      await file([0, 7, 5, 0, 7, 5], 40)
      const run = await request()
      const { connection, module } = dying(n)
      await module.doRun(run.id).catch(() => undefined)
      if (connection.isDead) {
        killed++
        await moveClock(booted.connection, LEASE_SECONDS * n)
        const status = (await ingram.module.retrieveRun(run.id)).status
        if (status === "requested" || status === "running") await ingram.module.doRun(run.id)
      }
      const done = await ingram.module.retrieveRun(run.id)
      expect([n, done]).toMatchObject([n, { status: "done", counts: { applied: 4, levels: 4 } }])
      const found: Record<string, any>[] = (await state()).map((each) => ({
        ...each,
        stocked_quantity: String(each.stocked_quantity),
      }))
      expect(found).toMatchObject(
        expected(40, done.snapshot!.as_of as never).map(({ as_of: _, supplied_as_of: __, ...each }) => each)
      )
      for (const { as_of, supplied_as_of } of found) {
        expect([n, as_of.toISOString(), supplied_as_of.toISOString()]).toEqual([
          n,
          done.snapshot!.as_of,
          done.snapshot!.as_of,
        ])
      }
      expect([n, await movementsOf(run)]).toEqual([n, 4])
      if (!connection.isDead) break
    }
    expect(killed).toBeGreaterThan(20)
  })

  it("does not take a full that is read again for a second one: a title that one lacks is not gone", async () => {
    await file([undefined, 5, 5, 5, 5, 5])
    const part = { target: [first, third] }
    expect(await ingram.sync(part)).toMatchObject({ counts: { missing: 1, applied: 1 } })
    expect(await ingram.sync(part)).toMatchObject({ counts: { missing: 0 } })
    expect(await ingram.sync()).toMatchObject({ counts: { missing: 0 } })
    expect((await state())[0]).toMatchObject({ on_hand: 5, is_missing: true, missing_fulls: 1 })
    await file([undefined, 5, 5, 5, 5, 5])
    await ingram.sync()
    expect((await state())[0]).toMatchObject({ on_hand: 0, discontinued: true, missing_fulls: 2 })
  })

  it("goes on with what it staged though its file is gone, and another one lies there", async () => {
    await file([1, 1, 1, 1, 1, 1])
    const run = await request()
    await untilApplying(run)
    await file([9, 9, 9, 9, 9, 9])
    expect(await ingram.module.doRun(run.id)).toMatchObject({ status: "done", counts: { applied: 6 } })
    expect((await state()).map(({ on_hand }) => on_hand)).toEqual([1, 1, 1, 1, 1, 1])
    // The newer one is a run of its own, which it has asked for.
    const { runs } = await ingram.module.listRuns({ status: "requested" })
    expect(runs).toHaveLength(1)
    await ingram.module.doRun(runs[0]!.id)
    expect((await state()).map(({ on_hand }) => on_hand)).toEqual([9, 9, 9, 9, 9, 9])
  })

  it("does not go on where a later run has applied newer figures: they would be brought back", async () => {
    await file([1, 1, 1, 1, 1, 1])
    const run = await request()
    await untilApplying(run)
    await file([9, 9, 9, 9, 9, 9])
    await ingram.sync()
    expect(await codeOf(ingram.module.doRun(run.id))).toBe("run_state")
    expect((await ingram.module.retrieveRun(run.id)).status).toBe("failed")
    expect((await state()).map(({ on_hand }) => on_hand)).toEqual([9, 9, 9, 9, 9, 9])
  })

  /** Has the run killed after its first batch; its lease has run out. */
  async function untilApplying(run: Run) {
    for (let n = 1; ; n++) {
      await dying(n)
        .module.doRun(run.id)
        .catch(() => undefined)
      await booted.connection("distributor_source").update({ lease_until: new Date(0) })
      const [{ count }] = (await booted
        .connection("distributor_staged")
        .where({ run_id: run.id })
        .whereNotNull("applied_at")
        .count()) as [{ count: string }]
      if (Number(count) > 0) return expect(count).toBe("2")
    }
  }

  describe("with others about", () => {
    it("is done by one of two processes that begin it, or another of its source, at once", async () => {
      await file([1, 1, 1, 1, 1, 1])
      const runs = [await request(), await request()]
      const codes = await Promise.all(
        [runs[0]!, runs[1]!, runs[1]!].map((run) => codeOf(ingram.module.doRun(run.id)))
      )
      expect(codes.filter((code) => code === "done").length).toBeGreaterThan(0)
      for (const code of codes) expect(["done", "run_in_progress", "run_state"]).toContain(code)
      const moved = await Promise.all(runs.map(movementsOf))
      expect(moved.reduce((sum, each) => sum + each)).toBe(6)
    })

    it("writes nothing more once another run has its lease, or somebody has stopped it", async () => {
      await file([1, 1, 1, 1, 1, 1])
      const [run, other] = [await request(), await request()]
      const before = await state()
      const during = (meanwhile: () => Promise<unknown>): DistributorModuleService => {
        const { connection, module } = dying(Infinity)
        const { knex } = connection
        const transaction = knex.transaction.bind(knex)
        const once = new Proxy(knex, {
          get: (target, key) =>
            key === "transaction"
              ? async (work: never) => {
                  await meanwhile()
                  return transaction(work)
                }
              : Reflect.get(target, key),
        })
        return Object.create(module, { connection: { value: once } })
      }
      const lease = { source_id: "ingram", run_id: other.id, holder: "another process" }
      const taken = during(async () => {
        await moveClock(booted.connection, LEASE_SECONDS)
        await takeLease(booted.connection, lease)
      })
      expect(await codeOf(taken.doRun(run.id))).toBe("run_lost")
      expect(await state()).toEqual(before)
      expect(await ingram.module.retrieveRun(run.id)).toMatchObject({ status: "running", error: null })

      await endLease(booted.connection, lease)
      const stopped = during(() => ingram.module.stopRun(other.id))
      expect(await codeOf(stopped.doRun(other.id))).toBe("run_lost")
      expect(await state()).toEqual(before)
      expect(await ingram.module.retrieveRun(other.id)).toMatchObject({ status: "stopped", error: null })
      expect(await codeOf(ingram.module.stopRun(other.id))).toBe("run_state")
      expect(await codeOf(ingram.module.doRun(other.id))).toBe("run_state")
    })

    it("is left to the next process by one that shuts down", async () => {
      await file([1, 1, 1, 1, 1, 1])
      const run = await request()
      const signal = AbortSignal.abort(new Error("The process is shutting down."))
      await expect(ingram.module.doRun(run.id, { signal })).rejects.toThrow()
      expect(await ingram.module.retrieveRun(run.id)).toMatchObject({ status: "running" })
      expect(await ingram.module.doRun(run.id)).toMatchObject({ status: "done", counts: { applied: 6 } })
    })

    it("asks once for a sync that is due, however many processes look", async () => {
      const look = (n: number) =>
        requestDueSync(booted.connection, {
          ...{ id: `drun_${n}`, source_id: "ingram", every_seconds: 3_600, target: { search: "fiction" } },
        })
      expect(await look(0)).toBe(false)
      await moveClock(booted.connection, 3_601)
      const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => look(n + 1)))
      expect(asked.filter(Boolean)).toHaveLength(1)
      const { runs, count } = await ingram.module.listRuns({ status: "requested" })
      expect([count, runs[0]!.target]).toEqual([1, { search: "fiction" }])
      expect(await look(9)).toBe(false)
    })

    it("is done by a worker by itself, an import too", async () => {
      await file([1, 1, 1, 1, 1, 1])
      const run = await request()
      const imported = await ingram.module.requestRun({ source_id: "ingram", kind: "import" })
      const { onApplicationStart, onApplicationPrepareShutdown } = ingram.module.__hooks
      await onApplicationStart()
      try {
        for (const { id } of [run, imported]) {
          await eventually(async () => expect((await ingram.module.retrieveRun(id)).status).toBe("done"))
        }
      } finally {
        await onApplicationPrepareShutdown()
      }
      expect((await state()).map(({ on_hand }) => on_hand)).toEqual([1, 1, 1, 1, 1, 1])
    })
  })
})
