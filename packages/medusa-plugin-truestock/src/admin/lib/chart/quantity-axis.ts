import type { Span } from "./scale"

/** The values that get a grid line, ascending; the first and the last are the ends of the axis. */
export type QuantityAxis = { domain: Span; ticks: number[] }

/**
 * An axis that holds every value and zero, with about `count` ticks at round numbers. Whole quantities get whole
 * ticks: a grid line at 0.5 books would ask a question that has no answer.
 */
export function quantityAxis(values: number[], count = 5): QuantityAxis {
  const lowest = values.reduce((a, b) => Math.min(a, b), 0)
  const highest = values.reduce((a, b) => Math.max(a, b), 0)
  const span = highest - lowest || 1
  const whole = values.every(Number.isInteger)
  const step = roundStep(span / count, whole)
  const first = Math.floor(lowest / step)
  const last = Math.max(Math.ceil(highest / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => inSteps(first + i, step))
  return { domain: [ticks[0]!, ticks[ticks.length - 1]!], ticks }
}

/** The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below `step`, and whole where it has to be. */
function roundStep(step: number, whole: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(whole ? Math.max(step, 1) : step))
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude)
  return steps.find((candidate) => candidate >= step * (1 - 1e-9) && (!whole || Number.isInteger(candidate)))!
}

/** 3 steps of 0.1 are 0.3, not 0.30000000000000004. */
const inSteps = (steps: number, step: number) => Number((steps * step).toPrecision(12)) + 0
