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

  it.each([
    ...[
      "tomorrow",
      "",
      "5",
      "2027-02-30",
      "2027-13-01",
      "2027-03-01T10:00:00",
      "03/01/2027",
      "infinity",
      "now",
    ],
    ...["0000-01-01", "9999-12-31T23:59:59-12:00", "+010000-01-01T00:00:00Z", "2027-03-01\0"],
  ])("with the end %j, which is no date, is refused", (expires_at) => {
    expect(refusal({ expires_at })).toMatchObject({
      code: "invalid_expiry",
      message: expect.stringContaining(JSON.stringify(expires_at)),
    })
  })

  it.each([new Date(Number.NaN), new Date(8.64e15)])("with the end %p is refused", (expires_at) => {
    expect(refusal({ expires_at }).code).toBe("invalid_expiry")
  })

  it.each([[true], [1_800_000_000_000], [["2027-03-01"]], [{ toString: [] }]])(
    "with the end %j, which is neither a date nor a text, is refused",
    (expires_at) => {
      const error = refusal({ expires_at })
      expect(error.code).toBe("invalid_expiry")
      expect(error.message).toContain(JSON.stringify(expires_at))
    }
  )

  it.each(
    ["variant_id", "sales_channel_id", "set_by"].flatMap((name) =>
      [5, "", true, ["a"], { $ne: "a" }, "a\0b", "x".repeat(256)].map((value) => [name, value] as const)
    )
  )("with %s = %j, which is no id, is refused", (name, value) => {
    const error = refusal({ [name]: value })
    expect(error.code).toBe("invalid_override")
    expect(error.message).toContain(name)
    expect(error.message).toContain(JSON.stringify(value).slice(0, 100))
    expect(error.message.length).toBeLessThan(200)
  })

  it.each(["true", 1, ["a"], {}])("whose note is visible %j is refused", (note_visible) => {
    const error = refusal({ note_visible })
    expect(error.code).toBe("invalid_override")
    expect(error.message).toContain(JSON.stringify(note_visible))
  })

  it("is accepted or refused with a code, whatever is given", () => {
    const codes = ["invalid_status", "invalid_notes", "invalid_expiry", "invalid_override"]
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (status, notes, expires_at) => {
        const ids = { variant_id: status, sales_channel_id: notes, note_visible: expires_at }
        const inputs = [{ status }, { notes }, { expires_at }, { status, notes, expires_at }, ids]
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
