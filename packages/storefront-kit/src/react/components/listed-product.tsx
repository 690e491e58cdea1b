import type { ProductCard } from "../../client/availability.js"
import { fill, knownLocale } from "../../label/language.js"
import { AvailabilityBadge, type SpokenProps } from "./availability-badge.js"

type Props = SpokenProps & {
  product: ProductCard
  /** With `{price}`. */
  priceFrom: string
  hrefOf?: (product: ProductCard) => string
}

const pageOf = ({ handle }: ProductCard) => `/products/${encodeURIComponent(handle)}`

/** A product of a listing: its title, linked, its brand, what it costs, and its availability. */
export function ListedProduct({ product, priceFrom, hrefOf = pageOf, ...spoken }: Props) {
  const { title, subtitle, brand, price, availability } = product
  return (
    <>
      <a className="truestock-product-title" href={hrefOf(product)}>
        {title}
      </a>
      {subtitle && <p className="truestock-product-subtitle">{subtitle}</p>}
      {brand?.name && <p className="truestock-product-brand">{brand.name}</p>}
      {price && (
        <p className="truestock-product-price">
          {fill(priceFrom, { price: inCurrency(price, spoken.locale) })}
        </p>
      )}
      <AvailabilityBadge availability={availability} {...spoken} />
    </>
  )
}

function inCurrency(
  { amount, currency_code }: { amount: number; currency_code: string },
  locale: SpokenProps["locale"]
) {
  const style = { style: "currency", currency: currency_code.toUpperCase() } as const
  try {
    return new Intl.NumberFormat(knownLocale(locale), style).format(amount)
  } catch {
    return `${amount} ${style.currency}`
  }
}
