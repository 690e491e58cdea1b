import { client } from "../client"
import type { LocationPage, StockLocation } from "./answers"

const PER_PAGE = 100

/** Every stock location with its profile, by name. */
export async function allLocations(): Promise<StockLocation[]> {
  const found: StockLocation[] = []
  for (;;) {
    const query = { limit: PER_PAGE, offset: found.length }
    const { locations, count } = await client.client.fetch<LocationPage>("/admin/inventory/locations", {
      query,
    })
    found.push(...locations)
    if (locations.length === 0 || found.length >= count) return found
  }
}
