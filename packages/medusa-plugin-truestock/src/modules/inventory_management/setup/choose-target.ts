import {
  type MatchField,
  NAMING_FIELDS,
  type Setup,
  type SetupRule,
  type Target,
  type VariantFacts,
} from "./setup"

/** What the setup wants of a variant: the first rule that matches decides. Letters' case does not count. */
export function chooseTarget(
  { rules, otherwise }: Pick<Setup, "rules" | "otherwise">,
  facts: VariantFacts
): Target {
  return rules.find((rule) => matches(rule, facts)) ?? otherwise
}

function matches({ match }: SetupRule, facts: VariantFacts): boolean {
  return Object.entries(match).every(([field, values]) =>
    values.some((value) => has(facts, field as MatchField, value.toLowerCase()))
  )
}

function has(facts: VariantFacts, field: MatchField, value: string): boolean {
  if (field === "sku_prefix") return (facts.sku ?? "").toLowerCase().startsWith(value)
  if (field === "title_contains") {
    return [facts.product_title, facts.variant_title].some((title) => title.toLowerCase().includes(value))
  }
  return facts.names[field].some((name) => name.toLowerCase() === value)
}

/** Every category, collection, tag and type that the rules name, and where. */
export function namedIn({ rules }: Pick<Setup, "rules">) {
  return rules.flatMap(({ match }, n) =>
    NAMING_FIELDS.flatMap((field) =>
      (match[field] ?? []).map((name) => ({ field, name, where: `rules[${n}].match.${field}` }))
    )
  )
}
