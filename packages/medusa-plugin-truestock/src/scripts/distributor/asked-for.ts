import { quoted, TruestockError } from "../../errors"

const LONGEST_REASON = 255

/** @throws invalid_limit */
export function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new TruestockError(
    "invalid_limit",
    `limit has the value ${quoted(text)}; use a whole number from 1 on.`
  )
}

/** Why a run is let through its guards, or what else is done on a person's word. @throws invalid_parameter */
export function reasonOf(
  text: string | undefined,
  option = "override",
  what = "the figures are right"
): string | null {
  if (text === undefined) return null
  const reason = text.trim()
  if (reason !== "" && reason.length <= LONGEST_REASON) return reason
  throw new TruestockError(
    "invalid_parameter",
    `${option} has the value ${quoted(text)}; say in at most ${LONGEST_REASON} characters why ${what}.`
  )
}

/** "title, price" as names; which of them there are is the run's to say. */
export function fieldsOf(text: string | undefined): string[] | null {
  return text === undefined ? null : text.split(",").map((name) => name.trim())
}
