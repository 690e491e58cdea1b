import type { WantedTitle } from "../at-order/order-line"

/** A line of a cart whose variant is a title of a source. */
export type LineFacts = Omit<WantedTitle, "wanted"> & {
  units: number | string
  /** Where Medusa would reserve it, whether we would send it elsewhere from there, and where the source's stock lies. */
  first_place: string
  is_first_place_inactive: boolean
  source_place: string
  /** Where the cart holds its units: the reservation follows. */
  held_at: string[]
}

/**
 * The titles that the lines want from their source, lines of one title together. A line that is held goes where its units
 * are; any other where Medusa sends it. From an inactive location it may be sent to the source, so it counts.
 */
export function titlesOfSource(lines: LineFacts[]): WantedTitle[] {
  const titles = new Map<string, WantedTitle>()
  for (const line of lines.filter(isSoldFromSource)) {
    const { source_id, ean13, variant_id, stocked, promised, is_fresh, remembered } = line
    const key = `${source_id} ${ean13}`
    const wanted = Number(line.units) + (titles.get(key)?.wanted ?? 0)
    titles.set(key, { source_id, ean13, variant_id, wanted, stocked, promised, is_fresh, remembered })
  }
  return [...titles.values()]
}

function isSoldFromSource({
  first_place,
  is_first_place_inactive,
  source_place,
  held_at,
}: LineFacts): boolean {
  if (held_at.length > 0) return held_at.includes(source_place)
  return first_place === source_place || is_first_place_inactive
}

/** Whom to ask first: those of which least would be left. The others are not asked. */
export function mostPressing(titles: WantedTitle[], most: number): WantedTitle[] {
  const left = ({ stocked, promised, wanted }: WantedTitle) => stocked - promised - wanted
  return titles.toSorted((a, b) => left(a) - left(b)).slice(0, most)
}
