import type { Policy, PolicyAnswer, PolicyFields, Supply } from "../answers"
import { inherited } from "../inherited"
import { changedFields, leadTimeProblem, policyFields, policyForm } from "../policy-form"

const silent: PolicyFields = {
  low_stock_threshold: null,
  safety_stock: null,
  backorder_limit: null,
  lead_time_days: null,
  release_date: null,
  strict_on_sale_date: null,
  allow_preorder: null,
  discontinued: null,
  not_for_sale: null,
}

const policyOf = (
  variant_id: string | null,
  location_id: string | null,
  said: Partial<PolicyFields>
): Policy => ({
  ...silent,
  id: `avpol_${variant_id}_${location_id}`,
  product_id: "prod_1",
  variant_id,
  location_id,
  created_at: "2027-01-01T00:00:00.000Z",
  updated_at: "2027-01-01T00:00:00.000Z",
  ...said,
})

const supplyOf = (variant_id: string, said: Partial<Supply>): Supply => ({
  ...silent,
  variant_id,
  source: "ingram",
  as_of: null,
  ...said,
})

const full: PolicyFields = {
  low_stock_threshold: 0,
  safety_stock: 2,
  backorder_limit: 50,
  lead_time_days: { min: 3, max: 10 },
  release_date: "2027-10-07T00:00:00.000Z",
  strict_on_sale_date: "2027-10-06T22:00:00.000Z",
  allow_preorder: false,
  discontinued: true,
  not_for_sale: "recalled",
}

describe("The form of a policy", () => {
  it("holds every field and gives it back as it was", () => {
    expect(policyFields(policyForm(policyOf(null, null, full)))).toEqual(full)
  })

  it("inherits everything where there is no policy, or one that says nothing", () => {
    expect(policyFields(policyForm(undefined))).toEqual(silent)
    expect(policyFields(policyForm(policyOf(null, null, {})))).toEqual(silent)
  })

  it("tells no from inherit, and 0 from empty", () => {
    const form = policyForm(policyOf(null, null, { allow_preorder: false, low_stock_threshold: 0 }))
    expect([form.allow_preorder, form.discontinued]).toEqual(["no", "inherit"])
    expect([form.low_stock_threshold, form.safety_stock]).toEqual(["0", ""])
  })
})

describe("What is sent of a policy", () => {
  const before = policyForm(policyOf(null, null, full))

  it("is nothing when nothing was changed", () => {
    expect(changedFields(before, { ...before, not_for_sale: " recalled " })).toEqual({})
  })

  it("is what was changed, and null for what was emptied", () => {
    const form = { ...before, safety_stock: "5", backorder_limit: "", lead_time_min: "", lead_time_max: "" }
    expect(changedFields(before, { ...form, discontinued: "inherit", release_date: null })).toEqual({
      safety_stock: 5,
      backorder_limit: null,
      lead_time_days: null,
      discontinued: null,
      release_date: null,
    })
  })
})

describe("The days of a lead time", () => {
  it.each([
    ["", "", undefined],
    ["3", "3", undefined],
    ["0", "10", undefined],
    ["3", "", "incomplete"],
    ["", "3", "incomplete"],
    ["10", "3", "reversed"],
  ])("from %j to %j: %s", (lead_time_min, lead_time_max, problem) => {
    expect(leadTimeProblem({ ...policyForm(undefined), lead_time_min, lead_time_max })).toBe(problem)
  })
})

describe("What a field inherits", () => {
  const atLocation = { variant_id: "variant_1", location_id: "sloc_1" }
  const ofVariant = { variant_id: "variant_1", location_id: null }
  const ofProduct = { variant_id: null, location_id: null }
  const answer: PolicyAnswer = {
    policies: [
      policyOf(null, null, { safety_stock: 1, allow_preorder: false, low_stock_threshold: 4 }),
      policyOf("variant_1", null, { safety_stock: 2 }),
      policyOf("variant_1", "sloc_1", { safety_stock: 3 }),
      policyOf("variant_2", null, { backorder_limit: 9 }),
    ],
    supplies: [
      supplyOf("variant_1", { discontinued: true, allow_preorder: true }),
      supplyOf("variant_2", { not_for_sale: "restricted" }),
    ],
    resolved: {
      backorder_limit: { value: null, from: "default" },
      low_stock_threshold: { value: 4, from: "product" },
    },
  }

  it("at a location is what the variant says, else the product", () => {
    expect(inherited("safety_stock", atLocation, answer)).toEqual({ from: "variant", value: 2 })
    expect(inherited("allow_preorder", atLocation, answer)).toEqual({ from: "product", value: false })
  })

  it("for a variant is what the product says, never what another variant says", () => {
    expect(inherited("safety_stock", ofVariant, answer)).toEqual({ from: "product", value: 1 })
    expect(inherited("backorder_limit", ofVariant, answer)).toEqual({ from: "default", value: null })
  })

  it("for a variant and its locations is what the supplier says where no policy does", () => {
    expect(inherited("discontinued", ofVariant, answer)).toEqual({ from: "supply", value: true })
    expect(inherited("discontinued", atLocation, answer)).toEqual({ from: "supply", value: true })
    expect(inherited("allow_preorder", ofVariant, answer)).toEqual({ from: "product", value: false })
  })

  it("never comes from another variant's supplier, nor for the product from any", () => {
    expect(inherited("not_for_sale", ofVariant, answer).from).toBe("default")
    expect(inherited("discontinued", ofProduct, answer).from).toBe("default")
  })

  it("for the product is the default, whose value is known only where nobody said another", () => {
    expect(inherited("backorder_limit", ofProduct, answer)).toEqual({ from: "default", value: null })
    expect(inherited("low_stock_threshold", ofProduct, answer)).toEqual({ from: "default", value: undefined })
  })
})
