"use client"

import { type ReactNode, useEffect, useRef } from "react"
import type { ProductCard } from "../../client/availability.js"
import type { CardFilters } from "../../client/listing.js"
import { fill, inLanguage, knownLocale, plural } from "../../label/language.js"
import type { Unpaged } from "../available-products-query.js"
import { useInfiniteAvailableProducts } from "../use-infinite-available-products.js"
import type { SpokenProps } from "./availability-badge.js"
import { classNames } from "./class-names.js"
import { COMPONENT_TEXTS, type ComponentTexts } from "./component-texts.js"
import { ListedProduct } from "./listed-product.js"

export type ProductListingProps = SpokenProps & {
  /** Products of the category, or of one of these, or their descendants; default: all. */
  categoryId?: string | readonly string[] | null
  /** Of the listing, beside the category. Default: what is in stock or low, the newest first, 20 at a time. */
  filters?: Omit<Unpaged<CardFilters>, "view" | "category_id">
  /** Name of the listing to screen readers, such as that of the category. */
  label?: string
  className?: string
  componentTexts?: Partial<ComponentTexts>
  /** Address of a product's page; default: `/products/<handle>`. */
  hrefOf?: (product: ProductCard) => string
  /** What stands in a product's list item; default: its linked title, brand, price and availability. */
  renderProduct?: (product: ProductCard) => ReactNode
}

/**
 * A list of what can be bought, with a button for more. How many there are, that they are loading, or that there are none is
 * said in a live region, an error as an alert with a button to try again. What it has it keeps when more cannot be had.
 */
export function ProductListing({ categoryId, filters, renderProduct, ...props }: ProductListingProps) {
  const { label, className, locale, componentTexts, ...ofProducts } = props
  const language = inLanguage(COMPONENT_TEXTS, locale)
  const texts = { ...language.texts, ...componentTexts }
  const list = useRef<HTMLUListElement>(null)
  const listing = useInfiniteAvailableProducts({ ...filters, view: "card", category_id: categoryId })
  const { products, count = 0, isLoading, isFetching, isFetchingNextPage, hasNextPage, error } = listing

  const written = componentTexts?.found === undefined ? language.locale : knownLocale(locale)
  const number = new Intl.NumberFormat(written).format(count)
  const found = fill(plural(texts.found, count, written), { count: number })
  const isEmpty = products.length === 0
  const isBeginning = isLoading || (isEmpty && isFetching)
  const status = isBeginning
    ? texts.loading
    : isFetchingNextPage
      ? texts.loading_more
      : count
        ? found
        : texts.none_found

  // To what is new, since the button goes with the last page.
  const firstNew = useRef<number | null>(null)
  useEffect(() => {
    const place = firstNew.current
    if (place === null || (products.length === place && !error)) return
    firstNew.current = null
    if (!error) (list.current?.children[place] as HTMLElement | undefined)?.focus()
  }, [products.length, error])
  const showMore = () => {
    firstNew.current = products.length
    void listing.fetchNextPage()
  }

  return (
    <section className={classNames("truestock-listing", className)} aria-label={label} aria-busy={isFetching}>
      <p className="truestock-listing-status" role="status">
        {error && isEmpty && !isFetching ? null : status}
      </p>
      {error && (
        <div className="truestock-listing-error" role="alert" data-code={error.code}>
          <p>{texts.error}</p>
          <button type="button" onClick={() => void listing.refetch()}>
            {texts.retry}
          </button>
        </div>
      )}
      {!isEmpty && (
        // Said, since browsers take a list without bullets for none.
        <ul className="truestock-listing-products" role="list" ref={list}>
          {products.map((product) => (
            <li key={product.id} tabIndex={-1} data-status={product.availability.status}>
              {renderProduct ? (
                renderProduct(product)
              ) : (
                <ListedProduct
                  product={product}
                  locale={locale}
                  priceFrom={texts.price_from}
                  {...ofProducts}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="truestock-listing-more"
          aria-disabled={isFetchingNextPage}
          onClick={() => isFetchingNextPage || showMore()}
        >
          {texts.more}
        </button>
      )}
    </section>
  )
}
