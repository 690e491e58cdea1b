export const LOCATION_KINDS = ["warehouse", "store", "dropship", "virtual"] as const
export type LocationKind = (typeof LOCATION_KINDS)[number]

/** What is said of a stock location beside what Medusa knows. Without a row: the defaults given here. */
export type LocationProfile = {
  /** Unique, upper and lower case apart; null = none. Default null. */
  code: string | null
  /** Default: warehouse. */
  kind: LocationKind
  /** An inactive location sells nothing. Default true. */
  is_active: boolean
  /** Of several locations that could take a promise, the lowest is tried first; of equals the lower id. Default 0. */
  priority: number
  /** The location whose reservations it takes where that one cannot; null = of none. Default null. */
  backup_for: string | null
}

/** Medusa's address of a stock location. */
export type LocationAddress = Record<
  "company" | "address_1" | "address_2" | "city" | "postal_code" | "province" | "country_code" | "phone",
  string | null
>

/** A stock location of Medusa's, with its profile. */
export type Location = LocationProfile & {
  location_id: string
  name: string
  address: LocationAddress | null
}

/** What must hold of a location, all at once. */
export type LocationFilters = {
  location_id?: string
  /** Exactly. */
  code?: string
  kind?: LocationKind
  is_active?: boolean
  /** A part of name or code, in any case. */
  q?: string
}

/** Default: the first 100. */
export type LocationPage = { limit?: number; offset?: number }
