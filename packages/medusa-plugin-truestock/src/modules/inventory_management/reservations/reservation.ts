/** A promise of units: a hold while `expires_at` is set, a reservation of core's when it is null. */
export type Reservation = {
  id: string
  inventory_item_id: string
  location_id: string
  quantity: number
  line_item_id: string | null
  allow_backorder: boolean
  description: string | null
  external_id: string | null
  created_by: string | null
  metadata: Record<string, unknown> | null
  expires_at: string | null
  /** Beyond which it cannot be extended; null = no such limit. */
  latest_expires_at: string | null
  created_at: string
}

/** What a reservation is asked for with. Without `expires_at` and `ttl_seconds` it does not expire. */
export type ReservationInput = {
  inventory_item_id: string
  location_id: string
  quantity: number
  line_item_id?: string | null
  allow_backorder?: boolean
  /** A moment of the database's clock, to come. */
  expires_at?: Date | string | null
  /** Or how long from now, by the database's clock. */
  ttl_seconds?: number | null
  description?: string | null
  external_id?: string | null
  created_by?: string | null
  metadata?: Record<string, unknown> | null
}
