import { countUnopenedLevels } from "../sql/unopened-levels"
import { counted, type StockCheck } from "./check"

/** Every level has books. They open at the first touch; the rest can wait, but has no history until then. */
export const ledgerOpened: StockCheck = {
  name: "ledger_opened",
  deep: true,
  run: async ({ connection }) => {
    const count = await countUnopenedLevels(connection)
    if (count === 0) return { status: "ok", summary: "The books of every level are open." }
    return {
      status: "warning",
      summary: `The books of ${counted(count, "level are", "levels are")} not opened yet. \`truestock open-ledger\` opens them.`,
      count,
    }
  },
}
