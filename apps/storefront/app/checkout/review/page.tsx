import type { Metadata } from "next"
import Link from "next/link"
import { redirect } from "next/navigation"
import { AddressLines } from "@/components/address-lines"
import { PlaceOrder } from "@/components/place-order"
import { ShopProvider } from "@/components/shop-provider"
import { Titles } from "@/components/titles"
import { Totals } from "@/components/totals"
import { linesOf, readCart } from "@/lib/cart"
import { settings } from "@/lib/settings"

export const metadata: Metadata = { title: "Review your order", robots: { index: false } }

export default async function Review() {
  const cart = await readCart()
  const lines = linesOf(cart)
  if (!cart || lines.length === 0) redirect("/cart")
  if (!cart.shipping_address?.address_1 || !cart.shipping_methods?.length) redirect("/checkout")
  return (
    <div className="narrow">
      <h1>Review your order</h1>
      <Titles lines={lines} currency={cart.currency_code} />
      <section className="panel">
        <h2>Delivery</h2>
        <AddressLines address={cart.shipping_address} />
        <p className="fine">
          {cart.shipping_methods[0]?.name} · <Link href="/checkout">Change</Link>
        </p>
      </section>
      <section className="panel">
        <h2>Payment</h2>
        <p>By invoice, when your parcel leaves us.</p>
      </section>
      <Totals of={cart} />
      <ShopProvider shopUrl={settings.shopUrl()} publishableKey={settings.publishableKey()}>
        <PlaceOrder cartId={cart.id} />
      </ShopProvider>
    </div>
  )
}
