import type { Transaction } from "../../../database/connection"
import { performOperation } from "../../inventory_management/perform-operation"
import type { SourceOptions } from "../sources/source-options"
import { putSupply } from "./sql/put-supply"
import { readWanted } from "./sql/read-wanted"
import { setBackorders } from "./sql/set-backorders"
import { setMetadata } from "./sql/set-metadata"

export type Settling = { source: SourceOptions; location_id: string; run_id: string; note: string }

/**
 * Makes the shop what the queue says of imported titles: the level at the source's location, whether carts take more,
 * the product's figures per place, what the availability is told. In the caller's transaction; touches what differs, so
 * it may be done again. Locks titles, then levels, variants, products and supplies, each in their order.
 *
 * @returns how many levels were changed
 */
export async function settleTitles(
  tx: Transaction,
  { source, location_id, run_id, note }: Settling,
  eans: string[]
): Promise<number> {
  const wanted = await readWanted(tx, source.id, eans)
  const rows = wanted
    .filter(({ inventory_item_id, terms }) => inventory_item_id !== null && terms.sellable !== null)
    .map(({ inventory_item_id, terms }) => ({ inventory_item_id, quantity: terms.sellable }))
  const because = { reason: "sync", note, reference_type: "sync_run", reference_id: run_id }
  const { answer } =
    rows.length === 0
      ? { answer: { levels: 0 } }
      : await performOperation<{ levels: number }>(
          tx,
          "sync",
          { input: { rows, location_id, because } },
          { context: { correlation_id: run_id } }
        )
  const known = wanted.map(({ ean13 }) => ean13)
  await setBackorders(tx, source.id, known)
  await setMetadata(tx, source.id, known)
  await putSupply(tx, source.id, known, source)
  return answer.levels
}
