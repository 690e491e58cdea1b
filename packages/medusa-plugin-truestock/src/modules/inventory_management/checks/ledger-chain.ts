import { findBrokenChains } from "../sql/find-broken-chains"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** I2: each running balance is the one before it plus the delta. */
export const ledgerChain: StockCheck = {
  name: "ledger_chain",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findBrokenChains(connection, { most: examples }), {
      ok: "Each movement starts where the one before it ended.",
      status: "error",
      summary: (count) =>
        `${counted(count, "movement does", "movements do")} not start where the one before ended: something changed unseen between them. \`truestock recalculate-inventory\` records the difference.`,
      example: (row) =>
        `movement ${row.movement_id} (${row.kind}) of ${levelOf(row)}: off by stocked ${row.stocked_gap}, reserved ${row.reserved_gap}, incoming ${row.incoming_gap}`,
    }),
}
