import fc from "fast-check"
import { quantityAxis } from "../quantity-axis"

describe("The quantity axis", () => {
  it.each([
    [
      [0, 50, 32],
      [0, 20, 40, 60],
    ],
    [
      [-8, 0, 12],
      [-10, -5, 0, 5, 10, 15],
    ],
    [[3], [0, 1, 2, 3]],
    [[1_000_000], [0, 500_000, 1_000_000]],
    [
      [0.25, 0.1],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [-4, -2],
      [-4, -3, -2, -1, 0],
    ],
  ])("for %j has ticks at %j", (values, ticks) => {
    expect(quantityAxis(values).ticks).toEqual(ticks)
  })

  it.each([[[]], [[0]], [[0, 0, 0]]])("has an extent even where there is nothing: %j", (values) => {
    expect(quantityAxis(values)).toEqual({ domain: [0, 1], ticks: [0, 1] })
  })

  it("holds zero and every value, at ticks that ascend evenly, and whole ones for whole quantities", () => {
    const quantities = fc.array(fc.integer({ min: -1_000_000, max: 10_000_000 }), { minLength: 1 })
    fc.assert(
      fc.property(quantities, (values) => {
        const { domain, ticks } = quantityAxis(values)
        expect(domain[0]).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(ticks).toContain(0)
        expect(ticks.every(Number.isInteger)).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(7)
        const steps = new Set(ticks.slice(1).map((tick, i) => tick - ticks[i]!))
        expect(steps.size).toBe(1)
      })
    )
  })
})
