import Link from "next/link"
import type { ProductCard } from "truestock-storefront-kit"
import { asOffered } from "truestock-storefront-kit/merchant"
import { AvailabilityBadge } from "truestock-storefront-kit/components"
import { money } from "@/lib/money"
import { Cover } from "./cover"

/** A book in a list. The link is its title; the cover belongs to it without being a second stop of the keyboard. */
export function BookCard({ book }: { book: ProductCard }) {
  return (
    <article className="card">
      <Cover title={book.title} author={book.subtitle} />
      <h3 className="card-title">
        <Link href={`/products/${encodeURIComponent(book.handle)}`} prefetch={false}>
          {book.title}
        </Link>
      </h3>
      {book.subtitle && <p className="card-author">{book.subtitle}</p>}
      <p className="card-foot">
        {book.price && <span className="price">{money(book.price.amount, book.price.currency_code)}</span>}
        <AvailabilityBadge availability={asOffered(book.availability)} />
      </p>
    </article>
  )
}
