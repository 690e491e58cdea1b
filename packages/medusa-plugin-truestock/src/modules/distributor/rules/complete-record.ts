import type { LocationStock, StockRecord } from "truestock-distributor-feeds"
import type { TitleRecord } from "../titles/title"

/** What is known of a title already. */
export type KnownRecord = { record: TitleRecord; locations: LocationStock[] }

/**
 * An update that tells only what has changed, as the whole record: what it leaves out is as it was, of each place and
 * each date too. Of a title that nothing is known of, what it says is all there is. Pure.
 */
export function completeRecord(said: StockRecord, known: KnownRecord | undefined): StockRecord {
  if (!said.partial) return said
  const { partial: _, ...update } = said
  if (!known) return update
  const { record } = known
  // Who tells of the supply tells all that is expected: a delivery that is no longer named has come or was called off.
  const tellsOfSupply = said.locations.length > 0 || said.availability !== null
  return {
    ...fill(record, update),
    identifiers: fill(record.identifiers, said.identifiers),
    title: said.title && record.title ? fill(record.title, said.title) : (said.title ?? record.title),
    dates: {
      ...fill(record.dates, said.dates),
      expected: tellsOfSupply ? said.dates.expected : record.dates.expected,
    },
    locations: completeLocations(said.locations, known.locations),
    provenance: said.provenance,
  }
}

/** What `said` leaves out (null, or an empty list) as `known` has it. */
function fill<Facts extends object>(known: Facts | Partial<Facts>, said: Facts): Facts {
  const isSaid = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null)
  return {
    ...known,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value))),
  } as Facts
}

function completeLocations(said: LocationStock[], known: LocationStock[]): LocationStock[] {
  const places = new Map(known.map((location) => [location.code, location]))
  for (const location of said)
    places.set(location.code, completeLocation(location, places.get(location.code)))
  return [...places.values()]
}

/** A figure and how it is to be read go together. */
function completeLocation(said: LocationStock, known: LocationStock | undefined): LocationStock {
  if (!known) return said
  const { on_hand, on_hand_qualifier } = said.on_hand === null ? known : said
  return { ...fill(known, said), on_hand, on_hand_qualifier }
}
