import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import { readSearch, writeSearch, type AvailabilityFilter } from "../lib/availability/listing-search"

/** The page's filter, kept in its address: a link shows the same rows, and Back goes to those before. */
export function useAvailabilityFilter() {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => readSearch(search), [search])

  /** Whatever else changes, the first page is shown. */
  const change = (next: Partial<AvailabilityFilter>) =>
    setSearch(writeSearch({ ...filter, page: 0, ...next }))

  const clear = () => change({ ...readSearch(new URLSearchParams()), sort: filter.sort })
  return { filter, change, clear }
}
