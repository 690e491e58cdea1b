import { barLayout, fitted } from "../bar-layout"

describe("A chart of bars", () => {
  it("begins every bar at zero, also where some are below it", () => {
    const { x, zero, names, width } = barLayout([-2, 6], 600)
    expect(x(-2)).toBeLessThan(zero)
    expect(x(6)).toBeGreaterThan(zero)
    expect(x(-2)).toBeGreaterThan(names)
    expect(x(6)).toBeLessThan(width)
  })

  it("leaves room for bars on a narrow screen, and is as high as it has bars", () => {
    const narrow = barLayout([1, 2, 3], 320)
    expect(narrow.x(3) - narrow.zero).toBeGreaterThan(80)
    expect(barLayout([1], 320).height).toBeLessThan(narrow.height)
    expect(narrow.top(2)).toBeLessThan(narrow.bottom)
  })

  it("cuts a long name and no other", () => {
    expect(fitted("The Wind-Up Bird Chronicle", 80)).toBe("The Wind-Up…")
    expect(fitted("Short", 80)).toBe("Short")
  })
})
