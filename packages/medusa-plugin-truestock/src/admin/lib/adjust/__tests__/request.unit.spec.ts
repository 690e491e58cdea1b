import i18n from "../../../i18n"
import { isUnanswered, Refusal, refusalOf } from "../../refusal"
import { refusalText } from "../refusal-text"
import { randomKey, requestKeys } from "../request-keys"

const numbered = () => {
  let keys = 0
  return requestKeys(() => `key_${++keys}`)
}
const body = { adjustment: -3, expected_quantity: 12 }

describe("The key of an adjustment", () => {
  it("is the same for a double click and for a retry after a lost answer", () => {
    const keys = numbered()
    expect([keys.of(body), keys.of({ ...body })]).toEqual(["key_1", "key_1"])
  })

  it("is another one for other content, and the first again for the first content", () => {
    const keys = numbered()
    expect([keys.of(body), keys.of({ ...body, note: "Flood" }), keys.of(body)]).toEqual([
      ...["key_1", "key_2", "key_1"],
    ])
  })

  it("is another one after an answer, so that a refusal is judged again", () => {
    const keys = numbered()
    keys.of(body)
    keys.answered({ ...body })
    expect(keys.of(body)).toBe("key_2")
  })

  it("is nothing that anybody else has", () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(randomKey()).not.toBe(randomKey())
  })
})

describe("A refusal", () => {
  const refused = (code: string, about: object = {}) =>
    refusalOf(409, "Conflict", { code, type: "conflict", message: "What the server says.", ...about })

  it("keeps the code of the answer, and the numbers that it is about", () => {
    expect(refused("insufficient_inventory", { requested: 5, available: 2 })).toMatchObject({
      ...{ message: "What the server says.", status: 409, code: "insufficient_inventory" },
      about: { requested: 5, available: 2 },
    })
  })

  it.each([undefined, null, "<html>", [], { message: 7, code: 7 }])("can have a body of %j", (body) => {
    expect(refusalOf(502, "Bad Gateway", body)).toMatchObject({ message: "Bad Gateway", code: undefined })
  })

  it("leaves open what became of the request only where the server did not decide", () => {
    const open = [new TypeError("Failed to fetch"), refusalOf(500, "", {}), refused("key_in_use")]
    const decided = [refused("stale_quantity"), refused("key_reused"), refusalOf(401, "Unauthorized", {})]
    expect(open.map(isUnanswered)).toEqual([true, true, true])
    expect(decided.map(isUnanswered)).toEqual([false, false, false])
  })

  it("is told by its code, with the numbers that matter", () => {
    const seen = { expected: 12, stocked: 10 }
    expect(refusalText(refused("stale_quantity"), seen)).toMatchObject({ key: "stale_quantity", units: seen })
    const short = refused("insufficient_inventory", { requested: 5, available: -2 })
    expect(refusalText(short, seen)).toMatchObject({ units: { requested: 5, available: -2 } })
    expect(refusalText(new TypeError("Failed to fetch"), seen).key).toBe("unanswered")
  })

  it("without a text of ours is told in the server's words", () => {
    const told = refusalText(refused("key_reused"), { expected: 1, stocked: 1 })
    expect(told).toEqual({ key: "other", units: {}, message: "What the server says." })
  })

  it("has a text for whatever it is told by", () => {
    const errors = [
      ...["stale_quantity", "insufficient_inventory", "negative_stock", "unknown_level"].map((code) =>
        refused(code)
      ),
      new Refusal("", 400, "invalid_quantity", {}),
      ...[refused("anything"), new Error("Failed to fetch")],
    ]
    const told = errors.map((error) => refusalText(error, { expected: 1, stocked: 1 }).key)
    expect(told.sort()).toEqual(Object.keys(i18n.en.translation.truestock.adjust.refused).sort())
  })
})
