import { Alert, clx, Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReport } from "../../hooks/use-report"
import { useReportFilter } from "../../hooks/use-report-filter"
import { momentProblem, reportAddress, ROWS_PER_PAGE } from "../../lib/reports/report-search"
import { DownloadLink } from "../common/download-link"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { PageHeading } from "../common/page-heading"
import { RowPager } from "../common/row-pager"
import { ReportChart } from "./report-chart"
import { ReportChoices } from "./report-choices"
import { ReportTable } from "./report-table"
import { ReportTotals } from "./report-totals"

/** One report: what is asked, the figures of all of it, a chart, and its rows. What is asked stands in the address. */
export const ReportPage = () => {
  const { t } = useTranslation()
  const { filter, change } = useReportFilter()
  const problem = momentProblem(filter, new Date())
  const { data, error, isPlaceholderData, refetch } = useReport(filter, !problem)
  const { report } = filter
  const shown = !problem && !error ? data : undefined
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PageHeading title={t("truestock.reports.title")} subtitle={t(`truestock.reports.about.${report}`)}>
          {!problem && (
            <DownloadLink
              addressAt={(backendUrl) => reportAddress(filter, backendUrl)}
              fileName={`${report}.csv`}
            />
          )}
        </PageHeading>
        <ReportChoices filter={filter} onChange={change} />
        {problem && (
          <div role="alert" className="px-6 py-4">
            <Alert variant="error">{t(`truestock.reports.problem.${problem}`)}</Alert>
          </div>
        )}
        {!problem && error && <Failure error={error} onTryAgain={refetch} />}
        {!problem && !error && !data && <Skeleton className="m-6 h-64" />}
        {shown && shown.count === 0 && (
          <Empty title={t("truestock.reports.empty")} hint={t("truestock.reports.emptyHint")} />
        )}
        {shown && shown.count > 0 && <ReportTotals report={report} answer={shown.report} />}
        {shown && shown.count > 0 && <ReportChart report={report} answer={shown.report} />}
      </Container>
      {shown && shown.count > 0 && (
        <Container
          className={clx("divide-y overflow-hidden p-0", { "opacity-60": isPlaceholderData })}
          aria-busy={isPlaceholderData}
        >
          <ReportTable report={report} answer={shown.report} />
          <RowPager
            count={shown.count}
            pageSize={ROWS_PER_PAGE}
            page={filter.page ?? 0}
            onChange={(page) => change({ page })}
          />
        </Container>
      )}
    </div>
  )
}
