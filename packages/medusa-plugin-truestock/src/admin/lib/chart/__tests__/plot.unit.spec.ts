import { plotOf } from "../plot"

const point = (at: string, stocked: number, reserved: number) => ({
  at,
  stocked,
  reserved,
  available: stocked - reserved,
  incoming: 0,
})

const history = {
  from: "2026-10-22T12:00:00.000Z",
  to: "2026-11-21T12:00:00.000Z",
  points: [
    point("2026-10-22T12:00:00.000Z", 20, 0),
    point("2026-11-06T12:00:00.000Z", 5, 25),
    point("2026-11-21T12:00:00.000Z", 5, 25),
  ],
}

describe("The plot of a history", () => {
  it("keeps every line within its area, those below zero too", () => {
    const { area, x, y, times } = plotOf(history, { width: 700, height: 240 })
    const heights = history.points.flatMap((p) => [p.stocked, p.reserved, p.available]).map(y)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(area.top)
    expect(Math.max(...heights)).toBeLessThanOrEqual(area.bottom)
    expect(times.map(x)).toEqual([area.left, (area.left + area.right) / 2, area.right])
  })

  it("makes room for long quantities, and has fewer days where it is narrow", () => {
    const wide = plotOf(history, { width: 700, height: 240 })
    const long = {
      ...history,
      points: [point(history.from, 12_000_000, 0), point(history.to, 12_000_000, 0)],
    }
    expect(plotOf(long, { width: 700, height: 240 }).area.left).toBeGreaterThan(wide.area.left)
    expect(plotOf(history, { width: 260, height: 240 }).timeTicks.length).toBeLessThan(wide.timeTicks.length)
  })
})
