import { useTranslation } from "react-i18next"
import type { Bar } from "../lib/reports/bars"
import { kindOfColumn } from "../lib/reports/columns"
import type { ReportRow } from "../lib/reports/answers"
import { kindOf, type ReportId, type Unit } from "../lib/reports/reports"
import { statusKey } from "../lib/availability/status-text"
import type { AvailabilityStatus } from "../../modules/availability/status"
import { formatMoment, formatMoney, formatPercent, formatQuantity } from "../lib/format"
import { useLanguage } from "./use-language"

/** How to write what a report says: its numbers, its names, and what it does not know. */
export function useReportText(report: ReportId) {
  const { t } = useTranslation()
  const language = useLanguage()

  const number = (value: number, unit: Unit, currency?: string): string => {
    if (unit === "money") return formatMoney(value, currency ?? "", language)
    return unit === "percent" ? formatPercent(value, language) : formatQuantity(value, language)
  }

  /** What a row says in a column; what it does not know is said in words, and never as 0. */
  const cell = (row: ReportRow, column: string): string => {
    const value = row[column]
    const kind = kindOfColumn(column)
    if (value === null || value === undefined) {
      return t(`truestock.reports.unknown.${column}`, { defaultValue: "–" })
    }
    if (kind === "moment") return formatMoment(String(value), language)
    if (kind === "status") return t(statusKey(value as AvailabilityStatus))
    if (kind === "reason") return t(`truestock.adjust.reasons.${value}`)
    if (kind === "currency") return String(value).toUpperCase()
    if (typeof value !== "number") return String(value)
    if (kind === "money") return number(value, "money", String(row.currency_code ?? ""))
    return number(value, kind === "percent" ? "percent" : "units")
  }

  const bar = ({ name }: Bar): string => {
    if (kindOf(report).measure.of === "totals") return t(`truestock.reports.column.${name}`)
    const column = { "by-status": "status", shrinkage: "reason", "by-category": "category_name" }[
      report as string
    ]
    return column ? cell({ [column]: name }, column) : (name ?? "–")
  }

  return { number, cell, bar }
}
