export type Spot = { x: number; y: number }

/**
 * SVG path of a quantity that keeps its value until the next spot: across first, then up or down. Sloping lines
 * would show quantities that never were.
 */
export function stepPath(spots: Spot[]): string {
  const [first, ...rest] = spots
  if (!first) return ""
  return [`M${round(first.x)} ${round(first.y)}`, ...rest.map(({ x, y }) => `H${round(x)}V${round(y)}`)].join(
    ""
  )
}

const round = (value: number) => Math.round(value * 10) / 10
