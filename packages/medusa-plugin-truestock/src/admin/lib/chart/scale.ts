export type Span = readonly [from: number, to: number]
export type Scale = (value: number) => number

/** Maps `domain` onto `range` in proportion. A domain without extent lands in the middle. */
export function linearScale([d0, d1]: Span, [r0, r1]: Span): Scale {
  if (d0 === d1) return () => (r0 + r1) / 2
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0)
}
