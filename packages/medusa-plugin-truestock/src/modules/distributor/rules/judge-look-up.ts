import { quoted } from "../../../errors"
import { type Refusal, tooMany } from "../../availability/rules/refuse-demand"
import type { CheckedTitle, Found, WantedTitle } from "../at-order/order-line"
import type { CheckAtOrder } from "../sources/source-options"

export type Outcome = "enough" | "too_little" | "unknown"

/**
 * What the figures of a source mean for what is wanted of it. What others were promised is not there for this order; of a
 * title that may be backordered there is never too little.
 */
export function judgeLookUp(title: WantedTitle, found: Found): CheckedTitle {
  const { source_id, ean13, variant_id, wanted, promised } = title
  const checked = { source_id, ean13, variant_id, wanted, available: null, problem: null }
  if ("problem" in found) return { ...checked, outcome: "unknown", problem: found.problem }
  if (found.takes_backorder) return { ...checked, outcome: "enough" }
  if (found.sellable === null) return { ...checked, outcome: "unknown", problem: "the source says no figure" }
  const available = Math.max(0, found.sellable - promised)
  return { ...checked, outcome: available >= wanted ? "enough" : "too_little", available }
}

/**
 * Why an order is not made of these titles of one source; null = it is. What is known to be too little speaks before what
 * is not known. Shoppers read the message.
 */
export function refuseOrder(
  titles: CheckedTitle[],
  { when_unknown }: Pick<CheckAtOrder, "when_unknown">,
  options: { expose_quantity: boolean }
): Refusal | null {
  const short = titles.filter(({ outcome }) => outcome === "too_little")
  if (short.length > 0) {
    const messages = short.map(({ variant_id, wanted, available }) =>
      tooMany(variant_id, wanted, available ?? 0, options)
    )
    return { code: "insufficient_inventory", message: messages.join(" ") }
  }
  const unknown = titles.filter(({ outcome }) => outcome === "unknown")
  if (unknown.length === 0 || when_unknown === "accept") return null
  const variants = unknown.map(({ variant_id }) => quoted(variant_id)).join(", ")
  return {
    code: "stock_not_confirmed",
    message: `The supplier did not confirm the stock of ${variants} just now. No order was made: complete the cart again in a moment.`,
  }
}
