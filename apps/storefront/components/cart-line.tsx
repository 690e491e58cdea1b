"use client"

import Link from "next/link"
import { useActionState, type ReactNode } from "react"
import { changeLine } from "@/actions/cart"
import type { Line } from "@/lib/cart"
import { money } from "@/lib/money"
import type { Shortage } from "@/lib/shortages"
import type { Trouble } from "@/lib/trouble"
import { TroubleNote } from "./trouble-note"

type CartLineProps = { line: Line; currency: string; shortage: Shortage | null }

/** A book in the basket: how many, and a way out where that many are no longer there. */
export function CartLine({ line, currency, shortage }: CartLineProps) {
  const [trouble, action, pending] = useActionState<Trouble, FormData>(changeLine, null)
  const title = line.product_title ?? line.title
  const href = `/products/${encodeURIComponent(line.product_handle ?? "")}`
  const change = (quantity: number, name: string, label: string, children: ReactNode, className = "step") => (
    <form action={action}>
      <input type="hidden" name="line_id" value={line.id} />
      <input type="hidden" name="title" value={title} />
      <input type="hidden" name="quantity" value={quantity} />
      <button type="submit" className={className} aria-label={label} name={name} aria-disabled={pending}>
        {children}
      </button>
    </form>
  )
  return (
    <li className="line" data-short={shortage !== null}>
      <div className="line-text">
        <Link href={href} prefetch={false}>
          {title}
        </Link>
        <p className="fine">
          {[line.product_subtitle, line.variant_title].filter(Boolean).join(" · ")} ·{" "}
          {money(line.unit_price, currency)}
        </p>
        {shortage && (
          <div className="trouble" role="alert">
            <p>{wordsFor(shortage)}</p>
            <div className="ways">
              {Boolean(shortage.available) &&
                change(
                  shortage.available!,
                  "take",
                  `Take ${shortage.available} of ${title}`,
                  `Take ${shortage.available}`,
                  "button quiet"
                )}
              {change(0, "remove", `Remove ${title}`, "Remove it", "button quiet")}
              <Link href={href} prefetch={false}>
                Tell me when it is back
              </Link>
            </div>
          </div>
        )}
        <TroubleNote trouble={trouble} />
      </div>
      <div className="line-quantity" role="group" aria-label={`Copies of ${title}`}>
        {change(
          line.quantity - 1,
          "less",
          line.quantity === 1 ? `Remove ${title}` : `One copy less of ${title}`,
          "−"
        )}
        <output aria-live="polite">{line.quantity}</output>
        {change(line.quantity + 1, "more", `One copy more of ${title}`, "+")}
      </div>
      <span className="price">{money(line.unit_price * line.quantity, currency)}</span>
    </li>
  )
}

function wordsFor({ title, requested, available }: Shortage): string {
  if (!available) return `“${title}” is no longer there. You asked for ${requested}; none is left.`
  return `You asked for ${requested} of “${title}”; ${available === 1 ? "one is" : `${available} are`} left.`
}
