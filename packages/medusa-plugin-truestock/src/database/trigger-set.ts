import type { Transaction } from "./connection"

/**
 * A set of triggers that is complete by itself, e.g. the change feed. `version` is a number that only grows: an
 * older process of a rolling deploy leaves a newer set alone.
 */
export type TriggerSet = {
  name: string
  version: number
  /** `create or replace function` statements by function name, schema-qualified. */
  functions: Record<string, string>
  /** Triggers per table. Tables that do not exist (a module that is not installed) are skipped. */
  tables: Record<string, Trigger[]>
  /**
   * Attached in one transaction, all tables locked in the order given: half of the set would do harm. Without it each
   * table is done by itself, so that one that is busy does not keep the others waiting.
   */
  isWhole?: boolean
  /** Runs in the transaction that attaches triggers where some were missing: changes may have been missed. */
  onAttached?: (tx: Transaction) => Promise<void>
}

export type Trigger = {
  name: string
  /** Everything after `create or replace trigger <name>`, with `$table` where the table goes. */
  definition: string
}

/** The comment that says which version of which set an object belongs to. */
export function versionComment(set: Pick<TriggerSet, "name" | "version">): string {
  return `truestock ${set.name} v${set.version}`
}

/** The version in such a comment; 0 for none or for somebody else's. */
export function versionOf(set: Pick<TriggerSet, "name">, comment: string | null): number {
  const match = new RegExp(`^truestock ${set.name} v(\\d+)$`).exec(comment ?? "")
  return match ? Number(match[1]) : 0
}
