import { quoted, TruestockError } from "../../../errors"
import type { KnownLocation, KnownShop } from "./setup"

/**
 * The location that somebody names by id, code or name; none named = the store's default one, or the only one.
 *
 * @throws unknown_location
 */
export function chooseLocation({ locations, store }: KnownShop, asked?: string): KnownLocation {
  const found =
    asked === undefined
      ? locations.filter(({ location_id }) => location_id === store?.default_location_id)
      : firstFound(
          locations.filter(({ location_id }) => location_id === asked),
          locations.filter(({ code }) => code === asked),
          locations.filter(({ name }) => name === asked)
        )
  const chosen = found.length === 0 && asked === undefined ? locations : found
  if (chosen.length === 1) return chosen[0]!
  const what =
    asked === undefined
      ? "The store has no default location"
      : `${quoted(asked)} is ${chosen.length === 0 ? "no location" : `the name of ${chosen.length} locations`}`
  const known = locations.map(({ code, name }) => quoted(code ?? name)).slice(0, 10)
  throw new TruestockError(
    "unknown_location",
    `${what}; name one by id, code or name with --location${known.length > 0 ? `, such as ${known.join(", ")}` : ""}.`
  )
}

const firstFound = (...choices: KnownLocation[][]) => choices.find(({ length }) => length > 0) ?? []
