import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Check, Health } from "../../src/health"
import { diagnoseStockWorkflow } from "../../src/workflows"
import { moveClock } from "../support/clock"
import type { Booted } from "../support/run-with-shop"

/** What the doctor says now. */
export async function examine({ container }: Booted, deep = true): Promise<Health> {
  const { result } = await diagnoseStockWorkflow(container).run({ input: { deep, examples: 10 } })
  return result
}

/** The checks that complain, by name. */
export async function complaints(booted: Booted): Promise<Record<string, Check>> {
  const { checks } = await examine(booted)
  return Object.fromEntries(
    checks.filter(({ status }) => status !== "ok").map((check) => [check.name, check])
  )
}

/** Changes the database as one who is not seen by any trigger. */
export function unseen(connection: Knex, change: (tx: Knex.Transaction) => Promise<unknown>): Promise<void> {
  return connection.transaction(async (tx) => {
    await tx.raw("set local session_replication_role = replica")
    await change(tx)
  })
}

/** Stops what the shop does by itself, until the next test: within a minute it would attach what is missing. */
export async function rest({ availability, stock }: Booted): Promise<void> {
  await availability.__hooks.onApplicationPrepareShutdown()
  await stock.__hooks.onApplicationPrepareShutdown()
}

/** Moves the shop's clock. */
export async function hoursPass(connection: Knex, hours: number): Promise<void> {
  await moveClock(connection, hours * 3_600)
}

/** The only level of an item, whatever has happened to it. */
export async function levelOf(connection: Knex, inventory_item_id: string) {
  const [level] = await connection("inventory_level").where({ inventory_item_id })
  return {
    ...level,
    id: level.id as string,
    stocked: Number(level.stocked_quantity),
    reserved: Number(level.reserved_quantity),
  }
}

/** A quantity's JSON twin. */
export const twin = (value: number) => JSON.stringify({ value: String(value), precision: 20 })
