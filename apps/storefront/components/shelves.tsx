import Link from "next/link"
import type { Facets } from "truestock-storefront-kit"
import type { Category } from "@/lib/catalogue"

type ShelvesProps = { categories: Category[]; within?: Category; counts: Facets["category_id"] }

/** The categories below one, with how many books of the list each has; a way up where there is one. */
export function Shelves({ categories, within, counts }: ShelvesProps) {
  const countOf = (id: string) => counts?.find(({ value }) => value === id)?.count ?? 0
  const parent = categories.find(({ id }) => id === within?.parent_category_id)
  const children = categories.filter(({ parent_category_id }) => parent_category_id === (within?.id ?? null))
  if (!children.length && !within) return null
  return (
    <nav className="shelves" aria-label="Shelves">
      <h2>Shelves</h2>
      <ul>
        {within && (
          <li className="shelves-up">
            <Link href={parent ? `/categories/${encodeURIComponent(parent.handle)}` : "/books"}>
              ← {parent?.name ?? "All books"}
            </Link>
          </li>
        )}
        {children.map((category) => (
          <li key={category.id}>
            <Link href={`/categories/${encodeURIComponent(category.handle)}`} prefetch={false}>
              {category.name}
            </Link>{" "}
            <span className="count">{countOf(category.id)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
