import fc from "fast-check"
import { courseOf } from "../describe"
import { pointAt } from "../point-at"
import { linearScale } from "../scale"
import { stepPath } from "../step-path"

describe("A step line", () => {
  it("keeps a value until the next one begins", () => {
    const spots = [
      { x: 0, y: 10 },
      { x: 50, y: 4.26 },
      { x: 100, y: 4.26 },
    ]
    expect(stepPath(spots)).toBe("M0 10H50V4.3H100V4.3")
  })

  it("without spots is empty", () => {
    expect(stepPath([])).toBe("")
  })
})

describe("A scale", () => {
  it("maps the ends of the domain onto the ends of the range, also the other way round", () => {
    const y = linearScale([-10, 30], [200, 0])
    expect([y(-10), y(0), y(30)]).toEqual([200, 150, 0])
  })

  it("puts a domain without extent into the middle", () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50)
  })
})

describe("The point at a time", () => {
  const times = [100, 200, 200, 300]

  it.each([
    [50, 0],
    [100, 0],
    [199, 0],
    [200, 2],
    [299, 2],
    [300, 3],
    [1000, 3],
  ])("at %i is number %i: the last one that is not after it", (time, index) => {
    expect(pointAt(times, time)).toBe(index)
  })

  it("agrees with looking at every point", () => {
    const sorted = fc.array(fc.nat(1000), { minLength: 1 }).map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(sorted, fc.nat(1000), (times, time) => {
        const looked = times.findLastIndex((at) => at <= time)
        expect(pointAt(times, time)).toBe(Math.max(looked, 0))
      })
    )
  })
})

describe("The course of a line in words", () => {
  it("says where it begins and ends and how far it goes", () => {
    expect(courseOf([4, -2, 9, 3])).toEqual({ first: 4, last: 3, lowest: -2, highest: 9 })
  })

  it("lies at zero where there are no values", () => {
    expect(courseOf([])).toEqual({ first: 0, last: 0, lowest: 0, highest: 0 })
  })
})
