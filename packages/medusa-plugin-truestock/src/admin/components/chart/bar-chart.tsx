import { useId, useMemo } from "react"
import { useWidth } from "../../hooks/use-width"
import { BAR_PX, barLayout, fitted } from "../../lib/chart/bar-layout"

const TEXT = { fontSize: 11, fill: "var(--fg-subtle)" }
const NARROWEST_PX = 260

type BarChartProps = {
  /** What is compared: the heading, and what a screen reader says of the chart. */
  title: string
  bars: { name: string; value: number }[]
  format: (value: number) => string
}

/** Numbers side by side. Each is also written behind its bar; the table below has them all. */
export const BarChart = ({ title, bars, format }: BarChartProps) => {
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>()
  const layout = useMemo(
    () =>
      barLayout(
        bars.map(({ value }) => value),
        Math.max(width ?? 0, NARROWEST_PX)
      ),
    [bars, width]
  )
  const { x, zero, names, top, bottom } = layout
  return (
    <figure className="flex flex-col gap-y-2">
      <figcaption id={id} className="txt-compact-small text-ui-fg-subtle">
        {title}
      </figcaption>
      <div ref={ref} style={{ height: layout.height }} className="w-full overflow-hidden">
        <svg width={layout.width} height={layout.height} role="list" aria-labelledby={id}>
          <g aria-hidden="true">
            {layout.ticks.map((tick) => (
              <g key={tick}>
                <line
                  x1={x(tick)}
                  x2={x(tick)}
                  y1={0}
                  y2={bottom}
                  stroke={tick === 0 ? "var(--fg-muted)" : "var(--border-base)"}
                />
                <text {...TEXT} x={x(tick)} y={bottom + 16} textAnchor="middle">
                  {format(tick)}
                </text>
              </g>
            ))}
          </g>
          {bars.map(({ name, value }, n) => (
            <g key={`${n} ${name}`} role="listitem" aria-label={`${name}: ${format(value)}`}>
              <title>{`${name}: ${format(value)}`}</title>
              <text {...TEXT} x={0} y={top(n) + BAR_PX / 2} dy="0.32em">
                {fitted(name, names)}
              </text>
              <rect
                x={Math.min(zero, x(value))}
                y={top(n)}
                width={Math.max(value === 0 ? 0 : 1, Math.abs(x(value) - zero))}
                height={BAR_PX}
                rx={2}
                fill={value < 0 ? "var(--tag-red-text)" : "var(--tag-blue-text)"}
              />
              <text
                {...TEXT}
                fill="var(--fg-base)"
                x={Math.max(zero, x(value)) + 6}
                y={top(n) + BAR_PX / 2}
                dy="0.32em"
              >
                {format(value)}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  )
}
