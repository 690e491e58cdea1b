import fc from "fast-check"
import { quantityAxis } from "../quantity-axis"

describe("The quantity axis", () => {
  it.each([
    { values: [0, 50, 32], ticks: [0, 10, 20, 30, 40, 50] },
    { values: [111, 96], ticks: [0, 25, 50, 75, 100, 125] },
    { values: [-8, 0, 12], ticks: [-10, -5, 0, 5, 10, 15] },
    { values: [12], ticks: [0, 5, 10, 15] },
    { values: [3], ticks: [0, 1, 2, 3] },
    { values: [1_000_000], ticks: [0, 200_000, 400_000, 600_000, 800_000, 1_000_000] },
    { values: [0.25, 0.1], ticks: [0, 0.05, 0.1, 0.15, 0.2, 0.25] },
    { values: [-4, -2], ticks: [-4, -3, -2, -1, 0] },
  ])("for $values has ticks at $ticks", ({ values, ticks }) => {
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
        expect(ticks.length).toBeLessThanOrEqual(8)
        const steps = new Set(ticks.slice(1).map((tick, i) => tick - ticks[i]!))
        expect(steps.size).toBe(1)
      })
    )
  })
})
