import { fromLocalInput, toLocalInput } from "../local-moment"

describe("A moment in a form", () => {
  it("is written in the operator's own time zone, to the minute", () => {
    expect(toLocalInput(new Date(2027, 2, 5, 8, 7, 59, 999))).toBe("2027-03-05T08:07")
    expect(toLocalInput(new Date(2027, 9, 31, 23, 30))).toBe("2027-10-31T23:30")
  })

  it("is read as it was written", () => {
    expect(fromLocalInput("2027-03-05T08:07")).toEqual(new Date(2027, 2, 5, 8, 7))
    const now = new Date(2027, 5, 1, 12, 0)
    expect(fromLocalInput(toLocalInput(now))).toEqual(now)
  })

  it("is none where there is nothing", () => {
    expect(toLocalInput(null)).toBe("")
    expect(fromLocalInput("")).toBeNull()
  })
})
