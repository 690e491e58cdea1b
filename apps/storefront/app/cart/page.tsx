import type { Metadata } from "next"
import Link from "next/link"
import { BeginCheckout } from "@/components/begin-checkout"
import { CartLine } from "@/components/cart-line"
import { HoldNote } from "@/components/hold-note"
import { ShopProvider } from "@/components/shop-provider"
import { Totals } from "@/components/totals"
import { linesOf, readCart } from "@/lib/cart"
import type { SearchParams } from "@/lib/listing-params"
import { settings } from "@/lib/settings"
import { readShortages } from "@/lib/shortages"

export const metadata: Metadata = { title: "Basket", robots: { index: false } }

export default async function CartPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const cart = await readCart()
  const lines = linesOf(cart)
  if (!cart || lines.length === 0) return <EmptyCart />
  const shortages = await readShortages(cart)
  const { gone } = await searchParams
  return (
    <div className="narrow">
      <h1>Your basket</h1>
      {(gone || shortages.length > 0) && (
        <p className="trouble" role="alert">
          {shortages.length > 0
            ? "Somebody was quicker: not all of your basket is there any more. Nothing was charged. See below what is left."
            : "Something in your basket had just gone when you ordered, and nothing was charged. It may be back already: try once more."}
        </p>
      )}
      <ul className="lines">
        {lines.map((line) => (
          <CartLine
            key={line.id}
            line={line}
            currency={cart.currency_code}
            shortage={shortages.find(({ line_id }) => line_id === line.id) ?? null}
          />
        ))}
      </ul>
      <Totals of={cart} />
      <ShopProvider shopUrl={settings.shopUrl()} publishableKey={settings.publishableKey()}>
        <HoldNote cartId={cart.id} />
      </ShopProvider>
      <BeginCheckout blocked={shortages.length > 0} />
    </div>
  )
}

function EmptyCart() {
  return (
    <div className="narrow notice">
      <h1>Your basket is empty</h1>
      <p>
        <Link className="button" href="/books">
          Find something to read
        </Link>
      </p>
    </div>
  )
}
