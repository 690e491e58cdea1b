import { quantityAxis } from "./quantity-axis"
import { linearScale, type Scale } from "./scale"

/** Where everything goes on a chart of horizontal bars, in CSS pixels. */
export type BarLayout = {
  width: number
  height: number
  /** Room for the names, left of the bars. */
  names: number
  x: Scale
  zero: number
  ticks: number[]
  /** The top of the nth bar. */
  top: (n: number) => number
  bottom: number
}

export const BAR_PX = 18
const ROW_PX = 28
const TOP_PX = 6
const AXIS_PX = 24
const VALUE_PX = 84
const TICK_PX = 72
const WIDEST_NAMES_PX = 220

/** As wide as there is room; the numbers stand behind the bars. */
export function barLayout(values: number[], width: number): BarLayout {
  const names = Math.min(WIDEST_NAMES_PX, Math.round(width * 0.36))
  const [left, right] = [names + 8, width - VALUE_PX]
  const axis = quantityAxis(values, Math.max(2, Math.min(5, Math.floor((right - left) / TICK_PX))))
  const x = linearScale(axis.domain, [left, right])
  const bottom = TOP_PX + values.length * ROW_PX
  return {
    ...{ width, height: bottom + AXIS_PX, names, x, zero: x(0), ticks: axis.ticks, bottom },
    top: (n) => TOP_PX + n * ROW_PX + (ROW_PX - BAR_PX) / 2,
  }
}

const CHARACTER_PX = 6.6

/** A name as it fits; all of it is the bar's title. */
export function fitted(name: string, width: number): string {
  const most = Math.max(4, Math.floor(width / CHARACTER_PX))
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}
