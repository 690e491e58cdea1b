import { judgeQueue } from "../judge-queue"

const empty = { waiting: 0, lag_seconds: null, oldest: [], failed: 0 }

describe("the change queue", () => {
  it.each([
    ["empty", {}, "ok"],
    ["with changes of this moment", { waiting: 3, lag_seconds: 0.4 }, "ok"],
    ["from before the time was noted", { waiting: 3, lag_seconds: null }, "ok"],
    ["just within ten seconds", { waiting: 1, lag_seconds: 9.4 }, "ok"],
    ["ten seconds behind", { waiting: 1, lag_seconds: 10 }, "warning"],
    ["with a change that failed", { failed: 1 }, "warning"],
    ["five minutes behind", { waiting: 10_000, lag_seconds: 300 }, "error"],
    ["five minutes behind, with failures", { waiting: 1, lag_seconds: 300, failed: 2 }, "error"],
  ] as const)("%s", (_, state, status) => {
    expect(judgeQueue({ ...empty, ...state }).status).toBe(status)
  })

  it("says how many wait, how long, and which are the oldest", () => {
    const { summary, count, examples } = judgeQueue({
      ...empty,
      ...{ waiting: 7, lag_seconds: 3600.4, oldest: ["product prod_1"] },
    })
    expect(summary).toContain("7 changes wait, the oldest for 3600 s")
    expect([count, examples]).toEqual([7, ["product prod_1"]])
  })
})
