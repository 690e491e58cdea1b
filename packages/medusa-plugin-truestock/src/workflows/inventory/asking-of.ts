import type { Asking } from "../../modules/inventory_management"

/** What a step is told of the workflow that it is part of. */
type Work = { eventGroupId?: string; transactionId?: string }

/** How a step asks for a change: under the workflow's name in the ledger, as core's own writes are. */
export function askingOf(work: Work, idempotency_key?: string | null): Asking {
  return { idempotency_key, context: { correlation_id: work.eventGroupId ?? work.transactionId } }
}
