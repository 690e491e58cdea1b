import { BadProduct } from "./bad-product"
import { all, type Element, textAt } from "./element"
import { holdsIn } from "./territory"

export type Supply = { detail: Element | undefined; market: Element | undefined }

/**
 * The one supply detail that is asked for, by supplier (name or any identifier) and market (country). None is fine:
 * that supplier said nothing. Several would be figures to be mixed up, so the product is refused.
 */
export function chooseSupply(product: Element, wanted: { supplier?: string; market?: string }): Supply {
  const supplies = all(product, "ProductSupply")
    .filter((supply) => !wanted.market || isFor(wanted.market, supply))
    .flatMap((supply) =>
      all(supply, "SupplyDetail").map((detail) => ({
        detail,
        market: all(supply, "MarketPublishingDetail")[0],
      }))
    )
    .filter(({ detail }) => !wanted.supplier || namesOf(detail).includes(comparable(wanted.supplier)))

  if (supplies.length > 1) {
    throw new BadProduct(
      "several_supplies",
      `${supplies.length} supply details fit (${[
        ...new Set(supplies.flatMap(({ detail }) => namesOf(detail))),
      ]
        .join(", ")
        .slice(0, 120)}): name the supplier and the market that the feed is read for.`
    )
  }
  return supplies[0] ?? { detail: undefined, market: undefined }
}

function isFor(country: string, supply: Element): boolean {
  const markets = all(supply, "Market")
  return markets.length === 0 || markets.some((market) => holdsIn(country, market))
}

function namesOf(detail: Element): string[] {
  return all(detail, "Supplier")
    .flatMap((supplier) => [
      textAt(supplier, "SupplierName"),
      ...all(supplier, "SupplierIdentifier").map((id) => textAt(id, "IDValue")),
    ])
    .flatMap((name) => (name ? [comparable(name)] : []))
}

function comparable(name: string): string {
  return name.trim().toLowerCase()
}
