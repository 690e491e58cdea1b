import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AvailabilityPage } from "../lib/availability/answers"
import { availabilityQuery, ROWS_PER_PAGE, type AvailabilityFilter } from "../lib/availability/listing-search"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** One page of the products that a filter chooses. */
export function useAvailabilities({ page, ...filter }: AvailabilityFilter) {
  const query = { ...availabilityQuery(filter), limit: ROWS_PER_PAGE, offset: page * ROWS_PER_PAGE }
  return useQuery({
    queryKey: queryKeys.availabilities(query),
    queryFn: () => client.client.fetch<AvailabilityPage>("/admin/availability", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
