import type { MovementKind, MovementReason } from "../../modules/inventory_management/movement"
import { MOVEMENT_KINDS, MOVEMENT_REASONS } from "../../modules/inventory_management/movement"
import { fromLocalInput, toLocalInput } from "./local-moment"

/** Which movements the operator looks at; what is not chosen is any. */
export type LedgerFilter = {
  itemId?: string
  locationId?: string
  kind?: MovementKind
  reason?: MovementReason
  actorId?: string
  from?: Date
  to?: Date
}

/** The same of one item. */
export type MovementFilter = LedgerFilter & { itemId: string }

/** The filter as the movements route reads it; what is not chosen is left out. */
export function movementSearch(filter: LedgerFilter): Record<string, string> {
  const { itemId, locationId, kind, reason, actorId, from, to } = filter
  return {
    ...(itemId && { inventory_item_id: itemId }),
    ...(locationId && { location_id: locationId }),
    ...(kind && { kind }),
    ...(reason && { reason }),
    ...(actorId && { actor_id: actorId }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: endOfMinute(to).toISOString() }),
  }
}

/** Where all of these movements are to be had as CSV. `backendUrl` may be a path or an origin. */
export function csvAddress(filter: LedgerFilter, backendUrl: string): string {
  const search = new URLSearchParams({ ...movementSearch(filter), format: "csv" })
  return `${backendUrl.replace(/\/$/, "")}/admin/inventory/movements?${search}`
}

/** Reads the page's address. What it does not know it leaves out: an address is typed and shared by people. */
export function readLedgerSearch(search: URLSearchParams): LedgerFilter {
  const moment = (name: string) => fromLocalInput(search.get(name) ?? "") ?? undefined
  return {
    itemId: search.get("inventory_item_id") || undefined,
    locationId: search.get("location_id") || undefined,
    kind: MOVEMENT_KINDS.find((known) => known === search.get("kind")),
    reason: MOVEMENT_REASONS.find((known) => known === search.get("reason")),
    actorId: search.get("actor_id") || undefined,
    from: moment("from"),
    to: moment("to"),
  }
}

/** The page's address for a filter, with moments in the operator's time zone. */
export function writeLedgerSearch(filter: LedgerFilter): URLSearchParams {
  const { from, to, ...rest } = filter
  return new URLSearchParams({
    ...movementSearch(rest),
    ...(from && { from: toLocalInput(from) }),
    ...(to && { to: toLocalInput(to) }),
  })
}

/** The route takes no span that ends before it begins: it is not asked then. */
export const isBackwards = ({ from, to }: LedgerFilter): boolean => !!from && !!to && from > to

const MINUTE_MS = 60_000

/** A minute that is chosen is meant as a whole. */
const endOfMinute = (minute: Date) => new Date(minute.getTime() + MINUTE_MS - 1)
