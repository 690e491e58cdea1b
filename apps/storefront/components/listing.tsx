import Link from "next/link"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import type { ListingFilters } from "truestock-storefront-kit"
import { readCategories, type Category } from "@/lib/catalogue"
import { readListing } from "@/lib/listing"
import { hrefOf, PAGE_SIZE, readParams, type ListingParams, type SearchParams } from "@/lib/listing-params"
import { BookCard } from "./book-card"
import { ListingForm } from "./listing-form"
import { Pages } from "./pages"
import { Shelves } from "./shelves"

type ListingProps = {
  /** Address of the page, without its query. */
  path: string
  searchParams: Promise<SearchParams>
  within?: Pick<ListingFilters, "category_id" | "brand_id">
  heading: ReactNode
  /** Whose sub-categories are shown beside the list; default: the outermost. */
  category?: Category
}

/** A heading, the filter, and one page of books with how many there are. */
export async function Listing({ path, searchParams, within, heading, category }: ListingProps) {
  const params = readParams(await searchParams)
  const [listing, categories] = await Promise.all([readListing(params, within), readCategories()])
  const { products, count, facets } = listing
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE))
  // A page that stock has emptied, or that was typed by hand.
  if (params.page > last) redirect(hrefOf(path, { ...params, page: last }))
  const first = (params.page - 1) * PAGE_SIZE + 1
  return (
    <div className="listing">
      <aside className="listing-side">
        <Shelves categories={categories} within={category} counts={facets?.category_id} />
        <details className="filter-box" open={isNarrowed(params)}>
          <summary>Filter and sort</summary>
          <ListingForm path={path} params={params} counts={facets?.status} key={hrefOf(path, params)} />
        </details>
      </aside>
      <section className="listing-main">
        {heading}
        <p className="listing-count" role="status">
          {count === 0
            ? "No books"
            : `${first === 1 && count <= PAGE_SIZE ? "" : `${first}–${first + products.length - 1} of `}${count} ${count === 1 ? "book" : "books"}`}
          {params.q && ` for “${params.q}”`}
          {params.status.length === 0 && ", in stock now"}
        </p>
        {count === 0 ? <Empty path={path} /> : null}
        <ul className="books">
          {products.map((book) => (
            <li key={book.id}>
              <BookCard book={book} />
            </li>
          ))}
        </ul>
        <Pages path={path} params={params} count={count} />
      </section>
    </div>
  )
}

/** On a phone the filter is folded away until it is used; on wider pages it is always seen (styles). */
const isNarrowed = ({ status, order }: ListingParams) => status.length > 0 || order !== "-created_at"

function Empty({ path }: { path: string }) {
  return (
    <div className="empty">
      <p>
        Nothing on the shelf matches this. Books that are out of stock or to come are shown when you choose
        them.
      </p>
      <p>
        <Link href={`${path}?${EVERYTHING}`}>Show everything here</Link> or{" "}
        <Link href="/books">see all that is in stock</Link>.
      </p>
    </div>
  )
}

const EVERYTHING = "status=in_stock,low_stock,preorder,backorder,incoming,out_of_stock"
