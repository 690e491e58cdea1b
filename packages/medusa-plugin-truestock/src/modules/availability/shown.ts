import type { TruestockOptions } from "../../options"
import type { LeadTimeDays } from "./facts"
import { rollUp } from "./rules/best-of"
import type { AvailabilityStatus } from "./status"

/** What a shopper is told: the same for a product and a variant. */
export type ShownAvailability = {
  status: AvailabilityStatus
  /** A cart could reserve one now, and the status permits it. */
  purchasable: boolean
  /** What one order can get from stock; null = no limit. Absent where the shop does not tell (`expose_quantity`). */
  quantity?: number | null
  /** When a preorder is released; null where no date is known. */
  available_on: string | null
  /** How long a backordered unit takes to ship; null where nothing is known. */
  lead_time_days: LeadTimeDays | null
  /** When what is backordered or incoming is expected to be here; null where nobody knows. */
  eta: string | null
  /** The note of a manual override, where it is meant for shoppers. */
  notes?: string
}

/** A row of the read model, of a product or variant in one channel or at one location. */
export type ShownRow = {
  id: string
  status: AvailabilityStatus
  purchasable: boolean
  quantity: number | null
  /** As the driver or as JSON says it. */
  available_on: Date | string | null
  lead_time_min_days: number | null
  lead_time_max_days: number | null
  /** As available_on. */
  eta: Date | string | null
  note: string | null
}

export type ShowOptions = Pick<TruestockOptions, "expose_quantity">

/** Of the rows of one product or variant the best one stands for all. */
export function shownById(rows: ShownRow[], options: ShowOptions): Map<string, ShownAvailability> {
  const byId = new Map<string, ShownRow[]>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (known) known.push(row)
    else byId.set(row.id, [row])
  }
  return new Map([...byId].map(([id, ofId]) => [id, shown(rollUp(ofId)!, options)]))
}

function shown(row: ShownRow, options: ShowOptions): ShownAvailability {
  const { lead_time_min_days: min, lead_time_max_days: max } = row
  return {
    status: row.status,
    purchasable: row.purchasable,
    ...(options.expose_quantity && { quantity: row.quantity }),
    available_on: row.available_on && new Date(row.available_on).toISOString(),
    lead_time_days: min === null || max === null ? null : { min, max },
    eta: row.eta && new Date(row.eta).toISOString(),
    ...(row.note !== null && { notes: row.note }),
  }
}
