import { syntheticEan13 } from "truestock-distributor-feeds"
import { adminHeaders } from "../support/admin-headers"
import { Ingram, row } from "../support/distributor"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"

const PASSWORD = "a-password-of-the-distributor"
const ean = syntheticEan13(1)
const FILE = "stockv2@ingram.dat"

runWithShop((booted) => {
  let ingram: Ingram
  let admin: { headers: Record<string, string> }

  beforeEach(async () => {
    admin = await adminHeaders(booted.container)
    const channel = await booted.shop.channel("Online Store")
    ingram = await Ingram.open(booted)
    await booted.shop.book({ ean, channels: [channel] })
  })
  afterEach(() => ingram.close())

  type Answer = { status: number; data: any }
  const answerOf = (asked: Promise<Answer>): Promise<Answer> =>
    asked.catch((error: { response: Answer }) => error.response)
  const post = (path: string, body?: unknown) =>
    answerOf(booted.api.post(`/admin/distributor/${path}`, body, admin))
  const get = (path: string) => answerOf(booted.api.get(`/admin/distributor${path}`, admin))
  const told = ({ status, data }: Answer) => [status, data.code]

  /** Asks for a run, and looks now and then until a worker has done it. */
  async function done(kind: string, body: object = {}) {
    const { status, data } = await post(`ingram/${kind}`, body)
    expect([status, data.run]).toMatchObject([202, { kind, status: "requested", source_id: "ingram" }])
    return eventually(async () => {
      const { run } = (await get(`/runs/${data.run.id}`)).data
      expect(run.ended_at).not.toBeNull()
      return run
    })
  }

  it("import, sync, hold back and let through, as an admin does it over HTTP", async () => {
    const { onApplicationStart, onApplicationPrepareShutdown } = ingram.module.__hooks
    await onApplicationStart()
    try {
      await ingram.put(FILE, [row(ean, { TN: 7 })], 3)
      expect(await done("discover")).toMatchObject({ status: "done", counts: { applied: 1 } })
      expect(await done("import")).toMatchObject({ status: "done" })
      expect((await get("/ingram/titles?sync_status=imported")).data).toMatchObject({
        ...{ count: 1, limit: 50, offset: 0 },
        titles: [{ ean13: ean, on_hand: 7 }],
      })
      await ingram.put(FILE, [row(ean, { TN: 9 }), row(ean, { TN: 8 })], 2)
      const dry = await done("sync", { dry_run: true, override_reason: "To look." })
      expect(dry).toMatchObject({ status: "done", is_dry_run: true, counts: { staged: 1 } })
      const run = await done("sync")
      expect(run.status).toBe("guarded")
      expect((await get(`/runs/${run.id}/changes`)).data).toMatchObject({
        ...{ count: 1 },
        changes: [{ ean13: ean, before: { on_hand: 7 }, after: { on_hand: 9 }, applied_at: null }],
      })
      expect((await get(`/runs/${run.id}/rejects`)).status).toBe(200)
      const overridden = await post(`runs/${run.id}/override`, { reason: "The first row is right." })
      expect([overridden.status, overridden.data.run.override_reason]).toEqual([
        202,
        "The first row is right.",
      ])
      await eventually(async () =>
        expect((await get(`/runs/${run.id}`)).data.run).toMatchObject({
          status: "done",
          counts: { applied: 1 },
        })
      )
      expect(told(await post(`runs/${run.id}/override`, { reason: "Again" }))).toEqual([
        409,
        "run_not_guarded",
      ])
      expect(told(await post(`runs/${run.id}/stop`))).toEqual([409, "run_state"])
      expect((await get("/ingram/runs?kind=sync&status=done")).data.count).toBe(2)
    } finally {
      await onApplicationPrepareShutdown()
    }
  })

  it("stop what is only wanted", async () => {
    const { run } = (await post("ingram/sync")).data
    expect((await post(`runs/${run.id}/stop`)).data.run).toMatchObject({ status: "stopped" })
    expect(told(await post(`runs/${run.id}/stop`))).toEqual([409, "run_state"])
  })

  it.each<[string, unknown, number, string]>([
    ["nobody/sync", {}, 404, "source_not_found"],
    ["nobody/setup", {}, 404, "source_not_found"],
    ["ingram/sync", { target: "poetry" }, 400, "unknown_search"],
    ["ingram/sync", { target: ["9780804429574"] }, 400, "invalid_isbn"],
    ["ingram/enrich", { target: ["9.78E+12"] }, 400, "invalid_isbn"],
    ["ingram/enrich", {}, 400, "target_required"],
    ["ingram/discover", { target: [] }, 400, "target_required"],
    ["ingram/import", { update_fields: ["title", "status"] }, 400, "invalid_parameter"],
    ["ingram/import", { update_fields: "title" }, 400, "invalid_body"],
    ["ingram/sync", { update_fields: ["title"] }, 400, "invalid_body"],
    ["ingram/import", { limit: 0 }, 400, "invalid_limit"],
    ["ingram/settle", { dry_run: true }, 400, "invalid_parameter"],
    ["ingram/import", { limit: "5" }, 400, "invalid_body"],
    ["ingram/sync", { dry_run: "yes" }, 400, "invalid_body"],
    ["ingram/sync", { isDryRun: true }, 400, "invalid_body"],
    ["ingram/sync", [], 400, "invalid_body"],
    ["ingram/setup", { name: "x" }, 400, "invalid_body"],
    ["runs/none/override", { reason: "Because." }, 404, "run_not_found"],
    ["runs/none/override", {}, 400, "invalid_body"],
    ["runs/none/override", { reason: "" }, 400, "invalid_body"],
    ["runs/none/stop", {}, 404, "run_not_found"],
  ])("refuse POST %s %j with %i %s, and note no run", async (path, body, status, code) => {
    expect(told(await post(path, body))).toEqual([status, code])
    expect((await ingram.module.listRuns()).count).toBe(0)
  })

  it.each([
    ["/nobody/titles", 404, "source_not_found"],
    ["/nobody/runs", 404, "source_not_found"],
    ["/runs/none", 404, "run_not_found"],
    ["/runs/none/changes", 404, "run_not_found"],
    ["/runs/none/rejects", 404, "run_not_found"],
    ["?page=2", 400, "unknown_parameter"],
    ["/ingram/titles?limit=0", 400, "invalid_limit"],
    ["/ingram/titles?limit=201", 400, "invalid_limit"],
    ["/ingram/titles?sync_status=gone", 400, "invalid_status"],
    ["/ingram/titles?is_flagged=1", 400, "invalid_parameter"],
    ["/ingram/runs?kind=steal", 400, "invalid_parameter"],
  ])("refuse GET %s with %i %s", async (path, status, code) => {
    expect(told(await get(path))).toEqual([status, code])
  })

  it("refuse to discover all of what is looked up title by title: that has no list of all", async () => {
    await ingram.close()
    const searches = { frontlist: { from: "frontlist.csv" } }
    ingram = await Ingram.open(booted, { feed: { kind: "ingram_ipage", searches } })
    const refused = await post("ingram/discover", { target: "all" })
    expect([refused.status, refused.data]).toMatchObject([
      400,
      { code: "target_required", message: expect.stringContaining("a saved search (frontlist) or ISBNs") },
    ])
    expect(told(await post("ingram/discover"))).toEqual([400, "target_required"])
    expect((await ingram.module.listRuns()).count).toBe(0)
    expect((await post("ingram/discover", { target: "frontlist" })).status).toBe(202)
    expect((await get("")).data.sources[0]).toMatchObject({ default_target: "all" })
  })

  it("tell no credential, of a source nor of a run that fails at its door", async () => {
    await ingram.close()
    const sftp = { ...{ kind: "sftp", host: "127.0.0.1", port: 1 }, user: "shop", password: PASSWORD }
    ingram = await Ingram.open(booted, { feed: { kind: "ingram_stockv2", transport: sftp as never } })
    const { run } = (await post("ingram/sync")).data
    await expect(ingram.module.doRun(run.id)).rejects.toMatchObject({ name: "FeedError" })
    const answers = await Promise.all(["", "/ingram/runs", `/runs/${run.id}`].map(get))
    expect(answers[2]!.data.run).toMatchObject({ status: "failed", error: { code: "unreachable" } })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(JSON.stringify(answers.map(({ data }) => data))).not.toContain(PASSWORD)
  })
})
