import fc from "fast-check"
import { quoted, TRUESTOCK_ERRORS, TruestockError, type TruestockErrorCode } from "../errors"

describe("An error of the plugin", () => {
  it.each(Object.entries(TRUESTOCK_ERRORS))("%s has its code and Medusa's type %s", (code, type) => {
    expect(new TruestockError(code as TruestockErrorCode, "Why.")).toMatchObject({
      code,
      type,
      message: "Why.",
    })
  })
})

describe("A quoted value", () => {
  it("is written as JSON, so that a text is told from a number", () => {
    expect([quoted("5"), quoted(5), quoted({ $ne: 1 })]).toEqual(['"5"', "5", '{"$ne":1}'])
  })

  it("that JSON does not know is written as a text", () => {
    expect(quoted(undefined)).toBe("undefined")
  })

  it("is cut, so that a megabyte of input is not echoed", () => {
    expect(quoted("x".repeat(1_000_000))).toBe(`"${"x".repeat(99)}…`)
  })

  it("is never long, whatever it is", () => {
    fc.assert(fc.property(fc.anything(), (value) => quoted(value).length <= 101))
  })
})
