import type { Actor } from "../../../actor"
import type { MovementContext, MovementKind } from "../movement"

/** What core's services are told of the work they are part of (the parts of Medusa's context used here). */
export type WorkContext = {
  /** The group under which a workflow's events are released: the same on every event of it. */
  eventGroupId?: string
  transactionId?: string
  /** `<workflow>:<transaction>:<step>:invoke|compensate` */
  idempotencyKey?: string
}

/** Whose reservations take the place of a cart's holds. */
const PLACES_ORDERS = "complete-cart"

/** Core's step that reserves each line of an order at the first location of its channel that seems to have enough. */
const RESERVES_ANYWHERE = "reserve-inventory-step"
/** Core's workflows with this step. What runs beside it in one of them may give its name to the step's context. */
const ORDERING_WORKFLOWS = [
  PLACES_ORDERS,
  "convert-draft-order",
  "confirm-order-edit-request",
  "confirm-exchange-request",
  "confirm-claim-request",
]

/** Whether nobody has chosen where to reserve. What an admin reserves at a location is to be there, or nowhere. */
export function takesAnyLocation(work: WorkContext | undefined): boolean {
  const parts = work?.idempotencyKey?.split(":") ?? []
  return ORDERING_WORKFLOWS.includes(parts[0]!) || parts.at(-2) === RESERVES_ANYWHERE
}

const KIND_BY_WORKFLOW: Record<string, { kind: MovementKind; undone: MovementKind }> = {
  "create-order-fulfillment": { kind: "fulfil", undone: "fulfil_cancel" },
  "cancel-order-fulfillment": { kind: "fulfil_cancel", undone: "fulfil" },
  "confirm-return-receive": { kind: "return", undone: "return" },
}

/**
 * What a write of core's inventory service is in the books. Core's workflows say who they are in the context that
 * they hand to every service.
 *
 * @param usual the kind that the method itself stands for, where no workflow says more; none = left to the triggers
 */
export function contextOf(work: WorkContext, actor?: Actor, usual?: MovementKind): MovementContext {
  // A transaction's id is the caller's, and may have colons of its own.
  const parts = work.idempotencyKey?.split(":") ?? []
  const [workflow = ""] = parts
  const is_compensation = parts.at(-1) === "compensate"
  const known = usual === "adjust" ? KIND_BY_WORKFLOW[workflow] : undefined
  return {
    kind: (is_compensation ? known?.undone : known?.kind) ?? usual,
    reason: workflow === "confirm-return-receive" ? "returned" : undefined,
    actor_type: actor?.type,
    actor_id: actor?.id,
    correlation_id: work.eventGroupId ?? work.transactionId,
    is_compensation: is_compensation || undefined,
    gives_back_holds: (is_compensation && workflow === PLACES_ORDERS) || undefined,
  }
}
