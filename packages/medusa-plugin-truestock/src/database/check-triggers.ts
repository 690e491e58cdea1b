import type { Verdict } from "../health"
import { type Connection, query } from "./connection"
import { installedFunctions, installedTriggers } from "./sql/installed-versions"
import { type TriggerSet, versionOf } from "./trigger-set"

/**
 * Whether a set of triggers is attached, enabled, and of this version. A newer one is left alone, as the installer
 * does: another process of a rolling deploy is ahead of this one.
 */
export async function checkTriggers(
  connection: Connection,
  setFor: (schema: string) => TriggerSet,
  examples: number
): Promise<Verdict> {
  const [where] = await query<{ schema: string }>(connection, "select current_schema() as schema")
  const set = setFor(where!.schema)
  const { wrong, newer, tables } = await compare(connection, where!.schema, set)
  if (wrong.length > 0) {
    return {
      status: "error",
      summary: `${wrong.length} functions or triggers of the set ${set.name} are missing, disabled or old. Start the shop: it attaches them, and its log says if it cannot.`,
      count: wrong.length,
      examples: wrong.slice(0, examples),
    }
  }
  return newer
    ? {
        status: "warning",
        summary: `The ${set.name} triggers in the database are newer than this process (v${set.version}). Deploy it everywhere.`,
      }
    : {
        status: "ok",
        summary: `The ${set.name} triggers, v${set.version}, are attached to ${tables} tables.`,
      }
}

async function compare(connection: Connection, schema: string, set: TriggerSet) {
  const wrong: string[] = []
  let newer = false
  let tables = 0
  const judge = (what: string, found: { comment: string | null } | undefined) => {
    const version = found && versionOf(set, found.comment)
    if (version === undefined) wrong.push(`${what} is missing or disabled`)
    else if (version < set.version) wrong.push(`${what} is v${version}, not v${set.version}`)
    else newer ||= version > set.version
  }
  const names = Object.keys(set.functions)
  const functions = await installedFunctions(connection, schema, names)
  for (const name of names) {
    judge(
      `function ${name}`,
      functions.find((found) => found.name === name)
    )
  }
  for (const [table, triggers] of Object.entries(set.tables)) {
    const installed = await installedTriggers(connection, schema, table)
    if (installed === null) continue
    tables++
    for (const { name } of triggers) {
      judge(
        `trigger ${name} on ${table}`,
        installed.find((found) => found.name === name)
      )
    }
  }
  return { wrong, newer, tables }
}
