import type { MovementKind } from "../../modules/inventory_management/movement"

/** Which movements the operator looks at. */
export type MovementFilter = { itemId: string; locationId?: string; kind?: MovementKind }

/** The filter as the movements route reads it; what is not chosen is left out. */
export function movementSearch({ itemId, locationId, kind }: MovementFilter): Record<string, string> {
  return {
    inventory_item_id: itemId,
    ...(locationId && { location_id: locationId }),
    ...(kind && { kind }),
  }
}

/** Where all of these movements are to be had as CSV. `backendUrl` may be a path or an origin. */
export function csvAddress(filter: MovementFilter, backendUrl: string): string {
  const search = new URLSearchParams({ ...movementSearch(filter), format: "csv" })
  return `${backendUrl.replace(/\/$/, "")}/admin/inventory/movements?${search}`
}
