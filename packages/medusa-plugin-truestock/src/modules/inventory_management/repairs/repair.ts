import type { Connection, Transaction } from "../../../database/connection"
import type { Found, Search } from "../sql/found"

export const REPAIR_KINDS = [
  ...(["orphan_reservation", "reserved_quantity", "raw_quantities", "books", "shortfall"] as const),
] as const

/** What repairs are made for, in the order in which they are made: each leaves the next one's premise alone. */
export type RepairKind = (typeof REPAIR_KINDS)[number]

/** One repair of a plan: what is wrong, and what will be done about it. */
export type Repair = {
  kind: RepairKind
  /** A sentence for whoever reviews the plan. */
  description: string
  inventory_item_id: string
  location_id: string
  level_id?: string
  reservation_id?: string
  /** What was found: the premise, asked for again under the lock. */
  found: Record<string, string | null>
}

/** `skipped`: under the lock it was no longer as the plan found it. */
export type RepairOutcome = "mended" | "skipped"

/** How a kind of wrong is found and mended. */
export type RepairDefinition<Row> = {
  find: (connection: Connection, search: Search) => Promise<Found<Row>>
  describe: (row: Row) => string
  lock: (tx: Transaction, row: Row) => Promise<void>
  /** The fields that must be as they were found. */
  premise: (keyof Row)[]
  mend: (tx: Transaction, row: Row) => Promise<void>
}
