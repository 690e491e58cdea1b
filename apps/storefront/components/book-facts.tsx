import Link from "next/link"

type BookFactsProps = {
  published: string | null
  isbn: string | null
  publisher: { name: string; href: string } | null
}

/** What is printed on a book's second page. */
export function BookFacts({ published, isbn, publisher }: BookFactsProps) {
  return (
    <dl className="facts">
      {publisher && (
        <div>
          <dt>Publisher</dt>
          <dd>
            <Link href={publisher.href} prefetch={false}>
              {publisher.name}
            </Link>
          </dd>
        </div>
      )}
      {published && (
        <div>
          <dt>First published</dt>
          <dd>{inWords(published)}</dd>
        </div>
      )}
      {isbn && (
        <div>
          <dt>ISBN</dt>
          <dd>{isbn}</dd>
        </div>
      )}
    </dl>
  )
}

/** "1965-08" is "August 1965": as exact as it is known. What is no date is said as it stands. */
function inWords(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? []
  if (!year || !month) return date
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  return new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day && { day: "numeric" }),
  }).format(moment)
}
