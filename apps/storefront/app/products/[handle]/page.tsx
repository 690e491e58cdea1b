import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { jsonLdScript, productJsonLd } from "truestock-storefront-kit/merchant"
import { AvailabilityBadge } from "truestock-storefront-kit/components"
import { BookFacts } from "@/components/book-facts"
import { Cover } from "@/components/cover"
import { Edition } from "@/components/edition"
import { noted, readBook } from "@/lib/catalogue"
import { plain } from "@/lib/plain"
import { settings } from "@/lib/settings"
import { slug } from "@/lib/slug"

type Props = { params: Promise<{ handle: string }> }

async function bookOf({ params }: Props) {
  return (await readBook(plain((await params).handle))) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, subtitle, description, handle } = await bookOf(props)
  return {
    title: subtitle ? `${title} by ${subtitle}` : title,
    ...(description && { description }),
    alternates: { canonical: `/products/${encodeURIComponent(handle)}` },
  }
}

/** A book, in whatever status: what is sold out keeps its page, and says when it may be back. */
export default async function BookPage(props: Props) {
  const book = await bookOf(props)
  const variants = book.variants ?? []
  const publisher = noted(book, "publisher")
  const url = `${settings.storefrontUrl()}/products/${encodeURIComponent(book.handle)}`
  const jsonLd = productJsonLd(book, { url, brand: publisher })
  return (
    <article className="book">
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdScript(jsonLd) }} />
      <div className="book-cover">
        <Cover title={book.title} author={book.subtitle ?? noted(book, "author")} />
      </div>
      <div className="book-text">
        <nav className="crumbs" aria-label="Shelf">
          {book.categories?.map((category) => (
            <Link
              key={category.id}
              href={`/categories/${encodeURIComponent(category.handle)}`}
              prefetch={false}
            >
              {category.name}
            </Link>
          ))}
        </nav>
        <h1>{book.title}</h1>
        {book.subtitle && <p className="book-author">{book.subtitle}</p>}
        {variants.length === 0 && <AvailabilityBadge availability={book.availability} />}
        {book.availability?.notes && <p className="note">{book.availability.notes}</p>}
        <ul className="editions">
          {variants.map((variant) => (
            <li key={variant.id}>
              <Edition book={book} variant={variant} />
            </li>
          ))}
        </ul>
        {book.description && <p className="book-description">{book.description}</p>}
        <BookFacts
          published={noted(book, "publication_date")}
          isbn={noted(book, "isbn13")}
          publisher={
            publisher ? { name: publisher, href: `/publishers/${encodeURIComponent(slug(publisher))}` } : null
          }
        />
      </div>
    </article>
  )
}
