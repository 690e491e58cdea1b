/** What happened to a level. `opening` is the balance found at the first touch; `repair` was made by a command. */
export const MOVEMENT_KINDS = [
  ...(["opening", "reserve", "release", "fulfil", "fulfil_cancel", "return", "adjust", "set"] as const),
  ...(["receive", "transfer_out", "transfer_in", "count", "sync", "create", "delete", "restore"] as const),
  "repair",
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Why somebody changed a quantity. */
export const MOVEMENT_REASONS = [
  ...(["received", "returned", "damaged", "lost", "found"] as const),
  ...(["count", "correction", "transfer", "sync", "other"] as const),
] as const
export type MovementReason = (typeof MOVEMENT_REASONS)[number]

/** What a movement can belong to. */
export const REFERENCE_TYPES = [
  ...(["order", "fulfillment", "return", "claim", "exchange", "line_item"] as const),
  ...(["cart", "incoming", "transfer", "count", "sync_run"] as const),
] as const
export type ReferenceType = (typeof REFERENCE_TYPES)[number]

export type MovementReference = { type: ReferenceType; id: string }

/** How the guard treats a promise that is not covered: refuse it, only record that it would, or look away. */
export const GUARD_MODES = ["enforce", "observe", "off"] as const
export type GuardMode = (typeof GUARD_MODES)[number]

/**
 * What a writer says about its change. Set for the transaction (`truestock.context`), read by the ledger's
 * triggers. What is missing is inferred there or stays null.
 */
export type MovementContext = {
  kind?: MovementKind
  reason?: MovementReason
  note?: string
  reference_type?: ReferenceType
  reference_id?: string
  actor_type?: string
  actor_id?: string
  /** Ties the movements of one piece of work together: a workflow's event group, a sync run. */
  correlation_id?: string
  /** The workflow engine takes something back: what was promised before is accepted again. */
  is_compensation?: boolean
  /** ... and holds that were turned into reservations come back with it. */
  gives_back_holds?: boolean
}
