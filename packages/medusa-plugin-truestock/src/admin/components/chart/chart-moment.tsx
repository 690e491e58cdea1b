import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { HistoryPoint } from "../../lib/answers"
import { formatMoment, formatQuantity } from "../../lib/format"

type ChartMomentProps = {
  points: HistoryPoint[]
  index: number
  onChange: (index: number) => void
  onBlur: () => void
}

/**
 * The keyboard's and the screen reader's way through the chart: a slider that cannot be seen, over the chart's
 * points, which reads out the quantities of each.
 */
export const ChartMoment = ({ points, index, onChange, onBlur }: ChartMomentProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const point = points[index]!
  return (
    <input
      type="range"
      className="sr-only"
      min={0}
      max={points.length - 1}
      value={index}
      aria-label={t("truestock.history.moment")}
      aria-valuetext={t("truestock.history.reading", {
        at: formatMoment(point.at, language),
        stocked: formatQuantity(point.stocked, language),
        reserved: formatQuantity(point.reserved, language),
        available: formatQuantity(point.available, language),
      })}
      onFocus={() => onChange(index)}
      onChange={(event) => onChange(Number(event.target.value))}
      onBlur={onBlur}
    />
  )
}
