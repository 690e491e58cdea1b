import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query, type Transaction } from "./connection"
import { installedFunctions, installedTriggers } from "./sql/installed-versions"
import { type Trigger, type TriggerSet, versionComment, versionOf } from "./trigger-set"

/**
 * Attaching a trigger waits for the table's writers, and who comes later waits for us: so we wait briefly, let them
 * through, and try again.
 */
const LOCK_TIMEOUT_MS = 400
const ATTEMPTS = 8
const PAUSE_MS = 700

/** What an installation found and did. */
export type InstallResult = {
  /** Tables whose triggers were not there: changes to them may have been missed. */
  newly_attached: string[]
  /** Tables whose triggers were replaced by a newer version. */
  upgraded: string[]
  /** Tables that could not be done, with the reason; the next installation tries them again. */
  failed: { table: string; error: Error }[]
  /** A newer version than ours is installed; nothing was touched. */
  left_to_newer: boolean
}

/**
 * Brings a set of triggers into the database: idempotent, safe in every process at once, and cheap when there is
 * nothing to do (reads only).
 *
 * One transaction per table, or for the whole set where half of it would do harm, with a lock_timeout in each: a
 * long-running writer must delay us and not the shop. The advisory lock lets one process install at a time; it is
 * transaction-level, as poolers demand, so every step checks again what is there.
 */
export async function installTriggers(
  connection: Knex,
  schema: string,
  set: TriggerSet
): Promise<InstallResult> {
  const result: InstallResult = { newly_attached: [], upgraded: [], failed: [], left_to_newer: false }
  if (!(await installFunctions(connection, schema, set))) {
    return { ...result, left_to_newer: true }
  }
  const tables = Object.entries(set.tables)
  const groups = set.isWhole
    ? [tables]
    : tables.sort(([a], [b]) => a.localeCompare(b)).map((table) => [table])
  for (const group of groups) {
    try {
      for (const [table, found] of await attachMissing(connection, schema, set, group)) {
        if (found === "attached") result.newly_attached.push(table)
        if (found === "upgraded") result.upgraded.push(table)
      }
    } catch (error) {
      result.failed.push(...group.map(([table]) => ({ table, error: error as Error })))
    }
  }
  return result
}

/** false = a newer version is installed. */
async function installFunctions(connection: Knex, schema: string, set: TriggerSet): Promise<boolean> {
  const names = Object.keys(set.functions)
  const versions = async (on: Knex | Transaction) =>
    (await installedFunctions(on, schema, names)).map((f) => versionOf(set, f.comment))
  const isCurrent = (found: number[]) =>
    found.length === names.length && found.every((v) => v === set.version)

  const before = await versions(connection)
  if (before.some((v) => v > set.version)) return false
  if (isCurrent(before)) return true

  return withInstallLock(connection, async (tx) => {
    if ((await versions(tx)).some((v) => v > set.version)) return false
    for (const [name, sql] of Object.entries(set.functions)) {
      await query(tx, sql)
      await query(tx, `comment on function ${schema}.${name} is '${versionComment(set)}'`)
    }
    return true
  })
}

type Found = "absent" | "current" | "attached" | "upgraded"

/** Attaches what the tables lack, in one transaction; answers what was found of each. */
async function attachMissing(
  connection: Knex,
  schema: string,
  set: TriggerSet,
  tables: [string, Trigger[]][]
): Promise<[table: string, found: Found][]> {
  const lookAtAll = async (on: Knex | Transaction) => {
    const found: [string, Found][] = []
    for (const [table, triggers] of tables) found.push([table, await look(on, schema, set, table, triggers)])
    return found
  }
  const isDone = ([, found]: [string, Found]) => found === "absent" || found === "current"
  const before = await lookAtAll(connection)
  if (before.every(isDone)) return before

  return withInstallLock(connection, async (tx) => {
    const found = await lookAtAll(tx)
    const lacking = found.filter((entry) => !isDone(entry)).map(([table]) => table)
    for (const table of lacking)
      await query(tx, `lock table ${schema}."${table}" in share row exclusive mode`)
    for (const table of lacking) await attach(tx, schema, set, table)
    if (found.some(([, state]) => state === "attached")) await set.onAttached?.(tx)
    return found
  })
}

async function look(
  on: Knex | Transaction,
  schema: string,
  set: TriggerSet,
  table: string,
  triggers: Trigger[]
): Promise<Found> {
  const installed = await installedTriggers(on, schema, table)
  if (installed === null) return "absent"
  const versions = triggers
    .map((t) => installed.find((i) => i.name === t.name))
    .map((i) => i && versionOf(set, i.comment))
  if (versions.some((v) => v === undefined)) return "attached"
  return versions.every((v) => v! >= set.version) ? "current" : "upgraded"
}

async function attach(tx: Transaction, schema: string, set: TriggerSet, table: string): Promise<void> {
  for (const { name, definition } of set.tables[table]!) {
    const target = `${schema}."${table}"`
    await query(tx, `create or replace trigger ${name} ${definition.replace("$table", target)}`)
    await query(tx, `comment on trigger ${name} on ${target} is '${versionComment(set)}'`)
  }
}

async function withInstallLock<R>(connection: Knex, work: (tx: Transaction) => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connection.transaction(async (tx) => {
        await query(tx, `set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
        await query(tx, "select pg_advisory_xact_lock(hashtext('truestock install triggers'))")
        return work(tx)
      })
    } catch (error) {
      const isLockTimeout = (error as { code?: string }).code === "55P03"
      if (!isLockTimeout || attempt === ATTEMPTS) throw error
      await pause(PAUSE_MS)
    }
  }
}
