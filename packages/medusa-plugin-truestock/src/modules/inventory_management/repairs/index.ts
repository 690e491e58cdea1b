import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { books } from "./books"
import { orphanReservation } from "./orphan-reservation"
import { rawQuantities } from "./raw-quantities"
import {
  type Repair,
  REPAIR_KINDS,
  type RepairDefinition,
  type RepairKind,
  type RepairOutcome,
} from "./repair"
import { reservedQuantity } from "./reserved-quantity"
import { shortfall } from "./shortfall"

type Row = Repair["found"] & { inventory_item_id: string; location_id: string }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind knows its own rows
const DEFINITIONS: Record<RepairKind, RepairDefinition<any>> = {
  orphan_reservation: orphanReservation,
  reserved_quantity: reservedQuantity,
  raw_quantities: rawQuantities,
  books,
  shortfall,
}

/** What is wrong of one kind: the first `most` repairs, and how many there are. */
export async function planRepairs(
  connection: Knex,
  kind: RepairKind,
  most: number
): Promise<{ repairs: Repair[]; count: number }> {
  const { find, describe } = DEFINITIONS[kind]
  const { rows, count } = await find(connection, { most })
  return { count, repairs: rows.map((row: Row) => repairOf(kind, describe(row), row)) }
}

function repairOf(kind: RepairKind, description: string, row: Row): Repair {
  const { inventory_item_id, location_id, level_id, reservation_id, ...found } = row
  return {
    kind,
    description,
    inventory_item_id,
    location_id,
    ...(level_id && { level_id }),
    ...(reservation_id && { reservation_id }),
    found,
  }
}

/**
 * Makes one repair, in a transaction of its own: locks what is wrong, looks again, and leaves it alone if it is not
 * as the plan found it.
 */
export async function makeRepair(connection: Knex, repair: Repair): Promise<RepairOutcome> {
  const { find, lock, premise, mend } = DEFINITIONS[repair.kind]
  const planned = { ...repair.found, ...repair }
  return connection.transaction(async (tx) => {
    await lock(tx, planned)
    const { rows } = await find(tx, { most: 1, only: (repair.reservation_id ?? repair.level_id)! })
    const now: Row | undefined = rows[0]
    if (
      !now ||
      premise.some((field) => now[String(field)] !== planned[String(field) as keyof typeof planned])
    ) {
      return "skipped"
    }
    await mend(tx, now)
    return "mended"
  })
}

export { type Repair, REPAIR_KINDS, type RepairKind, type RepairOutcome }
