import Form from "next/form"
import Link from "next/link"
import type { Category } from "@/lib/catalogue"

/** Name, search, account and basket, and the outermost categories. */
export function Header({ units, categories }: { units: number; categories: Category[] }) {
  const outermost = categories.filter(({ parent_category_id }) => !parent_category_id)
  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href="/">
          Truestock <span>Books</span>
        </Link>
        <Form action="/books" className="search" role="search">
          <label className="visually-hidden" htmlFor="q">
            Title, author or ISBN
          </label>
          <input id="q" name="q" type="search" placeholder="Title, author or ISBN" maxLength={100} required />
          <input
            type="hidden"
            name="status"
            value="in_stock,low_stock,preorder,backorder,incoming,out_of_stock"
          />
          <button className="button" type="submit">
            Search
          </button>
        </Form>
        <nav className="header-links" aria-label="Account and basket">
          <Link href="/account" prefetch={false}>
            Account
          </Link>
          <Link href="/cart" prefetch={false}>
            Basket{units > 0 && <span className="bubble">{units}</span>}
            {units > 0 && <span className="visually-hidden"> {units === 1 ? "book" : "books"}</span>}
          </Link>
        </nav>
      </div>
      {outermost.length > 0 && (
        <nav className="header-shelves" aria-label="Categories">
          <Link href="/books" prefetch={false}>
            All books
          </Link>
          {outermost.map(({ id, name, handle }) => (
            <Link key={id} href={`/categories/${encodeURIComponent(handle)}`} prefetch={false}>
              {name}
            </Link>
          ))}
        </nav>
      )}
    </header>
  )
}
