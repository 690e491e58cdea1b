import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import { readListSearch, writeListSearch, type Filters } from "../../lib/stockroom/list-search"

/** A list's filters and page, kept in the page's address: a link shows the same rows, and Back goes to those before. */
export function useListSearch<Name extends string>(known: Filters<Name>) {
  const [address, setAddress] = useSearchParams()
  const search = useMemo(() => readListSearch(address, known), [address, known])
  const show = (page: number) => setAddress(writeListSearch({ ...search, page }))
  /** Whatever is filtered by, the first page is shown. */
  const filter = (change: Partial<Record<Name, string | undefined>>) =>
    setAddress(
      writeListSearch({ filters: { ...search.filters, ...change } as typeof search.filters, page: 0 })
    )
  return { search, show, filter, isFiltered: Object.keys(search.filters).length > 0 }
}
