import { FeedError } from "../errors"
import { gtinCheckDigit, isbn10CheckCharacter } from "./check-digits"
import { cleanIdentifier } from "./clean"

/** Why a text is no identifier of one title; stable, used as the code of a Reject. */
export type IdentifierProblem =
  | "missing_identifier"
  | "spreadsheet_damage"
  | "bad_characters"
  | "bad_length"
  | "bad_check_digit"
  | "not_an_isbn"
  | "pack_identifier"

export type Ean13Reading = { ean13: string } | { problem: IdentifierProblem; message: string }

/**
 * Thirteen digits of an ISBN-10, ISBN-13, EAN, UPC-A or GTIN-14, however it is written. Throws FeedError
 * `invalid_identifier`, which says what was wrong and with which value.
 */
export function normaliseEan13(text: string): string {
  const reading = readEan13(text)
  if ("ean13" in reading) return reading.ean13
  throw new FeedError("invalid_identifier", reading.message)
}

/** The same, without throwing: for rows that become a Reject. */
export function readEan13(raw: string): Ean13Reading {
  if (typeof raw !== "string")
    return wrong("bad_characters", raw, "is not text; an identifier is never a number")
  const { text, label } = cleanIdentifier(raw)
  if (text === "") return wrong("missing_identifier", raw, "is empty")
  if (/^\d+([.,]\d+)?E[+]?\d+$/.test(text)) {
    return wrong("spreadsheet_damage", raw, "was damaged by a spreadsheet; export the column as text")
  }
  if (!/^\d+X?$/.test(text)) return wrong("bad_characters", raw, "holds something other than digits")
  if (/^0+$/.test(text)) return wrong("missing_identifier", raw, "is only zeros")
  const reading = byLength(text, raw)
  if (label === "ISBN" && "ean13" in reading && !isIsbn13(reading.ean13)) {
    return wrong("not_an_isbn", raw, "is called an ISBN, yet does not begin with 978 or 979-1 to 979-9")
  }
  return reading
}

/** A book's number: 978, or 979 except 979-0, which is printed music (ISMN). */
export function isIsbn13(ean13: string): boolean {
  return ean13.startsWith("978") || (ean13.startsWith("979") && ean13[3] !== "0")
}

/** A spreadsheet drops leading zeros: nine digits may be an ISBN-10, eleven a UPC; the check digit decides. */
function byLength(text: string, raw: string): Ean13Reading {
  if (text.length === 9 || text.length === 10) return fromIsbn10(text.padStart(10, "0"), raw)
  if (text.endsWith("X"))
    return wrong("bad_length", raw, `has ${text.length} characters; only an ISBN-10 ends in X`)
  if (text.length < 11 || text.length > 14) {
    return wrong("bad_length", raw, `has ${text.length} digits; 10, 12, 13 or 14 are expected`)
  }
  const check = gtinCheckDigit(text.slice(0, -1))
  if (check !== Number(text.at(-1)))
    return wrong("bad_check_digit", raw, `ends in ${text.at(-1)}, not ${check}`)
  if (text.length < 14) return { ean13: text.padStart(13, "0") }
  if (text[0] === "0") return { ean13: text.slice(1) }
  const what = text[0] === "9" ? "goods of variable measure" : "a pack"
  return wrong("pack_identifier", raw, `is the GTIN of ${what} (it begins with ${text[0]}), not of one title`)
}

function fromIsbn10(text: string, raw: string): Ean13Reading {
  const check = isbn10CheckCharacter(text)
  if (check !== text[9]) return wrong("bad_check_digit", raw, `ends in ${text[9]}, not ${check}`)
  const body = `978${text.slice(0, 9)}`
  return { ean13: `${body}${gtinCheckDigit(body)}` }
}

function wrong(problem: IdentifierProblem, raw: unknown, what: string): Ean13Reading {
  return { problem, message: `${JSON.stringify(raw)?.slice(0, 80)} ${what}.` }
}
