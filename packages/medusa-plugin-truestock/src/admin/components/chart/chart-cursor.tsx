import type { HistoryPoint } from "../../lib/answers"
import type { Plot } from "../../lib/chart/plot"
import { SERIES } from "../../lib/chart/series"

type ChartCursorProps = { plot: Plot; time: number; point: HistoryPoint }

/** Marks the moment whose quantities the legend shows. */
export const ChartCursor = ({ plot, time, point }: ChartCursorProps) => {
  const x = plot.x(time)
  return (
    <g aria-hidden="true">
      <line x1={x} x2={x} y1={plot.area.top} y2={plot.area.bottom} stroke="var(--fg-muted)" />
      {SERIES.map(({ quantity, color }) => (
        <circle key={quantity} cx={x} cy={plot.y(point[quantity])} r={3.5} fill={color} />
      ))}
    </g>
  )
}
