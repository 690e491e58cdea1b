import { readFileSync } from "node:fs"
import { join } from "node:path"
import { FEED_ERRORS } from "truestock-distributor-feeds"
import { RUN_STATUSES } from "../../../../modules/distributor/runs/run"
import { FLAG_REASONS, SYNC_STATUSES } from "../../../../modules/distributor/titles/title"
import i18n from "../../../i18n"
import { Refusal } from "../../refusal"
import { FRESHNESSES } from "../freshness"
import { distributorRefusalKey, TOLD_REFUSALS } from "../refusal-key"
import { blockedBy, SOURCE_ACTIONS } from "../source-actions"

const { distributor } = i18n.en.translation.truestock

describe("A source without a stock location", () => {
  it("can be discovered, and nothing else", () => {
    const blocked = SOURCE_ACTIONS.map((kind) => blockedBy(kind, { location_id: null }, false))
    expect(blocked).toEqual([undefined, "needsSetUp", "needsSetUp", "needsSetUp"])
  })
})

describe("A source that is looked up title by title", () => {
  const ipage = { location_id: "sloc_1", feed: "ingram_ipage" as const, default_target: "all" }

  it("can be discovered from a saved search alone, that is chosen or its default", () => {
    expect(blockedBy("discover", ipage, false)).toBe("needsSearch")
    expect(blockedBy("discover", ipage, false, "frontlist")).toBeUndefined()
    expect(blockedBy("discover", { ...ipage, default_target: "frontlist" }, false)).toBeUndefined()
    expect(blockedBy("sync", ipage, false)).toBeUndefined()
    expect(blockedBy("discover", { ...ipage, feed: "csv" }, false)).toBeUndefined()
  })
})

describe("A dry run", () => {
  it("is offered of everything but the inventory sync, which would write", () => {
    const blocked = SOURCE_ACTIONS.map((kind) => blockedBy(kind, { location_id: "sloc_1" }, true))
    expect(blocked).toEqual([undefined, undefined, undefined, "notDry"])
    expect(blockedBy("settle", { location_id: "sloc_1" }, false)).toBeUndefined()
  })
})

describe("A refusal is told", () => {
  it("by its code, and in the server's words where it has none of ours", () => {
    const refusal = (code: string | undefined, status = 409) => new Refusal("No.", status, code, {})
    expect(distributorRefusalKey(refusal("run_not_guarded"))).toBe("run_not_guarded")
    expect(distributorRefusalKey(refusal("run_gone_odd"))).toBe("other")
    expect(distributorRefusalKey(refusal(undefined, 502))).toBe("unanswered")
    expect(distributorRefusalKey(new TypeError("Failed to fetch"))).toBe("unanswered")
  })

  it("in a text for each code", () => {
    expect(Object.keys(distributor.refused)).toEqual([...TOLD_REFUSALS, "unanswered", "other"])
  })
})

describe("There is a text", () => {
  it("for every state of a run, of a title and of figures, and every reason of a flag", () => {
    expect(Object.keys(distributor.run.status)).toEqual([...RUN_STATUSES])
    expect(Object.keys(distributor.queue.status)).toEqual([...SYNC_STATUSES])
    expect(Object.keys(distributor.freshness)).toEqual([...FRESHNESSES])
    expect(Object.keys(distributor.changes.reason)).toEqual([...FLAG_REASONS])
  })

  it("for every guard", () => {
    const rules = join(__dirname, "../../../../modules/distributor/rules/judge-run.ts")
    const guards = [...readFileSync(rules, "utf8").matchAll(/verdict\(\s*"(\w+)"/g)].map(([, name]) => name!)
    expect(Object.keys(distributor.guard).sort()).toEqual([...new Set(guards)].sort())
  })

  it("for every error that ends a reading, but those that no run of an operator's ends with", () => {
    const told = Object.keys(distributor.failure)
    expect(Object.keys(FEED_ERRORS).filter((code) => !told.includes(code))).toEqual([
      "invalid_identifier",
      "aborted",
    ])
  })
})
