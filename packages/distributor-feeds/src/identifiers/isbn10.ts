import { isbn10CheckCharacter } from "./check-digits"

/** The ISBN-10 of thirteen canonical digits; null where there is none: only 978 has one. */
export function toIsbn10(ean13: string): string | null {
  if (!ean13.startsWith("978")) return null
  const body = ean13.slice(3, 12)
  return `${body}${isbn10CheckCharacter(body)}`
}
