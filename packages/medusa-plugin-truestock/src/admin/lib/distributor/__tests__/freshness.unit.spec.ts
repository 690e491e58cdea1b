import { formatSpan, freshnessOf } from "../freshness"

const now = Date.parse("2027-10-01T12:00:00Z")
const source = { limit_seconds: 6 * 3_600, grace_seconds: 24 * 3_600 }
const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString()

describe("Figures of a distributor", () => {
  it.each([
    [0, "fresh"],
    [6, "fresh"],
    [6.01, "old"],
    [30, "old"],
    [30.01, "silent"],
  ])("that are %d hours old are %s, with a limit of 6 hours and a grace time of 24", (hours, freshness) => {
    expect(freshnessOf(ago(hours), source, now)).toBe(freshness)
  })

  it("of which nobody said when they are, are neither fresh nor old", () => {
    expect(freshnessOf(null, source, now)).toBe("unknown")
  })

  it("of a source without a grace time are not believed from its limit on", () => {
    expect(freshnessOf(ago(7), { ...source, grace_seconds: 0 }, now)).toBe("silent")
  })
})

describe("A span of time", () => {
  it.each([
    [6 * 3_600, "6 hours"],
    [3_600, "1 hour"],
    [5_400, "90 minutes"],
    [86_400, "1 day"],
    [36 * 3_600, "36 hours"],
    [90, "90 seconds"],
  ])("of %d seconds is %s", (seconds, text) => {
    expect(formatSpan(seconds, "en")).toBe(text)
  })

  it("is told in the operator's language", () => {
    expect(formatSpan(7_200, "de")).toBe("2 Stunden")
  })
})
