import { timeTicks } from "../time-axis"

const to = new Date(2026, 10, 21, 14, 30)
const daysBefore = (days: number) => {
  const date = new Date(to)
  date.setDate(date.getDate() - days)
  return date
}

describe("The time axis", () => {
  it.each([
    [7, 9, 7, 1],
    [30, 9, 6, 5],
    [90, 9, 7, 14],
    [90, 3, 3, 30],
  ])("of %i days with room for %i has %i ticks, each %i days apart", (days, room, count, apart) => {
    const ticks = timeTicks(daysBefore(days), to, room)
    expect(ticks).toHaveLength(count)
    const next = new Date(ticks[0]!)
    next.setDate(next.getDate() + apart)
    expect(ticks[1]).toEqual(next)
  })

  it("has its ticks at midnights within the span, the last one today", () => {
    const ticks = timeTicks(daysBefore(30), to, 9)
    expect(ticks.every((tick) => tick.getHours() === 0 && tick >= daysBefore(30) && tick <= to)).toBe(true)
    expect(ticks.at(-1)).toEqual(new Date(2026, 10, 21))
  })

  it("stays at midnight where a day has 23 or 25 hours", () => {
    const ticks = timeTicks(new Date(2026, 2, 1), new Date(2026, 10, 21), 40)
    expect(ticks.map((tick) => tick.getHours())).toEqual(ticks.map(() => 0))
  })

  it("has no tick where no midnight is", () => {
    expect(timeTicks(new Date(2026, 10, 21, 9), new Date(2026, 10, 21, 17), 9)).toEqual([])
  })
})
