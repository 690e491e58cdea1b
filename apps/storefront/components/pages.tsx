import Link from "next/link"
import { hrefOf, PAGE_SIZE, type ListingParams } from "@/lib/listing-params"
import { PendingMark } from "./pending-mark"

/** The way to the other pages of a list; nothing where there is one page. */
export function Pages({ path, params, count }: { path: string; params: ListingParams; count: number }) {
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (last === 1) return null
  const { page } = params
  const near = [...new Set([1, page - 1, page, page + 1, last])].filter((each) => each >= 1 && each <= last)
  const to = (each: number) => hrefOf(path, { ...params, page: each })
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <Link href={to(page - 1)} rel="prev" prefetch={false}>
          Previous
          <PendingMark />
        </Link>
      )}
      <ul>
        {near.map((each, index) => (
          <li key={each}>
            {index > 0 && each - near[index - 1]! > 1 && <span aria-hidden="true">… </span>}
            <Link
              href={to(each)}
              prefetch={false}
              aria-label={`Page ${each}`}
              aria-current={each === page ? "page" : undefined}
            >
              {each}
            </Link>
          </li>
        ))}
      </ul>
      {page < last && (
        <Link href={to(page + 1)} rel="next" prefetch={false}>
          Next
          <PendingMark />
        </Link>
      )}
    </nav>
  )
}
