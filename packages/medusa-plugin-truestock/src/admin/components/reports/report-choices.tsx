import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCurrencies, useStockLocations } from "../../hooks/use-choices"
import type { ReportFilter } from "../../lib/reports/report-search"
import { kindOf, REPORT_IDS } from "../../lib/reports/reports"
import { Choice } from "../common/choice"
import { MomentChoice } from "../common/moment-choice"
import { NamedChoice } from "../common/named-choice"

const DAYS = ["30", "60", "90", "180", "365"]
const DEFAULT_DAYS = 90

type ReportChoicesProps = { filter: ReportFilter; onChange: (change: Partial<ReportFilter>) => void }

/** Which report, and what it can be asked. */
export const ReportChoices = ({ filter, onChange }: ReportChoicesProps) => {
  const { t } = useTranslation()
  const text = (key: string) => t(`truestock.reports.${key}`)
  const locations = useStockLocations()
  const { takes } = kindOf(filter.report)
  const days = String(filter.days ?? DEFAULT_DAYS)
  const isOfNow = !filter.date && !filter.from && !filter.to
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3">
      <Choice
        label={text("choose")}
        value={filter.report}
        onChange={(report) => onChange({ report })}
        options={REPORT_IDS.map((value) => ({ value, label: text(`name.${value}`) }))}
      />
      {takes.includes("location") && (
        <NamedChoice
          label={t("truestock.shared.location")}
          none={t("truestock.shared.allLocations")}
          value={filter.locationId}
          choices={locations}
          onChange={(locationId) => onChange({ locationId })}
        />
      )}
      {takes.includes("currency") && <CurrencyChoice filter={filter} onChange={onChange} />}
      {takes.includes("days") && (
        <Choice
          label={text("days")}
          value={days}
          onChange={(next) => onChange({ days: Number(next) })}
          options={[...new Set([...DAYS, days])].map((value) => ({
            value,
            label: t("truestock.reports.notSoldFor", { days: value }),
          }))}
        />
      )}
      {takes.includes("date") && (
        <MomentChoice label={text("asOf")} value={filter.date} onChange={(date) => onChange({ date })} />
      )}
      {takes.includes("span") && (
        <>
          <MomentChoice label={text("from")} value={filter.from} onChange={(from) => onChange({ from })} />
          <MomentChoice label={text("to")} value={filter.to} onChange={(to) => onChange({ to })} />
        </>
      )}
      {!isOfNow && (
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-muted"
          onClick={() => onChange({ date: undefined, from: undefined, to: undefined })}
        >
          {text(takes.includes("date") ? "now" : "lastDays")}
        </Button>
      )}
    </div>
  )
}

const CurrencyChoice = ({ filter, onChange }: ReportChoicesProps) => {
  const { t } = useTranslation()
  return (
    <NamedChoice
      label={t("truestock.reports.currency")}
      none={t("truestock.reports.allCurrencies")}
      value={filter.currency}
      choices={useCurrencies()}
      onChange={(currency) => onChange({ currency })}
    />
  )
}
