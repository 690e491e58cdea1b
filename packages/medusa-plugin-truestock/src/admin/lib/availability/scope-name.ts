import type { ProductAvailability } from "./answers"

/** What to call something by its id; null = all of them. */
export type NameOf = (id: string | null) => string

/** The names that a product's availability tells of variants, channels and locations; an id where it tells none. */
export function namesIn({ channels, locations }: Pick<ProductAvailability, "channels" | "locations">) {
  const variants = channels.flatMap((channel) => channel.variants)
  return {
    variants: new Map(variants.map(({ variant_id, title, sku }) => [variant_id, title ?? sku ?? variant_id])),
    channels: new Map(channels.map(({ sales_channel_id: id, name }) => [id, name ?? id])),
    locations: new Map(locations.map(({ location_id: id, name }) => [id, name ?? id])),
  }
}

/** A function that names ids; `all` is what none stands for. */
export function nameOf(names: ReadonlyMap<string, string>, all: string): NameOf {
  return (id) => (id === null ? all : (names.get(id) ?? id))
}
