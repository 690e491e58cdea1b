const INVISIBLE = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu
const DASHES = /[-\u2010-\u2015\u2212]/gu
const LABEL = /^(ISBN|EAN|UPC|GTIN)/
const LABEL_LENGTH = /^(?:10|12|13|14)/

export type CleanIdentifier = {
  /** Digits and perhaps a final X, or whatever else was there. */
  text: string
  /** What the text called itself. */
  label: "ISBN" | "EAN" | "UPC" | "GTIN" | null
}

/**
 * Takes off what people and programs put around a number: spaces and dashes of all kinds, "ISBN-13:", a spreadsheet's
 * `="..."` and `'`, a `.0` behind intact digits. Letters and other signs stay, so that they are refused.
 */
export function cleanIdentifier(raw: string): CleanIdentifier {
  let text = raw.normalize("NFKC").toUpperCase().replace(INVISIBLE, "").replace(DASHES, "")
  text = text.replace(/^="(.*)"$/, "$1").replace(/^'/, "")
  const label = (LABEL.exec(text)?.[1] ?? null) as CleanIdentifier["label"]
  if (label) text = withoutLength(text.slice(label.length))
  return { text: text.replace(/^(\d+)\.0+$/, "$1"), label }
}

/** "13:978..." and "13978...": the 13 is part of the label when as many characters follow it. */
function withoutLength(text: string): string {
  const length = LABEL_LENGTH.exec(text)?.[0]
  const rest = text.slice(length?.length ?? 0).replace(/^[:.#]/, "")
  const colon = length !== undefined && text[length.length] === ":"
  if (length && (colon || rest.length === Number(length))) return rest
  return text.replace(/^[:.#]/, "")
}
