import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../errors"
import { jsonText } from "../../../storable-text"
import { LONGEST_CODE } from "../locations/location-input"
import { A_QUANTITY, isQuantity } from "./quantity"
import { LOCATION_KINDS, MATCH_FIELDS, type MatchField, type Setup, type Target } from "./setup"

const text = jsonText.trim().min(1).max(255)
const texts = z.union([text, z.array(text).min(1)]).transform((value) => [value].flat())

const address = z.strictObject({
  address_1: text,
  country_code: z.string().regex(/^[a-z]{2}$/i),
  ...Object.fromEntries(
    ["address_2", "company", "city", "phone", "province", "postal_code"].map((field) => [
      field,
      text.optional(),
    ])
  ),
})

const location = z.strictObject({
  name: text,
  code: text.max(LONGEST_CODE),
  kind: z.enum(LOCATION_KINDS).optional(),
  address: address.optional(),
  sales_channels: z.union([z.literal("all"), z.array(text)]).default("all"),
})

const target = (allowFractions: boolean) => ({
  stock: z
    .record(
      text,
      z.number().refine((units) => isQuantity(units, allowFractions))
    )
    .optional(),
  manage_inventory: z.boolean().optional(),
})

const setup = (allowFractions: boolean) =>
  z.strictObject({
    locations: z.array(location),
    default_location: text.optional(),
    rules: z
      .array(
        z.strictObject({
          match: z
            .strictObject(
              Object.fromEntries(MATCH_FIELDS.map((field) => [field, texts.optional()])) as Record<
                MatchField,
                z.ZodOptional<typeof texts>
              >
            )
            .refine((match) => Object.keys(match).length > 0),
          ...target(allowFractions),
        })
      )
      .default([]),
    otherwise: z.strictObject(target(allowFractions)).optional(),
  })

/** Reads the text of a setup file. @throws invalid_setup, invalid_quantity */
export function parseSetup(json: string, allowFractions: boolean): Setup {
  const value = parseJson(json)
  const parsed = setup(allowFractions).safeParse(value)
  if (!parsed.success) throw refusalOf(parsed.error.issues[0]!, value)
  const { locations, default_location = null, rules, otherwise = {} } = parsed.data
  for (const field of ["code", "name"] as const) assertOnce(locations, field)
  return {
    locations: locations.map(({ kind = null, address = null, ...rest }) => ({
      ...rest,
      kind,
      address: address && { ...address, country_code: address.country_code.toLowerCase() },
    })) as Setup["locations"],
    default_location,
    rules: rules.map(({ match, ...rest }, n) => ({ match, ...targetOf(rest, `rules[${n}]`, true) })),
    otherwise: targetOf(otherwise, "otherwise", false),
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""))
  } catch (error) {
    throw new TruestockError("invalid_setup", `The setup is no JSON: ${(error as Error).message}.`)
  }
}

function targetOf(
  { stock, manage_inventory = true }: { stock?: Record<string, number>; manage_inventory?: boolean },
  where: string,
  mustSay: boolean
): Target {
  if (!manage_inventory && stock) {
    throw new TruestockError(
      "invalid_setup",
      `${where} says stock ${quoted(stock)} of what it does not manage; use stock, or manage_inventory: false.`
    )
  }
  if (mustSay && manage_inventory && !stock) {
    throw new TruestockError(
      "invalid_setup",
      `${where} does not say what is to be done; use stock: { "<location code>": <units> } or manage_inventory: false.`
    )
  }
  return { manage_inventory, stock: stock ?? {} }
}

function assertOnce(locations: { name: string; code: string }[], field: "name" | "code"): void {
  const first = new Map<string, number>()
  locations.forEach((location, n) => {
    const before = first.get(location[field])
    if (before !== undefined) {
      throw new TruestockError(
        "invalid_setup",
        `locations[${before}] and locations[${n}] both have the ${field} ${quoted(location[field])}; use another one.`
      )
    }
    first.set(location[field], n)
  })
}

type Issue = z.core.$ZodIssue

function refusalOf(issue: Issue, value: unknown): TruestockError {
  const where = pathOf(issue.path)
  if (issue.code === "unrecognized_keys") {
    return new TruestockError(
      "invalid_setup",
      `${where || "The setup"} has no ${quoted(issue.keys[0])}; leave it out, or correct its name.`
    )
  }
  const given = issue.path.reduce<unknown>((at, name) => (at as Record<PropertyKey, unknown>)?.[name], value)
  const isUnits = issue.path.at(-2) === "stock"
  const field = String(issue.path.findLast((name) => typeof name === "string") ?? "")
  return new TruestockError(
    isUnits ? "invalid_quantity" : "invalid_setup",
    `${where || "The setup"} has the value ${quoted(given)}; use ${isUnits ? A_QUANTITY : (EXPECTED[field] ?? "a text that is not empty")}.`
  )
}

const pathOf = (path: PropertyKey[]) =>
  path
    .map((name) => (typeof name === "number" ? `[${name}]` : `.${String(name)}`))
    .join("")
    .replace(/^\./, "")

const NAMED = "a name, handle or id, or a list of them"

const EXPECTED: Record<string, string> = {
  "": "an object { locations, default_location, rules, otherwise }",
  locations: "a list of { name, code, kind, address, sales_channels }",
  code: `a text of 1 to ${LONGEST_CODE} characters`,
  kind: `one of ${LOCATION_KINDS.join(", ")}`,
  address: "an object with at least address_1 and country_code",
  country_code: "two letters, such as us",
  sales_channels: '"all", or a list of names or ids',
  rules: "a list of { match, stock }",
  match: `an object with at least one of ${MATCH_FIELDS.join(", ")}`,
  category: NAMED,
  collection: NAMED,
  tag: NAMED,
  type: NAMED,
  title_contains: "a part of a title, or a list of them",
  sku_prefix: "the beginning of a SKU, or a list of them",
  stock: "an object of units by location code",
  manage_inventory: "true or false",
  otherwise: "an object { stock } or { manage_inventory: false }",
}
