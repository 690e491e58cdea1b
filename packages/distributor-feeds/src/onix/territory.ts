import { all, type Element, first, textAt } from "./element"

/** Whether a composite's Territory has the country (ISO 3166, `US`) in it; one without Territory holds everywhere. */
export function holdsIn(country: string, composite: Element | undefined): boolean {
  const territory = first(composite, "Territory")
  if (!territory) return true
  const listed = (name: Parameters<typeof textAt>[1]) =>
    (textAt(territory, name!) ?? "").toUpperCase().split(" ")

  if (listed("CountriesExcluded").includes(country)) return false
  return listed("CountriesIncluded").includes(country) || listed("RegionsIncluded").includes("WORLD")
}

/** Why the title may not be sold in the country, as the record says it; null where it does not. */
export function restriction(publishing: Element | undefined, country: string | undefined): string | null {
  const retailers = textAt(publishing, "SalesRestriction", "SalesRestrictionType")
  if (retailers && retailers !== "00") return `SalesRestriction ${retailers}`
  if (!country) return null

  const forbidding = all(publishing, "SalesRights").find(
    (rights) =>
      first(rights, "Territory") &&
      ["03", "04", "05", "06"].includes(textAt(rights, "SalesRightsType") ?? "") &&
      holdsIn(country, rights)
  )
  return forbidding ? `SalesRights ${textAt(forbidding, "SalesRightsType")}` : null
}
