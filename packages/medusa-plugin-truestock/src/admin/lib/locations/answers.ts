import type { Location } from "../../../modules/inventory_management/locations/location"

/** A row of GET /admin/inventory/locations. */
export type StockLocation = Location
export type LocationPage = { locations: StockLocation[]; count: number; limit: number; offset: number }
