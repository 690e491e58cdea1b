import { unitsOrNone } from "../stockroom/units"

/** What is to be sent for a line; undefined: nothing, since it says what is on record or no number. null takes it out. */
export function entryOf(
  typed: string,
  counted: number | null
): { counted_quantity: number | null } | undefined {
  if (typed.trim() === "") return counted === null ? undefined : { counted_quantity: null }
  const units = unitsOrNone(typed)
  return units === undefined || units === counted ? undefined : { counted_quantity: units }
}

/** Whether a line can be left like that: units, or nothing. */
export function isEntry(typed: string): boolean {
  return typed.trim() === "" || unitsOrNone(typed) !== undefined
}

/** What is found or missing by what is typed, before it is sent. */
export function differenceOf(typed: string, expected: number): number | undefined {
  const units = unitsOrNone(typed)
  return units === undefined ? undefined : units - expected
}
