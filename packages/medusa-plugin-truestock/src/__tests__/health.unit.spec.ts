import { type CheckDefinition, runChecks, worstOf } from "../health"

const fine: CheckDefinition<string> = {
  name: "fine",
  run: async (on, examples) => ({ status: "ok", summary: `${on} ${examples}` }),
}
const thorough: CheckDefinition<string> = { ...fine, name: "thorough", deep: true }
const failing: CheckDefinition<string> = {
  name: "failing",
  run: async () => {
    throw new Error("select 1 - the disk is full")
  },
}

describe("checks", () => {
  it("are each told what to look at and how many examples to name", async () => {
    expect(await runChecks([fine], "shop", { deep: false, examples: 3 })).toEqual([
      { name: "fine", status: "ok", summary: "shop 3" },
    ])
  })

  it("are skipped where they are deep and nobody asked for it", async () => {
    const [skipped] = await runChecks([thorough], "shop", { deep: false, examples: 3 })
    expect(skipped).toMatchObject({ name: "thorough", status: "skipped" })
    const [done] = await runChecks([thorough], "shop", { deep: true, examples: 3 })
    expect(done).toMatchObject({ status: "ok" })
  })

  it("keep no other from running when they fail, and say why in the database's words", async () => {
    expect(await runChecks([failing, fine], "shop", { deep: false, examples: 3 })).toEqual([
      { name: "failing", status: "error", summary: "Could not be checked: the disk is full" },
      { name: "fine", status: "ok", summary: "shop 3" },
    ])
  })
})

describe("the worst of several", () => {
  it.each([
    [[], "ok"],
    [["ok", "skipped"], "ok"],
    [["ok", "warning", "skipped"], "warning"],
    [["warning", "error", "ok"], "error"],
  ] as const)("of %j is %s", (statuses, worst) => {
    expect(worstOf(statuses.map((status) => ({ status })))).toBe(worst)
  })
})
