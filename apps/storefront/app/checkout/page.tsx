import type { HttpTypes } from "@medusajs/types"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { DeliveryForm } from "@/components/delivery-form"
import { HoldNote } from "@/components/hold-note"
import { ShopProvider } from "@/components/shop-provider"
import { readCart, unitsIn } from "@/lib/cart"
import { readCustomer } from "@/lib/orders"
import { settings } from "@/lib/settings"
import { FRESH, shop } from "@/lib/shop"

export const metadata: Metadata = { title: "Delivery", robots: { index: false } }

export default async function Checkout() {
  const cart = await readCart()
  if (!cart || unitsIn(cart) === 0) redirect("/cart")
  const [{ shipping_options }, customer] = await Promise.all([
    shop().request<{ shipping_options: HttpTypes.StoreCartShippingOption[] }>(
      `/store/shipping-options?cart_id=${encodeURIComponent(cart.id)}`,
      {},
      FRESH
    ),
    readCustomer(),
  ])
  const known = cart.shipping_address?.address_1 ? cart.shipping_address : (customer?.addresses?.[0] ?? null)
  return (
    <div className="narrow">
      <h1>Where shall we send it?</h1>
      <ShopProvider shopUrl={settings.shopUrl()} publishableKey={settings.publishableKey()}>
        <HoldNote cartId={cart.id} />
      </ShopProvider>
      <DeliveryForm
        email={cart.email ?? customer?.email ?? ""}
        address={known}
        currency={cart.currency_code}
        chosen={cart.shipping_methods?.[0]?.shipping_option_id ?? null}
        options={[...shipping_options]
          .sort((a, b) => a.amount - b.amount)
          .map(({ id, name, amount, type }) => ({
            id,
            name,
            amount,
            description: type?.description ?? null,
          }))}
      />
    </div>
  )
}
