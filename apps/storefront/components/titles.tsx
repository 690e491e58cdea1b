import Link from "next/link"
import { money } from "@/lib/money"

type Line = {
  id: string
  title: string
  product_title?: string | null
  product_handle?: string | null
  product_subtitle?: string | null
  variant_title?: string | null
  quantity: number
  unit_price: number
}

/** Books of a basket or an order, as they were named when they were chosen: also what is long sold out. */
export function Titles({ lines, currency }: { lines: Line[]; currency: string }) {
  return (
    <ul className="titles">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            {line.product_handle ? (
              <Link href={`/products/${encodeURIComponent(line.product_handle)}`} prefetch={false}>
                {line.product_title ?? line.title}
              </Link>
            ) : (
              (line.product_title ?? line.title)
            )}
            <span className="fine">
              {" "}
              {[line.product_subtitle, line.variant_title].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span>
            {line.quantity} × {money(line.unit_price, currency)}
          </span>
        </li>
      ))}
    </ul>
  )
}
