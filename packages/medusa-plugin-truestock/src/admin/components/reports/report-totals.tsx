import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { useReportText } from "../../hooks/use-report-text"
import { formatMoment, formatQuantity } from "../../lib/format"
import type { ReportAnswer } from "../../lib/reports/answers"
import { AGES, type ReportId } from "../../lib/reports/reports"

type ReportTotalsProps = { report: ReportId; answer: ReportAnswer["report"] }

/** Of which moment the report tells, its totals, and what they leave out: items of which nobody has told a cost. */
export const ReportTotals = ({ report, answer }: ReportTotalsProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { number } = useReportText(report)
  const { totals, from, as_of } = answer
  // The parts by age are what the chart shows.
  const sums = Object.entries(totals).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number" && !AGES.includes(entry[0])
  )
  const without = totals.without_cost
  const units = without?.stocked_quantity ?? without?.lost_quantity ?? 0
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {from
          ? t("truestock.reports.span", {
              from: formatMoment(from, language),
              to: formatMoment(as_of, language),
            })
          : t("truestock.reports.moment", { at: formatMoment(as_of, language) })}
      </Text>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {sums.map(([name, value]) => (
          <Figure
            key={name}
            name={t(`truestock.reports.column.${name}`)}
            value={number(value, name === "sell_through" ? "percent" : "units")}
          />
        ))}
        {totals.currencies?.map(({ currency_code, value }) => (
          <Figure
            key={currency_code}
            name={t("truestock.reports.valueIn", { currency: currency_code.toUpperCase() })}
            value={number(value, "money", currency_code)}
          />
        ))}
      </dl>
      {without && without.items > 0 && (
        <Alert variant="warning">
          {t("truestock.reports.withoutCost", {
            count: without.items,
            units: formatQuantity(units, language),
          })}
        </Alert>
      )}
    </div>
  )
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="txt-compact-small text-ui-fg-subtle">{name}</dt>
    <dd className="text-ui-fg-base txt-compact-large-plus tabular-nums">{value}</dd>
  </div>
)
