import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type LevelPosition, openNextLevels } from "../sql/unopened-levels"

const BATCH_SIZE = 500

/** Opens the books of every level that has none, one transaction a batch; yields how many each batch opened. */
export async function* openLedger(connection: Knex): AsyncGenerator<number> {
  let from: LevelPosition | null = null
  do {
    const { opened, next } = await openBatch(connection, from)
    from = next
    yield opened
  } while (from !== null)
}

function openBatch(
  connection: Knex,
  from: LevelPosition | null
): Promise<{ opened: number; next: LevelPosition | null }> {
  return connection.transaction((tx) => openNextLevels(tx, from, BATCH_SIZE))
}
