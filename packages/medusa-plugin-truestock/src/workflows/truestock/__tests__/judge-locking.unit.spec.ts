import { judgeLocking } from "../judge-locking"

const redis = ["@medusajs/event-bus-redis"]

describe("Medusa's own locks", () => {
  it.each([
    ["in memory are right for one process", "in-memory", [], "ok"],
    ["in memory are wrong for several", "in-memory", redis, "warning"],
    ["shared are right for one", "locking-postgres", [], "ok"],
    ["shared are right for several", "locking-redis", redis, "ok"],
    ["that cannot be known are not judged", undefined, redis, "skipped"],
  ] as const)("%s", (_, locking_provider, shared_modules, status) => {
    expect(judgeLocking({ locking_provider, shared_modules: [...shared_modules] }).status).toBe(status)
  })

  it("are warned of with what speaks for several processes", () => {
    expect(judgeLocking({ locking_provider: "in-memory", shared_modules: redis })).toMatchObject({
      name: "locking",
      count: 1,
      examples: redis,
    })
  })
})
