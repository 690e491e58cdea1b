import Link from "next/link"

export default function NotFound() {
  return (
    <div className="narrow notice">
      <h1>There is no such page</h1>
      <p>The book, shelf or order may have moved, or the address has a slip in it.</p>
      <p>
        <Link className="button" href="/books">
          See what we have
        </Link>
      </p>
    </div>
  )
}
