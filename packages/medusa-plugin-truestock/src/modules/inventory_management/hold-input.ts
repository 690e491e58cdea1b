import { quoted, TruestockError } from "../../errors"
import { assertStorable, assertWhole } from "./movement-input"
import { HOLD_FILTERS, type HoldQuestion } from "./sql/list-holds"

export const MOST_HOLDS = 100
export const DEEPEST_HOLD = 10_000_000

/** @throws invalid_limit, invalid_offset, invalid_parameter */
export function parseHolds(asked: Partial<HoldQuestion>): HoldQuestion {
  const { state = "held", limit = 20, offset = 0 } = asked
  if (!HOLD_FILTERS.includes(state)) {
    throw new TruestockError(
      "invalid_parameter",
      `State ${quoted(state)} is none of ${HOLD_FILTERS.join(", ")}.`
    )
  }
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_HOLDS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_HOLD)
  assertStorable(asked)
  return { ...asked, state, limit, offset }
}
