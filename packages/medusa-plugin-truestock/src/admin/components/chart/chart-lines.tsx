import type { HistoryPoint } from "../../lib/answers"
import type { Plot } from "../../lib/chart/plot"
import { SERIES } from "../../lib/chart/series"
import { stepPath } from "../../lib/chart/step-path"

/** A step line for each quantity. */
export const ChartLines = ({ plot, points }: { plot: Plot; points: HistoryPoint[] }) => (
  <g aria-hidden="true" fill="none" strokeLinejoin="round">
    {SERIES.map(({ quantity, color, dash, width }) => (
      <path
        key={quantity}
        d={stepPath(points.map((point, i) => ({ x: plot.x(plot.times[i]!), y: plot.y(point[quantity]) })))}
        stroke={color}
        strokeWidth={width}
        strokeDasharray={dash}
      />
    ))}
  </g>
)
