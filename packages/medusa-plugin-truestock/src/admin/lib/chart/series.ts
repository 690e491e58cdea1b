/**
 * The lines of the history chart, in drawing order. Where nothing is reserved, stocked and available are the same
 * line, so that what is drawn later is dashed and lets the one below show. Colours are the theme's text colours of
 * tags: they have contrast on the page's ground in light and in dark.
 */
export const SERIES = [
  { quantity: "stocked", color: "var(--tag-blue-text)", dash: undefined, width: 2.5 },
  { quantity: "available", color: "var(--tag-green-text)", dash: "7 4", width: 2 },
  { quantity: "reserved", color: "var(--tag-orange-text)", dash: "2 3", width: 2 },
] as const

export type Series = (typeof SERIES)[number]
