/** A part of an address as it was before it was encoded; as it is where that cannot be told. */
export function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
