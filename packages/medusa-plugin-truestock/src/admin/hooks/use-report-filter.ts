import { useMemo } from "react"
import { useSearchParams } from "react-router-dom"
import { readReportSearch, writeReportSearch, type ReportFilter } from "../lib/reports/report-search"

/** What the page of reports shows, kept in its address: a link shows the same. */
export function useReportFilter() {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(() => readReportSearch(search), [search])
  /** Whatever else changes, the first page is shown. */
  const change = (next: Partial<ReportFilter>) =>
    setSearch(writeReportSearch({ ...filter, page: 0, ...next }), { replace: true })
  return { filter, change }
}
