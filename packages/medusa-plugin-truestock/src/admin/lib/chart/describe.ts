export type Course = { first: number; last: number; lowest: number; highest: number }

/** What somebody who cannot see a line is told of it. A line without values lies at zero. */
export function courseOf(values: number[]): Course {
  const [first = 0] = values
  return {
    first,
    last: values.at(-1) ?? first,
    lowest: values.reduce((a, b) => Math.min(a, b), first),
    highest: values.reduce((a, b) => Math.max(a, b), first),
  }
}
