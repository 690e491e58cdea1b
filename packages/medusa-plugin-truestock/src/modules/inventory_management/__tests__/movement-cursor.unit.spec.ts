import fc from "fast-check"
import { refusalOf } from "../../availability/__tests__/refusal-of"
import { idOfCursor, MOVEMENT_ORDERS, movementCursor } from "../movement-cursor"

const HIGHEST_ID = 2n ** 63n - 1n
const encoded = (text: string) => Buffer.from(text).toString("base64url")
const newestFirst = (cursor: string) => idOfCursor(cursor, "-id")
const oldestFirst = (cursor: string) => idOfCursor(cursor, "id")

describe("A cursor", () => {
  it("leads back to the id it was made of, in its order", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, HIGHEST_ID), fc.constantFrom(...MOVEMENT_ORDERS), (id, order) => {
        const cursor = movementCursor(order, String(id))
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(idOfCursor(cursor, order)).toBe(String(id))
      })
    )
  })

  it("is refused in the other order, and the message says which is its own", () => {
    const refusal = refusalOf(newestFirst, movementCursor("id", "7"))
    expect(refusal.code).toBe("invalid_cursor")
    expect(refusal.message).toContain("order id, not -id")
    expect(refusalOf(oldestFirst, movementCursor("-id", "7")).code).toBe("invalid_cursor")
  })

  it.each([
    ["nothing", ""],
    ["random text", "hello"],
    ["a plain id", "12"],
    ["base64 of a plain id", encoded("12")],
    ["a negative id", encoded("1:-id:-5")],
    ["id zero", encoded("1:-id:0")],
    ["an id with leading zeros", encoded("1:-id:007")],
    ["a broken number", encoded("1:-id:1.5")],
    ["an exponent", encoded("1:-id:1e3")],
    ["NaN", encoded("1:-id:NaN")],
    ["no id", encoded("1:-id:")],
    ["an id beyond bigint", encoded(`1:-id:${HIGHEST_ID + 1n}`)],
    ["a huge id", encoded(`1:-id:${"9".repeat(400)}`)],
    ["another version", encoded("2:-id:5")],
    ["no version", encoded("-id:5")],
    ["more than there should be", encoded("1:-id:5:6")],
    ["SQL", encoded("1:-id:5; drop table stock_movement")],
    ["a zero byte", encoded("1:-id:5\0")],
    ["padding", `${movementCursor("-id", "5")}=`],
    ["blanks", ` ${movementCursor("-id", "5")}`],
    ["bytes that are no text", Buffer.from([0xff, 0xfe]).toString("base64url")],
    ["a name of the prototype", "__proto__"],
  ])("of %s is refused", (_, cursor) => {
    expect(refusalOf(newestFirst, cursor).code).toBe("invalid_cursor")
  })

  it("is refused as invalid_cursor or is one of ours, whatever is given", () => {
    const anything = fc.oneof(fc.string(), fc.base64String(), fc.string().map(encoded), fc.anything())
    fc.assert(
      fc.property(anything, (cursor) => {
        try {
          expect(movementCursor("-id", idOfCursor(cursor as string, "-id"))).toBe(cursor)
        } catch (error) {
          expect((error as { code?: string }).code).toBe("invalid_cursor")
          expect((error as Error).message.length).toBeLessThan(300)
        }
      })
    )
  })
})
