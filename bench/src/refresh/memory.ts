/** The largest sample of the first and of the last quarter: flat means that they hardly differ. */
export function growth(samples: number[]): { first: number; last: number } {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  return { first: Math.max(...samples.slice(0, quarter)), last: Math.max(...samples.slice(-quarter)) }
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}
