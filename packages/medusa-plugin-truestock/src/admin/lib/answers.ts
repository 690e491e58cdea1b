import type { GuardMode, MovementKind, MovementReason } from "../../modules/inventory_management/movement"

/** A row of GET /admin/inventory/movements. */
export type Movement = {
  id: string
  level_id: string
  inventory_item_id: string
  sku: string | null
  location_id: string
  location_name: string | null
  kind: MovementKind
  reason: MovementReason | null
  note: string | null
  stocked_delta: number
  stocked_balance: number
  reserved_delta: number
  reserved_balance: number
  incoming_delta: number
  incoming_balance: number
  available_balance: number
  references: Reference[]
  actor_type: string | null
  actor_id: string | null
  correlation_id: string | null
  created_at: string
}

export type Reference = { type: string; id: string }
export type MovementPage = { movements: Movement[]; limit: number; next_cursor: string | null }

/** A step of GET /admin/inventory/movements/history: true from `at` until the next one. */
export type HistoryPoint = {
  at: string
  stocked: number
  reserved: number
  available: number
  incoming: number
}

export type History = { from: string; to: string; points: HistoryPoint[] }

/** A row of GET /admin/inventory/shortfalls. */
export type Shortfall = {
  id: string
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  quantity: number
  opened_at: string
  resolved_at: string | null
}

export type ShortfallPage = { shortfalls: Shortfall[]; count: number; limit: number; offset: number }

/** What GET /admin/inventory tells of an item at a location, in units. */
export type StockedLevel = {
  location_id: string
  stocked_quantity: number
  reserved_quantity: number
  held_quantity: number
  available_quantity: number
}

/** A row of GET /admin/inventory/reservations. */
export type Hold = {
  id: string
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  quantity: number
  cart_id: string | null
  expires_at: string
  latest_expires_at: string | null
  state: "held" | "expired" | "confirmed" | "released"
  ended_at: string | null
  created_by: string | null
  created_at: string
}

/** `now`: the moment of the server's clock at which the rows were judged. */
export type HoldPage = { reservations: Hold[]; count: number; limit: number; offset: number; now: string }

export type HealthStatus = "ok" | "warning" | "error"

/** GET /admin/truestock/health. */
export type Health = {
  status: HealthStatus
  guard_mode: GuardMode
  checked_at: string
  checks: HealthCheck[]
}

export type HealthCheck = {
  name: string
  status: HealthStatus | "skipped"
  summary: string
  count?: number
  examples?: string[]
}
