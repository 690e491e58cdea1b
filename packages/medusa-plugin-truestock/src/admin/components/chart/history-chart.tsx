import { useId, useMemo, useState, type PointerEvent } from "react"
import { useWidth } from "../../hooks/use-width"
import type { History } from "../../lib/answers"
import { plotOf } from "../../lib/chart/plot"
import { pointAt } from "../../lib/chart/point-at"
import { linearScale } from "../../lib/chart/scale"
import { ChartAxes } from "./chart-axes"
import { ChartCursor } from "./chart-cursor"
import { ChartDescription } from "./chart-description"
import { ChartLegend } from "./chart-legend"
import { ChartLines } from "./chart-lines"
import { ChartMoment } from "./chart-moment"

const HEIGHT_PX = 240
const NARROWEST_PX = 240

/** Stocked, reserved and available over time. Pointer and arrow keys move through it; the legend follows. */
export const HistoryChart = ({ history }: { history: History }) => {
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>()
  const [time, setTime] = useState<number>()
  const plot = useMemo(
    () => plotOf(history, { width: Math.max(width ?? 0, NARROWEST_PX), height: HEIGHT_PX }),
    [history, width]
  )
  const { points } = history
  const index = time === undefined ? points.length - 1 : pointAt(plot.times, time)
  const point = points[index]!
  const toNow = () => setTime(undefined)

  const follow = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const { left, right } = plot.area
    const x = Math.min(Math.max(clientX - currentTarget.getBoundingClientRect().left, left), right)
    setTime(linearScale([left, right], [Date.parse(history.from), Date.parse(history.to)])(x))
  }

  return (
    <figure className="has-[:focus-visible]:shadow-borders-focus relative flex flex-col gap-y-3 rounded-md">
      <ChartLegend point={point} time={time} />
      <ChartMoment
        points={points}
        index={index}
        onChange={(next) => setTime(plot.times[next])}
        onBlur={toNow}
      />
      <div ref={ref} style={{ height: HEIGHT_PX }} className="w-full overflow-hidden">
        <svg
          width={plot.width}
          height={plot.height}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          onPointerMove={follow}
          onPointerLeave={toNow}
        >
          <ChartAxes plot={plot} />
          <ChartLines plot={plot} points={points} />
          {time !== undefined && <ChartCursor plot={plot} time={time} point={point} />}
        </svg>
      </div>
      <ChartDescription history={history} titleId={`${id}-title`} descriptionId={`${id}-description`} />
    </figure>
  )
}
