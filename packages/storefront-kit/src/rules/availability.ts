/** Every availability status, in the order in which the best of several is chosen. */
export const AVAILABILITY_STATUSES = [
  "in_stock",
  "low_stock",
  "preorder",
  "backorder",
  "incoming",
  "out_of_stock",
  "discontinued",
] as const

export type AvailabilityStatus = (typeof AVAILABILITY_STATUSES)[number]

/** What a shopper is told, of a product as of a variant. */
export type Availability = {
  status: AvailabilityStatus
  /** The status permits a sale, and a cart could reserve one now. */
  purchasable: boolean
  /** Units that one order can get from stock; null = no limit. Absent where the shop keeps it to itself. */
  quantity?: number | null
  /** When a preorder is released (ISO 8601); null where no date is known. */
  available_on: string | null
  /** Days until a backordered unit ships; null where nothing is known. */
  lead_time_days: { min: number; max: number } | null
  /** When what is backordered or incoming is expected to be here (ISO 8601); null where nobody knows. */
  eta: string | null
  /** What the shop says about it, where it says something. */
  notes?: string
}
