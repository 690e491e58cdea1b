import { readGuardMode } from "../sql/guard-mode"
import type { StockCheck } from "./check"

/** The guard refuses what is not there. */
export const guardMode: StockCheck = {
  name: "guard_mode",
  run: async ({ connection }) => {
    const mode = await readGuardMode(connection)
    if (mode === "enforce")
      return { status: "ok", summary: "The guard refuses promises that stock does not cover." }
    const effect =
      mode === "observe"
        ? "it records what it would refuse, and lets it pass"
        : "it looks away, and core counts reservations as it does by itself"
    return {
      status: "warning",
      summary: `The guard is in mode ${mode}: ${effect}. \`truestock guard-mode enforce\` makes it refuse.`,
    }
  },
}
