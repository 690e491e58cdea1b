/** Index of the last point that is not after `time`: the one whose values hold then. */
export function pointAt(times: number[], time: number): number {
  let low = 0
  let high = times.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (times[middle]! <= time) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
