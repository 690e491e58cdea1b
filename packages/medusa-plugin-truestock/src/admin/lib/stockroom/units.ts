/** Units as they were typed; undefined while none, or no number, is. Whether parts of units exist is the server's to say. */
export function unitsOf(typed: string): number | undefined {
  const units = unitsOrNone(typed)
  return units === 0 ? undefined : units
}

/** The same where none is a number of units too: what was counted. */
export function unitsOrNone(typed: string): number | undefined {
  const units = typed.trim() === "" ? NaN : Number(typed)
  return Number.isFinite(units) && units >= 0 ? units : undefined
}
