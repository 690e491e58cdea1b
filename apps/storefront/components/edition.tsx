import { AvailabilityBadge } from "truestock-storefront-kit/components"
import type { Book, Edition as Variant } from "@/lib/catalogue"
import { money } from "@/lib/money"
import { settings } from "@/lib/settings"
import { AddToCart } from "./add-to-cart"
import { NotifyMe } from "./notify-me"

/** One edition of a book: price, what is true of its stock, and what can be done about it. */
export function Edition({ book, variant }: { book: Book; variant: Variant }) {
  const { availability, calculated_price: price } = variant
  const isSold = Boolean(availability?.purchasable) && typeof price?.calculated_amount === "number"
  const several = (book.variants?.length ?? 0) > 1
  return (
    <section className="edition" aria-label={variant.title ?? book.title}>
      <div className="edition-head">
        <h2>{variant.title}</h2>
        {typeof price?.calculated_amount === "number" && (
          <span className="price">{money(price.calculated_amount, price.currency_code ?? "usd")}</span>
        )}
      </div>
      <AvailabilityBadge availability={availability} />
      {several && availability?.notes && <p className="note">{availability.notes}</p>}
      {isSold ? (
        <AddToCart
          variantId={variant.id}
          title={book.title}
          verb={availability?.status === "preorder" ? "Preorder" : "Add to basket"}
          what={several ? `${book.title}, ${variant.title}` : book.title}
        />
      ) : (
        availability?.status !== "discontinued" && (
          <NotifyMe
            shopUrl={settings.shopUrl()}
            publishableKey={settings.publishableKey()}
            productId={book.id}
            variantId={variant.id}
          />
        )
      )}
    </section>
  )
}
