import { refusalOf } from "../../availability/__tests__/refusal-of"
import { movementCursor } from "../movement-cursor"
import { assertFilters, parsePage } from "../movement-input"
import { parseShortfalls } from "../shortfall-input"

const NO_MOMENT = new Date("never")

describe("A page of movements", () => {
  it("is the first 50, newest first, when nothing is said", () => {
    expect(parsePage({})).toEqual({ order: "-id", limit: 50, after: null })
  })

  it("goes on where a cursor says", () => {
    expect(parsePage({ order: "id", limit: 500, cursor: movementCursor("id", "12") })).toEqual({
      order: "id",
      limit: 500,
      after: "12",
    })
  })

  it.each([0, -1, 501, 1.5, NaN, Infinity, -Infinity, "50" as never, null as never])(
    "is refused with the limit %s",
    (limit) => {
      const refusal = refusalOf(parsePage, { limit })
      expect(refusal.code).toBe("invalid_limit")
      expect(refusal.message).toContain("from 1 to 500")
    }
  )

  it.each(["", "created_at", "--id", "ID", "id; drop table stock_movement", "__proto__", null])(
    "is refused in the order %j",
    (order) => {
      expect(refusalOf(parsePage, { order: order as never }).code).toBe("invalid_order")
    }
  )

  it("is refused with a broken cursor, an empty one too", () => {
    for (const cursor of ["", "abc", 5 as never]) {
      expect(refusalOf(parsePage, { cursor }).code).toBe("invalid_cursor")
    }
  })
})

describe("Filters of movements", () => {
  it("may begin and end at the same moment", () => {
    const moment = new Date()
    expect(() => assertFilters({ from: moment, to: moment })).not.toThrow()
  })

  it("are refused with a date that is none", () => {
    for (const filters of [{ from: NO_MOMENT }, { to: NO_MOMENT }, { from: "2026-01-01" as never }]) {
      expect(refusalOf(assertFilters, filters).code).toBe("invalid_date")
    }
  })

  it("are refused when they end before they begin, and the message says both", () => {
    const refusal = refusalOf(assertFilters, { from: new Date(2000), to: new Date(1000) })
    expect(refusal.code).toBe("invalid_date")
    expect(refusal.message).toContain("1970-01-01T00:00:02.000Z")
    expect(refusal.message).toContain("1970-01-01T00:00:01.000Z")
  })

  it("are refused with text that the database cannot hold", () => {
    const filters = { actor_id: "a\0b" } as object
    expect(refusalOf(assertFilters, filters).code).toBe("invalid_parameter")
  })
})

describe("A question for shortfalls", () => {
  it("is for the first 20 open ones, when nothing is said", () => {
    expect(parseShortfalls({})).toEqual({ status: "open", limit: 20, offset: 0 })
  })

  it.each([
    [{ status: "closed" as never }, "invalid_status"],
    [{ status: null as never }, "invalid_status"],
    [{ limit: 0 }, "invalid_limit"],
    [{ limit: 101 }, "invalid_limit"],
    [{ limit: NaN }, "invalid_limit"],
    [{ offset: -1 }, "invalid_offset"],
    [{ offset: 0.5 }, "invalid_offset"],
    [{ offset: Infinity }, "invalid_offset"],
    [{ location_id: "\0" }, "invalid_parameter"],
  ])("is refused with %j as %s", (asked, code) => {
    expect(refusalOf(parseShortfalls, asked).code).toBe(code)
  })
})
