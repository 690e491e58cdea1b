import type { History } from "../answers"
import { quantityAxis } from "./quantity-axis"
import { linearScale, type Scale } from "./scale"
import { timeTicks } from "./time-axis"

/** Where everything goes on a chart of some size, in CSS pixels. */
export type Plot = {
  width: number
  height: number
  area: { left: number; right: number; top: number; bottom: number }
  x: Scale
  y: Scale
  times: number[]
  timeTicks: Date[]
  quantityTicks: number[]
}

const MARGIN = { top: 22, right: 20, bottom: 26 }
const DIGIT_PX = 7
const DAY_LABEL_PX = 72

export function plotOf({ from, to, points }: History, size: { width: number; height: number }): Plot {
  const axis = quantityAxis(
    points.flatMap(({ stocked, reserved, available }) => [stocked, reserved, available])
  )
  const area = {
    left: leftMargin(axis.ticks),
    right: size.width - MARGIN.right,
    top: MARGIN.top,
    bottom: size.height - MARGIN.bottom,
  }
  const [start, end] = [new Date(from), new Date(to)]
  return {
    ...size,
    area,
    x: linearScale([start.getTime(), end.getTime()], [area.left, area.right]),
    y: linearScale(axis.domain, [area.bottom, area.top]),
    times: points.map(({ at }) => new Date(at).getTime()),
    timeTicks: timeTicks(start, end, Math.max(2, Math.floor((area.right - area.left) / DAY_LABEL_PX))),
    quantityTicks: axis.ticks,
  }
}

/** Room for the longest quantity, its sign and its separators. */
function leftMargin(ticks: number[]): number {
  const longest = ticks.reduce((most, tick) => Math.max(most, tick.toLocaleString("en").length), 0)
  return Math.max(32, longest * DIGIT_PX + 14)
}
