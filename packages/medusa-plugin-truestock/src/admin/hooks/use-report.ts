import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"
import type { ReportAnswer } from "../lib/reports/answers"
import { reportQuestion, ROWS_PER_PAGE, type ReportFilter } from "../lib/reports/report-search"

/** One page of a report; not asked for while `enabled` is false. */
export function useReport(filter: ReportFilter, enabled: boolean) {
  const { path, query } = reportQuestion(filter)
  const asked = { ...query, limit: ROWS_PER_PAGE, offset: (filter.page ?? 0) * ROWS_PER_PAGE }
  return useQuery({
    queryKey: queryKeys.stockroom("report", { path, ...asked }),
    queryFn: () => client.client.fetch<ReportAnswer>(path, { query: asked }),
    // The rows of another report have other columns.
    placeholderData: (before) => (before?.report.name === filter.report ? before : undefined),
    staleTime: 0,
    enabled,
  })
}
