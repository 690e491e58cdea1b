/** What is wrong with a quantity; `hint`: the same number as it would be understood. */
export type QuantityProblem =
  | { problem: "quantity_missing" | "not_a_number" | "negative_count" }
  | { problem: "decimal_comma"; hint: string }
  | { problem: "fraction" }

const NUMBER = /^[+-]?\d+(\.\d+)?$/
const WITH_COMMA = /^[+-]?\d[\d.]*,\d+$/

/**
 * A number of units, with a point before its decimals. With a comma it is refused: whether 1,250 is one and a quarter or
 * a thousand depends on who wrote it.
 */
export function readQuantity(
  typed: string,
  allow: { fractions: boolean; negative: boolean }
): number | QuantityProblem {
  // Spreadsheets write a true minus.
  const text = typed.trim().replace(/^\u2212/, "-")
  if (text === "") return { problem: "quantity_missing" }
  if (WITH_COMMA.test(text)) {
    return { problem: "decimal_comma", hint: text.replaceAll(".", "").replace(",", ".") }
  }
  const number = NUMBER.test(text) ? Number(text) : NaN
  if (!Number.isFinite(number)) return { problem: "not_a_number" }
  if (!allow.negative && number < 0) return { problem: "negative_count" }
  return allow.fractions || Number.isInteger(number) ? number : { problem: "fraction" }
}
