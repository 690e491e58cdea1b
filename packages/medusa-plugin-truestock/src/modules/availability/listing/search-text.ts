/*
 * How text is compared: case, accents and punctuation do not count. The same functions prepare what is stored and
 * what is asked, so that both sides agree whatever the database's collation is.
 */

/** Longest part of a title that decides its place in the order; an index entry has a limit. */
const LONGEST_SORT_TITLE = 200
const LONGEST_WORD = 60
const MOST_WORDS = 300

/** What Unicode does not take apart, and readers type without; and the two sigmas of Greek. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
}

/** "Émile Zola" and "emile zola" are the same text, so are "Łódź" and "lodz". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter]!)
}

/** What a title is sorted by. */
export function sortTitle(title: string): string {
  return cut(fold(title).trim(), LONGEST_SORT_TITLE)
}

/** Whole characters: half of one is nothing that a database can hold. */
const cut = (text: string, characters: number) => [...text].slice(0, characters).join("")

/** The words of some texts, each once: letters and digits, in any script. */
export function wordsOf(...texts: (string | null)[]): string[] {
  const words = texts.flatMap((text) => fold(text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [])
  return [...new Set(words.map((word) => cut(word, LONGEST_WORD)))].slice(0, MOST_WORDS)
}

/** A SKU or ISBN without what people put between its characters. */
export function foldCode(code: string): string {
  return code.replace(/[\s\p{Pd}]/gu, "").toUpperCase()
}

/** What `q` looks for: every word as a beginning, or the whole as a code. */
export type Search = { words: string[]; codes: string[] }

export function parseSearch(q: string): Search {
  const code = foldCode(q)
  const isbn13 = fromIsbn10(code)
  return { words: wordsOf(q), codes: [...(code ? [code] : []), ...(isbn13 ? [isbn13] : [])] }
}

/** The ISBN-13 of a valid ISBN-10: the catalogue knows books by the longer one. */
function fromIsbn10(code: string): string | null {
  if (!/^\d{9}[\dX]$/.test(code)) {
    return null
  }
  const digits = [...code].map((c) => (c === "X" ? 10 : Number(c)))
  if (digits.reduce((sum, digit, i) => sum + digit * (10 - i), 0) % 11 !== 0) {
    return null
  }
  const body = `978${code.slice(0, 9)}`
  const sum = [...body].reduce((total, c, i) => total + Number(c) * (i % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
