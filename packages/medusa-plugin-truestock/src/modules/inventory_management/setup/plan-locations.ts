import { quoted, TruestockError } from "../../../errors"
import type { KnownLocation, KnownShop, Setup, SetupLocation } from "./setup"

export type PlannedLocation = Pick<SetupLocation, "name" | "code" | "kind" | "address"> & {
  /** null = to be created */
  location_id: string | null
  /** Sales channels that do not sell from it yet. */
  add_channels: string[]
  /** Whether anything is to be done. */
  is_changed: boolean
}

/**
 * What is missing of the setup's locations. A location is known by its code, else by its name; what it is already is
 * left as it is, but for the kind.
 *
 * @throws invalid_setup
 */
export function planLocations(setup: Setup, shop: KnownShop): PlannedLocation[] {
  const planned = setup.locations.map((location, n) => planLocation(location, `locations[${n}]`, shop))
  assertCodes(setup, shop)
  return planned
}

function planLocation(location: SetupLocation, where: string, shop: KnownShop): PlannedLocation {
  const { name, code, kind, address } = location
  const known = findLocation(location, where, shop.locations)
  const channels = channelsOf(location, where, shop)
  const add_channels = channels.filter((id) => !known?.sales_channel_ids.includes(id))
  const isProfiled = known?.code === code && (kind === null || known.kind === kind)
  return {
    ...{ name, code, kind, address, add_channels },
    location_id: known?.location_id ?? null,
    is_changed: !known || !isProfiled || add_channels.length > 0,
  }
}

function findLocation(
  { name, code }: SetupLocation,
  where: string,
  locations: KnownLocation[]
): KnownLocation | undefined {
  const byCode = locations.find((known) => known.code === code)
  if (byCode) return byCode
  const [byName, another] = locations.filter((known) => known.name === name)
  if (another) {
    throw new TruestockError(
      "invalid_setup",
      `${where}: there are several stock locations named ${quoted(name)}; rename all but one of them.`
    )
  }
  if (byName?.code) {
    throw new TruestockError(
      "invalid_setup",
      `${where}: ${quoted(name)} has the code ${quoted(byName.code)} already, not ${quoted(code)}; use its code.`
    )
  }
  return byName
}

function channelsOf({ sales_channels }: SetupLocation, where: string, shop: KnownShop): string[] {
  if (sales_channels === "all") return shop.sales_channels.map(({ id }) => id)
  return sales_channels.map((asked) => {
    const found = shop.sales_channels.filter(({ id, name }) => id === asked || name === asked)
    if (found.length !== 1) {
      const what = found.length === 0 ? "is no sales channel" : "is the name of several sales channels"
      throw new TruestockError(
        "invalid_setup",
        `${where}.sales_channels: ${quoted(asked)} ${what}; use one of ${listed(shop.sales_channels.map(({ name }) => name))}, or an id.`
      )
    }
    return found[0]!.id
  })
}

/** Every code that a rule puts stock at is one of the setup's or of the shop's. */
function assertCodes({ locations, default_location, rules, otherwise }: Setup, shop: KnownShop): void {
  const codes = new Set([...locations, ...shop.locations].flatMap(({ code }) => code ?? []))
  const named = [
    ...rules.flatMap(({ stock }, n) =>
      Object.keys(stock).map((code) => ({ code, where: `rules[${n}].stock` }))
    ),
    ...Object.keys(otherwise.stock).map((code) => ({ code, where: "otherwise.stock" })),
    ...(default_location === null ? [] : [{ code: default_location, where: "default_location" }]),
  ]
  const unknown = named.find(({ code }) => !codes.has(code))
  if (unknown) {
    throw new TruestockError(
      "invalid_setup",
      `${unknown.where}: no location has the code ${quoted(unknown.code)}; use one of ${listed([...codes])}, or add it to locations.`
    )
  }
}

const listed = (names: string[]) =>
  names.length > 0 ? names.slice(0, 10).map(quoted).join(", ") : "none yet"
