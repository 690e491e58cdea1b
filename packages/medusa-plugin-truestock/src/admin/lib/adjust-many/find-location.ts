export type KnownLocation = { location_id: string; name: string; code: string | null }

const same = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: "accent" }) === 0

/**
 * The location that a cell names: by its code or id, else by its name, in which upper and lower case are the same.
 * "ambiguous": several have that name.
 */
export function findLocation(
  locations: readonly KnownLocation[],
  text: string
): KnownLocation | "unknown" | "ambiguous" {
  const exact = locations.find(({ code, location_id }) => code === text || location_id === text)
  if (exact) return exact
  const named = locations.filter(({ name }) => same(name, text))
  if (named.length > 1) return "ambiguous"
  return named[0] ?? "unknown"
}
