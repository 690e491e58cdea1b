import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { HistoryPoint } from "../../lib/answers"
import { SERIES, type Series } from "../../lib/chart/series"
import { formatMoment, formatQuantity } from "../../lib/format"

/** `time` is a moment in the past that the operator points at; undefined for now. */
type ChartLegendProps = { point: HistoryPoint; time: number | undefined }

/** Names each line by its colour and its dashes, with its quantity at one moment. */
export const ChartLegend = ({ point, time }: ChartLegendProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      {SERIES.map((series) => (
        <div key={series.quantity} className="flex items-center gap-x-2">
          <LineSample series={series} />
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t(`truestock.history.quantity.${series.quantity}`)}
          </Text>
          <Text size="small" leading="compact" weight="plus" className="tabular-nums">
            {formatQuantity(point[series.quantity], language)}
          </Text>
        </div>
      ))}
      <Text size="small" leading="compact" className="text-ui-fg-subtle ml-auto">
        {time === undefined ? t("truestock.history.now") : formatMoment(new Date(time), language)}
      </Text>
    </div>
  )
}

const LineSample = ({ series: { color, dash, width } }: { series: Series }) => (
  <svg width={28} height={8} aria-hidden="true">
    <line x1={0} x2={28} y1={4} y2={4} stroke={color} strokeWidth={width} strokeDasharray={dash} />
  </svg>
)
