import fc from "fast-check"
import { TruestockError } from "../../../errors"
import { parsePolicy } from "../policy-input"
import { refusalOf } from "./refusal-of"

const parse = (input: Record<string, unknown>) => parsePolicy({ product_id: "prod_1", ...input })

const refusal = (input: Record<string, unknown>) => refusalOf(parse, input)

describe("A policy", () => {
  it("is split into whom it is for and the columns that change", () => {
    expect(parse({ variant_id: "variant_1", location_id: "sloc_1", safety_stock: 3 })).toEqual({
      scope: { product_id: "prod_1", variant_id: "variant_1", location_id: "sloc_1" },
      columns: { safety_stock: 3 },
    })
  })

  it("changes only what is named: null clears, what is left out stays", () => {
    expect(parse({ backorder_limit: null, allow_preorder: false, safety_stock: undefined }).columns).toEqual({
      backorder_limit: null,
      allow_preorder: false,
    })
  })

  it.each([{}, { variant_id: "variant_1" }, { variant_id: "variant_1", location_id: "sloc_1" }])(
    "that says nothing (%j) is refused: there is nothing to change",
    (scope) => {
      expect(refusal(scope)).toMatchObject({
        code: "invalid_policy",
        message: expect.stringContaining("low_stock_threshold"),
      })
      expect(refusal({ ...scope, safety_stock: undefined }).code).toBe("invalid_policy")
    }
  )

  it("stores a lead time in two columns, and clears both", () => {
    expect(parse({ lead_time_days: { min: 2, max: 5 } }).columns).toEqual({
      lead_time_min_days: 2,
      lead_time_max_days: 5,
    })
    expect(parse({ lead_time_days: null }).columns).toEqual({
      lead_time_min_days: null,
      lead_time_max_days: null,
    })
  })

  it.each([
    [new Date("2027-03-01T00:00:00.000Z"), "2027-03-01T00:00:00.000Z"],
    ["2027-03-01", "2027-03-01T00:00:00.000Z"],
    ["2027-03-01T10:00:00+02:00", "2027-03-01T08:00:00.000Z"],
  ])("takes %j for the moment %s", (release_date, moment) => {
    expect(parse({ release_date }).columns).toEqual({ release_date: new Date(moment) })
  })

  it.each([
    ["product_id", ""],
    ["product_id", 7],
    ["variant_id", ""],
    ["low_stock_threshold", -1],
    ["low_stock_threshold", 1.5],
    ["safety_stock", "3"],
    ["backorder_limit", 2_147_483_648],
    ["lead_time_days", { min: 5, max: 3 }],
    ["lead_time_days", { min: 1 }],
    ["release_date", "soon"],
    ["release_date", "2027-02-30"],
    ["release_date", "2027-03-01T10:00:00"],
    ["release_date", "0000-06-01"],
    ["release_date", "9999-12-31"],
    ["release_date", new Date(8.64e15)],
    ["release_date", ["2027-03-01"]],
    ["variant_id", ["variant_1"]],
    ["variant_id", "x".repeat(256)],
    ["strict_on_sale_date", 1_800_000_000],
    ["allow_preorder", "yes"],
    ["discontinued", 1],
    ["not_for_sale", ""],
    ["not_for_sale", true],
    ["not_for_sale", "a\u0000b"],
    ["variant_id", "a\u0000b"],
    ["not_for_sal", "recalled"],
    ["x".repeat(90), 1],
    ["set_by", { id: "user_1" }],
    ["constructor", 1],
  ])("is refused with %s = %j, and the message says which", (name, value) => {
    const error = refusal({ [name]: value })
    expect(error.code).toBe("invalid_policy")
    expect(error.message).toContain(name)
    expect(error.message).toContain(JSON.stringify(value).slice(0, 100))
    expect(error.message.length).toBeLessThan(500)
  })

  it("for a location needs the variant too", () => {
    expect(refusal({ location_id: "sloc_1" })).toMatchObject({
      code: "invalid_policy",
      message: expect.stringContaining('"sloc_1"'),
    })
  })

  it("is accepted or refused as invalid_policy, whatever is given", () => {
    const names = [
      "product_id",
      "variant_id",
      "location_id",
      "safety_stock",
      "lead_time_days",
      "release_date",
    ]
    const anyInput = fc.record(
      Object.fromEntries([...names, "not_for_sale", "other"].map((name) => [name, fc.anything()])),
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(anyInput, fc.anything()), (input) => {
        try {
          parsePolicy(input as never)
        } catch (error) {
          if (!(error instanceof TruestockError)) throw error
          expect(error.code).toBe("invalid_policy")
        }
      })
    )
  })
})
