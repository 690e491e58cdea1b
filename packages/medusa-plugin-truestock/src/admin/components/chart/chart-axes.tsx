import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { formatDay, formatQuantity } from "../../lib/format"
import type { Plot } from "../../lib/chart/plot"

const TEXT = { fontSize: 11, fill: "var(--fg-subtle)" }

/** Grid lines with their quantities, a stronger one at zero, and the days. */
export const ChartAxes = ({ plot }: { plot: Plot }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { left, right, top, bottom } = plot.area
  return (
    <g aria-hidden="true">
      <text {...TEXT} x={0} y={11}>
        {t("truestock.shared.units")}
      </text>
      {plot.quantityTicks.map((quantity) => (
        <g key={quantity}>
          <line
            x1={left}
            x2={right}
            y1={plot.y(quantity)}
            y2={plot.y(quantity)}
            stroke={quantity === 0 ? "var(--fg-muted)" : "var(--border-base)"}
          />
          <text {...TEXT} x={left - 8} y={plot.y(quantity)} dy="0.32em" textAnchor="end">
            {formatQuantity(quantity, language)}
          </text>
        </g>
      ))}
      {plot.timeTicks.map((day) => (
        <g key={day.getTime()} transform={`translate(${plot.x(day.getTime())} ${bottom})`}>
          <line y1={top - bottom} y2={0} stroke="var(--border-base)" strokeDasharray="1 3" />
          <line y2={4} stroke="var(--fg-muted)" />
          <text {...TEXT} y={18} textAnchor="middle">
            {formatDay(day, language)}
          </text>
        </g>
      ))}
    </g>
  )
}
