import { type Check, INVARIANTS } from "../health"

/** A report for people: a line for each check, and under it what offends. */
export function renderChecks(checks: Check[]): string[] {
  const width = Math.max(...checks.map((check) => titleOf(check).length))
  return checks.flatMap((check) => [
    `${check.status.padEnd(8)} ${titleOf(check).padEnd(width)}  ${check.summary}`,
    ...(check.status === "ok" ? [] : offendersOf(check)),
  ])
}

const titleOf = ({ name }: Check) => (INVARIANTS[name] ? `${name} (${INVARIANTS[name]})` : name)

function offendersOf({ examples = [], count = 0 }: Check): string[] {
  const more = examples.length > 0 ? count - examples.length : 0
  return [...examples, ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `         - ${line}`)
}
