import { LARGEST_QUANTITY } from "../rules/demand"

const DECIMAL = /^\d+(\.\d+)?$/

/** What an opening stock may be, for messages. */
export const A_QUANTITY = "a number of units from 0 on, whole unless the option allow_fractions is set"

export function isQuantity(value: number, allowFractions: boolean): boolean {
  return value >= 0 && value < LARGEST_QUANTITY && (allowFractions || Number.isInteger(value))
}

/** A number, or a text that is one, such as "12". null = it is no quantity. */
export function readQuantity(value: unknown, allowFractions: boolean): number | null {
  const number =
    typeof value === "string" && DECIMAL.test(value.trim())
      ? Number(value)
      : typeof value === "number"
        ? value
        : NaN
  return isQuantity(number, allowFractions) ? number : null
}
