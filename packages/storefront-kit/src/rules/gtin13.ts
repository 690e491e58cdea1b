/**
 * Thirteen digits of an ISBN-13, ISBN-10, EAN or UPC-A, with or without hyphens; null for what is none, or whose check
 * digit is wrong: a number that is not the book's is worse than none.
 */
export function gtin13(code: unknown): string | null {
  if (typeof code !== "string") return null
  const text = code.replace(/[\s-]/g, "").toUpperCase()
  if (/^\d{9}[\dX]$/.test(text)) return fromIsbn10(text)
  if (!/^\d{12,13}$/.test(text) || /^0+$/.test(text)) return null
  const digits = text.padStart(13, "0")
  return digits.endsWith(checkDigit(digits.slice(0, 12))) ? digits : null
}

function fromIsbn10(text: string): string | null {
  const sum = [...text].reduce((all, c, index) => all + (c === "X" ? 10 : Number(c)) * (10 - index), 0)
  if (sum % 11 !== 0) return null
  const body = `978${text.slice(0, 9)}`
  return body + checkDigit(body)
}

function checkDigit(twelve: string): string {
  const sum = [...twelve].reduce((all, digit, index) => all + Number(digit) * (index % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
