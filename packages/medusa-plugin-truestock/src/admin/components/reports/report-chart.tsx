import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useReportText } from "../../hooks/use-report-text"
import type { ReportAnswer } from "../../lib/reports/answers"
import { barsOf, MOST_BARS } from "../../lib/reports/bars"
import { kindOf, type ReportId } from "../../lib/reports/reports"
import { BarChart } from "../chart/bar-chart"

type ReportChartProps = { report: ReportId; answer: ReportAnswer["report"] }

/** The report's numbers side by side, where there are any to compare. */
export const ReportChart = ({ report, answer }: ReportChartProps) => {
  const { t } = useTranslation()
  const text = useReportText(report)
  const { bars, unit, currency } = useMemo(() => barsOf(report, answer), [report, answer])
  if (bars.length === 0) return null
  const { measure } = kindOf(report)
  const what = t(`truestock.reports.column.${measure.of === "rows" ? measure.value : "stocked_quantity"}`)
  const first = measure.of === "rows" && answer.rows.length > bars.length && bars.length === MOST_BARS
  const title = [
    what,
    currency?.toUpperCase(),
    first && t("truestock.reports.firstRows", { count: MOST_BARS }),
  ]
  return (
    <div className="px-6 py-4">
      <BarChart
        title={title.filter(Boolean).join(" · ")}
        bars={bars.map((bar) => ({ name: text.bar(bar), value: bar.value }))}
        format={(value) => text.number(value, unit, currency)}
      />
    </div>
  )
}
