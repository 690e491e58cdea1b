"use server"

import { isTruestockApiError } from "truestock-storefront-kit"
import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { cartPath, readCart, type Cart } from "@/lib/cart"
import { recall, remember, signedIn } from "@/lib/session"
import { settings } from "@/lib/settings"
import { FRESH, shop } from "@/lib/shop"
import { troubleOf, type Trouble } from "@/lib/trouble"

const SHORT = ["insufficient_inventory", "not_purchasable"]

const text = (form: FormData, name: string) => String(form.get(name) ?? "")

/** A whole number of copies, as a shopper may order them. */
function quantityIn(form: FormData): number {
  const quantity = Number(text(form, "quantity") || "1")
  return Number.isInteger(quantity) ? Math.min(Math.max(quantity, 0), 99) : 1
}

/** Puts an edition into the cart, and opens one where there is none; then shows it. */
export async function addToCart(_: Trouble, form: FormData): Promise<Trouble> {
  const line = { variant_id: text(form, "variant_id"), quantity: quantityIn(form) || 1 }
  try {
    const id = (await readCart())?.id ?? (await openCart())
    await shop().request(cartPath(id, "/line-items"), { method: "POST", body: line }, FRESH)
  } catch (error) {
    return troubleOf(error, { title: text(form, "title") })
  }
  revalidatePath("/cart")
  redirect("/cart")
}

async function openCart(): Promise<string> {
  const { cart } = await shop().request<{ cart: Cart }>(
    "/store/carts",
    { method: "POST", body: { region_id: settings.regionId() } },
    { ...FRESH, ...(await signedIn()) }
  )
  await remember("cart", cart.id)
  return cart.id
}

/** Changes how many copies of a line are wanted; none takes it out. */
export async function changeLine(_: Trouble, form: FormData): Promise<Trouble> {
  const id = await recall("cart")
  const line = encodeURIComponent(text(form, "line_id"))
  const quantity = quantityIn(form)
  try {
    if (id && line) {
      const question = quantity
        ? { method: "POST" as const, body: { quantity } }
        : { method: "DELETE" as const }
      await shop().request(cartPath(id, `/line-items/${line}`), question, FRESH)
    }
  } catch (error) {
    // Taken out in another tab: that is what was wanted, or all that can be done.
    if (!(isTruestockApiError(error) && error.status === 404)) {
      return troubleOf(error, { title: text(form, "title") })
    }
  }
  revalidatePath("/", "layout")
  return null
}

/** Holds what the cart needs, so that nobody else buys it during the checkout. */
export async function beginCheckout(_: Trouble): Promise<Trouble> {
  const id = await recall("cart")
  if (!id) redirect("/cart")
  try {
    await shop().holdCart(id, FRESH)
  } catch (error) {
    revalidatePath("/cart")
    // The page says it line by line, with what to do.
    if (isTruestockApiError(error) && SHORT.includes(error.code)) {
      return { message: "Not all of your basket is there any more: see above what is left." }
    }
    return troubleOf(error)
  }
  redirect("/checkout")
}
