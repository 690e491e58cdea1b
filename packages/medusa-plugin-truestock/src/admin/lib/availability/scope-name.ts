import type { ProductAvailability } from "./answers"

/** What to call something by its id. */
export type NameOf = (id: string) => string

/** The names that a product's availability tells of variants, channels and locations; an id where it tells none. */
export function namesIn({ channels, locations }: Pick<ProductAvailability, "channels" | "locations">) {
  const variants = channels.flatMap((channel) => channel.variants)
  return {
    variants: new Map(variants.map(({ variant_id, title, sku }) => [variant_id, title ?? sku ?? variant_id])),
    channels: new Map(channels.map(({ sales_channel_id: id, name }) => [id, name ?? id])),
    locations: new Map(locations.map(({ location_id: id, name }) => [id, name ?? id])),
  }
}

/** A function that names ids; one without a name keeps its id. */
export function nameOf(names: ReadonlyMap<string, string>): NameOf {
  return (id) => names.get(id) ?? id
}

/** What a decision is about, as an operator says it; what is said of all is not named. */
export function scopeName(parts: [NameOf, id: string | null][], wholeProduct: string): string {
  return parts.flatMap(([name, id]) => (id === null ? [] : name(id))).join(", ") || wholeProduct
}
