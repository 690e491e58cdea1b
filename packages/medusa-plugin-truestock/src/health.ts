import { messageOf } from "./background/chore"

/** What a check came to. `skipped` = not looked at this time. */
export type CheckStatus = "ok" | "warning" | "error" | "skipped"

/** One line of the doctor's report. */
export type Check = {
  name: string
  status: CheckStatus
  /** A sentence: what was found, and what to do about it. */
  summary: string
  /** How many offend. */
  count?: number
  /** The first of them, with their ids. */
  examples?: string[]
}

export type Verdict = Omit<Check, "name">

/** What GET /admin/truestock/health and `truestock doctor` answer. */
export type Health = {
  status: Exclude<CheckStatus, "skipped">
  guard_mode: string
  checked_at: string
  checks: Check[]
}

/** How thoroughly to look. */
export type Examination = {
  /** Also the checks that read whole tables. */
  deep: boolean
  /** How many offenders each check names; all are counted. */
  examples: number
}

/** A check: light ones are cheap on a shop of any size; deep ones read whole tables. */
export type CheckDefinition<On> = {
  name: string
  deep?: boolean
  run: (on: On, examples: number) => Promise<Verdict>
}

/** The invariants of the design that checks stand for: what `truestock check-inventory` looks at. */
export const INVARIANTS: Record<string, string> = {
  ledger_balance: "I1",
  ledger_chain: "I2",
  reserved_quantity: "I3",
  floor: "I4",
  holds_end_once: "I5",
  read_model: "I8",
  listing_counts: "I9",
  change_queue: "I10",
  movements_immutable: "I11",
}

/** The worst of them; what was skipped says nothing. */
export function worstOf(checks: Pick<Check, "status">[]): Health["status"] {
  const has = (status: CheckStatus) => checks.some((check) => check.status === status)
  return has("error") ? "error" : has("warning") ? "warning" : "ok"
}

/**
 * Runs checks one after the other, so that a diagnosis takes one connection and not the shop's pool. A check that
 * fails is an error of its own and keeps none of the others from running.
 */
export async function runChecks<On>(
  definitions: CheckDefinition<On>[],
  on: On,
  { deep, examples }: Examination
): Promise<Check[]> {
  const checks: Check[] = []
  for (const { name, deep: isDeep, run } of definitions) {
    if (isDeep && !deep) {
      checks.push({ name, status: "skipped", summary: "Reads whole tables: looked at by a deep check only." })
      continue
    }
    try {
      checks.push({ name, ...(await run(on, examples)) })
    } catch (error) {
      checks.push({ name, status: "error", summary: `Could not be checked: ${messageOf(error)}` })
    }
  }
  return checks
}
