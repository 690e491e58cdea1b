import { quoted, TruestockError } from "../../errors"
import { assertStorable, assertWhole } from "./movement-input"
import { SHORTFALL_STATUSES, type ShortfallQuestion } from "./sql/list-shortfalls"

export const MOST_SHORTFALLS = 100
export const DEEPEST_SHORTFALL = 10_000_000

/** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
export function parseShortfalls(asked: Partial<ShortfallQuestion>): ShortfallQuestion {
  const { status = "open", limit = 20, offset = 0 } = asked
  if (!SHORTFALL_STATUSES.includes(status)) {
    throw new TruestockError(
      "invalid_status",
      `Status ${quoted(status)} is none of ${SHORTFALL_STATUSES.join(", ")}.`
    )
  }
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_SHORTFALLS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_SHORTFALL)
  assertStorable(asked)
  return { ...asked, status, limit, offset }
}
