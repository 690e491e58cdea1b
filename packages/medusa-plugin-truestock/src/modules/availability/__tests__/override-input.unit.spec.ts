import fc from "fast-check"
import { TruestockError } from "../../../errors"
import { LONGEST_NOTE, parseOverride } from "../override-input"
import { AvailabilityStatus, BEST_FIRST } from "../status"
import { refusalOf } from "./refusal-of"

const parse = (input: Record<string, unknown>) =>
  parseOverride({ product_id: "prod_1", status: AvailabilityStatus.IN_STOCK, ...input })

const refusal = (input: Record<string, unknown>) => refusalOf(parse, input)

describe("An override", () => {
  it("is for the whole product and all channels, without a note or an end, unless said otherwise", () => {
    expect(parse({})).toEqual({
      product_id: "prod_1",
      variant_id: null,
      sales_channel_id: null,
      status: "in_stock",
      notes: null,
      note_visible: false,
      set_by: null,
      expires_at: null,
    })
  })

  it("keeps everything that is said", () => {
    const said = {
      variant_id: "variant_1",
      sales_channel_id: "sc_1",
      status: "preorder",
      notes: "Reprint in May",
      note_visible: true,
      set_by: "user_1",
      expires_at: new Date("2027-03-01T00:00:00.000Z"),
    }
    expect(parse(said)).toEqual({ product_id: "prod_1", ...said })
  })

  it("takes its end as a date or an ISO time", () => {
    const end = new Date("2027-03-01T08:00:00.000Z")
    expect(parse({ expires_at: end }).expires_at).toEqual(end)
    expect(parse({ expires_at: "2027-03-01T10:00:00+02:00" }).expires_at).toEqual(end)
  })

  it.each(BEST_FIRST)("may be to %s", (status) => {
    expect(parse({ status }).status).toBe(status)
  })

  it.each(["IN_STOCK", "sold_out", "any", "", " in_stock", null, 3, ["in_stock"], { $ne: "x" }, "__proto__"])(
    "to the unknown status %j is refused, with the ones there are",
    (status) => {
      const error = refusal({ status })
      expect(error.code).toBe("invalid_status")
      expect(error.message).toContain(JSON.stringify(status))
      for (const known of BEST_FIRST) expect(error.message).toContain(known)
    }
  )

  it("may have a note of the longest length, and none that is longer", () => {
    expect(parse({ notes: "x".repeat(LONGEST_NOTE) }).notes).toHaveLength(LONGEST_NOTE)
    expect(refusal({ notes: "x".repeat(LONGEST_NOTE + 1) })).toMatchObject({
      code: "invalid_notes",
      message: expect.stringContaining('"xxx'),
    })
  })

  it.each([5, true, ["a"], { text: "a" }])("with the note %j, which is no text, is refused", (notes) => {
    const error = refusal({ notes })
    expect(error.code).toBe("invalid_notes")
    expect(error.message).toContain(JSON.stringify(notes))
  })

  it("with a note that the database cannot store is refused", () => {
    expect(refusal({ notes: "a\u0000b" }).code).toBe("invalid_notes")
  })

  it("with an end that is no date is refused", () => {
    expect(refusal({ expires_at: "tomorrow" })).toMatchObject({
      code: "invalid_expiry",
      message: expect.stringContaining('"tomorrow"'),
    })
  })

  it.each([[true], [1_800_000_000_000], [["2027-03-01"]], [{ toString: [] }]])(
    "with the end %j, which is neither a date nor a text, is refused",
    (expires_at) => {
      const error = refusal({ expires_at })
      expect(error.code).toBe("invalid_expiry")
      expect(error.message).toContain(JSON.stringify(expires_at))
    }
  )

  it("is accepted or refused with a code, whatever is given", () => {
    const codes = ["invalid_status", "invalid_notes", "invalid_expiry"]
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (status, notes, expires_at) => {
        const inputs = [{ status }, { notes }, { expires_at }, { status, notes, expires_at }]
        for (const input of inputs) {
          try {
            parse(input)
          } catch (error) {
            if (!(error instanceof TruestockError)) throw error
            expect(codes).toContain(error.code)
          }
        }
      }),
      { numRuns: 1000 }
    )
  })
})
