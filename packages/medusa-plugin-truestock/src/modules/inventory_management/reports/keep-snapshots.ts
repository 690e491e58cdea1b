import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as pause } from "node:timers/promises"
import { firstAfter, isSettled, lastSnapshot, readEnd, writeSnapshot } from "./sql/snapshots"
import { worksInMemory } from "./sql/works-in-memory"

/** A snapshot is due when the ledger has grown by so many movements per place of the one before, and by this many at least. */
const PER_PLACE = 1
const LEAST_MOVEMENTS = 100_000
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 100

/**
 * Writes the snapshots that are due, so that no report reads more of the ledger than lies between two of them. A
 * ledger from before gets those of its past, one after the other.
 *
 * A snapshot never has a movement missing: one that is written by a transaction still under way has an id, and is not
 * there yet. So the end of the ledger is read first, and taken once every transaction of that moment is over. Any number
 * of processes may do this at the same time. A transaction that goes on for longer than the patience, in whichever database of
 * the server, leaves it to the next time.
 *
 * @param every movements between two; none = by the number of places
 * @param most so many at once; what is left is written the next time
 * @returns how many were written
 */
export async function keepSnapshots(connection: Knex, every?: number, most = Infinity): Promise<number> {
  const end = await readEnd(connection)
  let isOver = false
  for (let written = 0; ; written++) {
    const last = await lastSnapshot(connection)
    const step = every ?? Math.max(LEAST_MOVEMENTS, PER_PLACE * (last?.places ?? 0))
    const first = BigInt(await firstAfter(connection, last?.until_id ?? "0"))
    const until_id = first + BigInt(step - 1)
    if (written >= most || first === 0n || until_id > BigInt(end.id)) return written
    isOver ||= await settled(connection, end.ends_before)
    if (!isOver) return written
    const isWritten = await connection.transaction(async (tx) => {
      await worksInMemory(tx)
      return writeSnapshot(tx, String(until_id))
    })
    if (!isWritten) return written
  }
}

async function settled(connection: Knex, ends_before: string): Promise<boolean> {
  for (let waited_ms = 0; waited_ms <= PATIENCE_MS; waited_ms += LOOK_EVERY_MS) {
    if (await isSettled(connection, ends_before)) return true
    await pause(LOOK_EVERY_MS)
  }
  return false
}
