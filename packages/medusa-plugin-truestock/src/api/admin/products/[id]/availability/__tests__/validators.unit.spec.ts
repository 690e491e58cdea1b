import { refusalOf } from "../../../../../../modules/availability/__tests__/refusal-of"
import { parseHistoryQuery } from "../history/validators"
import { parsePolicyBody, parsePolicyQuery } from "../policy/validators"
import { parseOverrideBody, parseScopeQuery } from "../validators"

const LONG = "x".repeat(10_000)

/** An own property, as JSON has it, and not the prototype. */
const PROTO = JSON.parse(`{"__proto__":{"status":"in_stock"}}`)

describe("The body of an override or a policy", () => {
  it("is handed on as it stands: what it says is judged where it is set", () => {
    const override = {
      status: "sold",
      notes: 5,
      note_visible: 1,
      expires_at: [],
      variant_id: {},
      sales_channel_id: 0,
    }
    expect(parseOverrideBody(override)).toEqual(override)
    expect(parseOverrideBody({})).toEqual({})
    const policy = {
      variant_id: 1,
      location_id: 2,
      lead_time_days: "soon",
      not_for_sale: [],
      discontinued: null,
    }
    expect(parsePolicyBody(policy)).toEqual(policy)
  })

  const bodies: unknown[] = [undefined, null, "in_stock", 5, true, [], [{ status: "in_stock" }], LONG]
  it.each(bodies)("is refused when it is no object: %j", (body) => {
    for (const parse of [parseOverrideBody, parsePolicyBody]) {
      const refusal = refusalOf(parse, body)
      expect(refusal.code).toBe("invalid_body")
      expect(refusal.message).toContain(String(JSON.stringify(body)).slice(0, 100))
      expect(refusal.message.length).toBeLessThan(500)
    }
  })

  it.each([
    ["product_id", "prod_2"],
    ["set_by", "user_2"],
    ["id", ["prod_1"]],
    ["$set", { status: "in_stock" }],
    ["constructor", 1],
    [LONG, LONG],
  ])("is refused with %s = %j, which it does not know", (name, value) => {
    for (const parse of [parseOverrideBody, parsePolicyBody]) {
      const refusal = refusalOf(parse, { [name]: value })
      expect(refusal.code).toBe("invalid_body")
      expect(refusal.message).toContain(name.slice(0, 99))
      expect(refusal.message).toContain(JSON.stringify(value).slice(0, 100))
      expect(refusal.message.length).toBeLessThan(600)
    }
  })

  it("is refused with a prototype", () => {
    expect(refusalOf(parseOverrideBody, PROTO).message).toContain("__proto__")
  })
})

describe("The query of an override's or a policy's scope", () => {
  it("names a variant, a channel, a location, or nothing", () => {
    expect(parseScopeQuery({})).toEqual({})
    const scope = { variant_id: "variant_1", sales_channel_id: "sc_1" }
    expect(parseScopeQuery(scope)).toEqual(scope)
    expect(parsePolicyQuery({})).toEqual({})
    const place = { variant_id: "variant_1", location_id: "sloc_1" }
    expect(parsePolicyQuery(place)).toEqual(place)
  })

  it("for a location names the variant too", () => {
    const refusal = refusalOf(parsePolicyQuery, { location_id: "sloc_1" })
    expect(refusal.code).toBe("invalid_parameter")
    expect(refusal.message).toContain(`"sloc_1"`)
  })

  it.each([
    ...["", "a\0b", LONG, ["a", "b"], { $ne: "a" }].map((v) => ["variant_id", v, "invalid_parameter"]),
    ["id", ["prod_1"], "unknown_parameter"],
    ["product_id", "prod_2", "unknown_parameter"],
    ["__proto__x", "a", "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    for (const parse of [parseScopeQuery, parsePolicyQuery]) {
      const refusal = refusalOf(parse, { [name as string]: value })
      expect(refusal.code).toBe(code)
      expect(refusal.message).toContain(JSON.stringify(value).slice(0, 100))
    }
  })
})

describe("The query of a history", () => {
  it("is for the first 20, unless said otherwise", () => {
    expect(parseHistoryQuery({})).toEqual({ limit: 20, offset: 0 })
    expect(parseHistoryQuery({ limit: "100", offset: "7" })).toEqual({ limit: 100, offset: 7 })
  })

  it.each<unknown[]>([
    ...["0", "-1", "101", "1.5", "1e2", "", "NaN", LONG, ["1", "2"]].map((v) => [
      "limit",
      v,
      "invalid_limit",
    ]),
    ...["-1", "1.5", "10000001", "", LONG, { $gt: "1" }].map((v) => ["offset", v, "invalid_offset"]),
    ["order", "id", "unknown_parameter"],
    ["id", ["a"], "unknown_parameter"],
  ])("is refused with %s = %j as %s", (name, value, code) => {
    const refusal = refusalOf(parseHistoryQuery, { [name as string]: value })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(JSON.stringify(value).slice(0, 100))
  })
})
