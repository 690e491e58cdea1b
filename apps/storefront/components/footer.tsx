import Link from "next/link"

export function Footer() {
  return (
    <footer className="footer">
      <p>
        What it says beside a book is what the shop has at this moment. Prices are before sales tax, which is
        added in the basket.
      </p>
      <p>
        <Link href="/publishers">Publishers</Link> · <Link href="/books?status=preorder">Preorders</Link> ·{" "}
        <Link href="/books?status=incoming">Coming soon</Link>
      </p>
    </footer>
  )
}
