/**
 * Whether figures are older than those that are known, and so must not take their place. Those of which nobody said of
 * when they are do not take the place of any that are dated. ISO instants.
 */
export function isOlder(as_of: string | null, known: string | null): boolean {
  if (known === null) return false
  return as_of === null || new Date(as_of) < new Date(known)
}
