import type { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import { parseGiven, type Refusing } from "../parse-given"

/** Lines of one paper, each as the schema reads it, and each item once. @throws what is refused, duplicate_row */
export function parseLines<Schema extends z.ZodType<{ inventory_item_id: string }>>(
  schema: Schema,
  lines: unknown[],
  refusing: Refusing
): z.output<Schema>[] {
  const parsed = lines.map((line, n) => parseGiven(schema, line, refusing, `Line ${n}: `))
  const seen = new Set<string>()
  for (const { inventory_item_id } of parsed) {
    if (seen.has(inventory_item_id)) {
      throw new TruestockError("duplicate_row", `Item ${inventory_item_id} is named twice. Add its lines up.`)
    }
    seen.add(inventory_item_id)
  }
  return parsed
}
