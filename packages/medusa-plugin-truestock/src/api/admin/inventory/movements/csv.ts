import type { Movement } from "../../../../modules/inventory_management/sql/list-movements"
import type { CsvFile } from "../../../send-csv"

/** A movement in one line: what it belongs to as `type:id`, separated by blanks. */
type Line = Omit<Movement, "references"> & { references: string }

const COLUMNS: (keyof Line)[] = [
  ...(["id", "created_at", "level_id", "inventory_item_id", "sku", "location_id", "location_name"] as const),
  ...(["kind", "reason", "note", "stocked_delta", "stocked_balance", "reserved_delta"] as const),
  ...(["reserved_balance", "incoming_delta", "incoming_balance", "available_balance"] as const),
  ...(["references", "actor_type", "actor_id", "correlation_id"] as const),
]

/** The ledger as a file. */
export function movementsCsv(movements: AsyncGenerator<Movement, void, undefined>): CsvFile<Line> {
  return { filename: "movements.csv", columns: COLUMNS, rows: lines(movements) }
}

async function* lines(movements: AsyncGenerator<Movement, void, undefined>) {
  for await (const movement of movements) {
    yield {
      ...movement,
      references: movement.references.map(({ type, id }) => `${type}:${id}`).join(" "),
    }
  }
}
