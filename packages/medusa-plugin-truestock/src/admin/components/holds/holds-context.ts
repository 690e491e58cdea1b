import { createContext, useContext } from "react"
import { useNow } from "../../hooks/use-now"
import { remainingSeconds } from "../../lib/holds/remaining"

const SECOND_MS = 1000

/**
 * What the cells of the table need beside their row. Not handed to them through the columns: with other columns every
 * cell is made anew, and a menu that stands open is gone.
 */
type HoldsContext = {
  /** How far the clock of the server, which judges the holds, is ahead of the browser's, in milliseconds. */
  ahead: number
  userNames: Map<string, string>
}

export const HoldsContext = createContext<HoldsContext>({ ahead: 0, userNames: new Map() })

/** Whole seconds until a moment of the server's, counting down; 0 once it has come. */
export function useRemainingSeconds(expiresAt: string): number {
  return remainingSeconds(expiresAt, useContext(HoldsContext).ahead, useNow(SECOND_MS))
}
