import type { Transaction } from "../../../../database/connection"

/**
 * For the statement to come, which adds up a hundred thousand rows: in memory, and joined by hash, since nobody knows
 * beforehand how many rows a part of it has; a nested loop would then take minutes. Compiling it would take longer than
 * running it.
 */
export async function worksInMemory(tx: Transaction): Promise<void> {
  await tx.raw("set local work_mem = '64MB'; set local jit = off; set local enable_nestloop = off")
}
