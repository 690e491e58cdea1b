"use server"

import { isTruestockApiError } from "truestock-storefront-kit"
import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { cartPath, readCart } from "@/lib/cart"
import { forget, recall, remember, signedIn } from "@/lib/session"
import { FRESH, shop } from "@/lib/shop"
import { troubleOf, type Trouble } from "@/lib/trouble"

const ADDRESS = ["first_name", "last_name", "address_1", "city", "province", "postal_code"] as const
const NAMES: Record<string, string> = {
  email: "e-mail address",
  first_name: "first name",
  last_name: "last name",
  address_1: "street and number",
  city: "city",
  province: "state",
  postal_code: "ZIP code",
  shipping_option: "way of delivery",
}

/** Where the parcel goes and how; then shows the order once more before it is placed. */
export async function saveDelivery(_: Trouble, form: FormData): Promise<Trouble> {
  const cart = await readCart()
  if (!cart) redirect("/cart")
  const value = (name: string) => String(form.get(name) ?? "").trim()
  const missing = ["email", ...ADDRESS, "shipping_option"].find((name) => !value(name))
  const entered = Object.fromEntries(
    ["email", ...ADDRESS, "shipping_option"].map((name) => [name, value(name)])
  )
  if (missing) return { message: `Please give your ${NAMES[missing]}.`, field: missing, entered }
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value("email"))) {
    return { message: "This does not look like an e-mail address.", field: "email", entered }
  }
  const country_code = value("country_code") || "us"
  const address = { ...Object.fromEntries(ADDRESS.map((name) => [name, value(name)])), country_code }
  try {
    const who = await signedIn()
    const body = { email: value("email"), shipping_address: address, billing_address: address }
    await shop().request(cartPath(cart.id), { method: "POST", body }, { ...FRESH, ...who })
    await shop().request(
      cartPath(cart.id, "/shipping-methods"),
      { method: "POST", body: { option_id: value("shipping_option") } },
      FRESH
    )
  } catch (error) {
    return { ...troubleOf(error), entered }
  }
  revalidatePath("/checkout", "layout")
  redirect("/checkout/review")
}

type Completed =
  | { type: "order"; order: { id: string } }
  | { type: "cart"; error?: { message?: string; type?: string; name?: string } }

/** Pays and makes the order. Whatever has gone meanwhile is said on the cart's page, with a way on. */
export async function placeOrder(_: Trouble): Promise<Trouble> {
  const cart = await readCart()
  if (!cart) return orderedElsewhere()
  let order: string
  try {
    // A hold that ran out is taken again, if the books are still there; before anything is paid.
    await shop().holdCart(cart.id, FRESH)
    await pay(cart.id, cart.payment_collection?.id)
    const done = await shop().request<Completed>(cartPath(cart.id, "/complete"), { method: "POST" }, FRESH)
    if (done.type !== "order") {
      return { message: "Your payment was not accepted, and nothing was charged. Please try again." }
    }
    order = done.order.id
  } catch (error) {
    if (isTruestockApiError(error)) {
      if (error.code === "cart_completed") return orderedElsewhere()
      if (error.code === "insufficient_inventory" || error.code === "not_purchasable") {
        revalidatePath("/cart")
        redirect("/cart?gone=1")
      }
    }
    return troubleOf(error)
  }
  await remember("order", order)
  await forget("cart")
  revalidatePath("/", "layout")
  redirect(`/orders/${order}?placed=1`)
}

/** A cart has one payment; asked for again, it stays that one. */
async function pay(cart_id: string, known: string | undefined): Promise<void> {
  const collection =
    known ??
    (
      await shop().request<{ payment_collection: { id: string } }>(
        "/store/payment-collections",
        { method: "POST", body: { cart_id } },
        FRESH
      )
    ).payment_collection.id
  await shop().request(
    `/store/payment-collections/${collection}/payment-sessions`,
    { method: "POST", body: { provider_id: "pp_system_default" } },
    FRESH
  )
}

/** Two tabs have one cart: what was bought in the other one is shown here. */
async function orderedElsewhere(): Promise<never> {
  const order = await recall("order")
  redirect(order ? `/orders/${order}` : "/cart")
}
