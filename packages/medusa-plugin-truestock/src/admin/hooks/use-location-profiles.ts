import { useQuery } from "@tanstack/react-query"
import { allLocations } from "../lib/locations/all-locations"
import { queryKeys } from "../lib/query-keys"

/** Every stock location with its profile. */
export function useLocationProfiles() {
  return useQuery({ queryKey: queryKeys.stockroom("locations"), queryFn: allLocations, staleTime: 0 })
}
