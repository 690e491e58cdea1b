import type { Span } from "./scale"

/** The values that get a grid line, ascending; the first and the last are the ends of the axis. */
export type QuantityAxis = { domain: Span; ticks: number[] }

/**
 * An axis that holds every value and zero, with about `count` ticks at round numbers. Whole quantities get whole
 * ticks: a grid line at 0.5 books would ask a question that has no answer.
 */
export function quantityAxis(values: number[], count = 4): QuantityAxis {
  const lowest = values.reduce((a, b) => Math.min(a, b), 0)
  const highest = values.reduce((a, b) => Math.max(a, b), 0)
  const span = highest - lowest || 1
  const whole = values.every(Number.isInteger)
  const step = whole ? Math.max(1, roundStep(span / count)) : roundStep(span / count)
  const first = Math.floor(lowest / step)
  const last = Math.max(Math.ceil(highest / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => inSteps(first + i, step))
  return { domain: [ticks[0]!, ticks[ticks.length - 1]!], ticks }
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `step`. */
function roundStep(step: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 2, 5].find((candidate) => candidate * magnitude >= step * (1 - 1e-9)) ?? 10
  return factor * magnitude
}

/** 3 steps of 0.1 are 0.3, not 0.30000000000000004. */
const inSteps = (steps: number, step: number) => Number((steps * step).toPrecision(12)) + 0
