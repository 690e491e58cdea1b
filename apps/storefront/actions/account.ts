"use server"

import { isTruestockApiError } from "truestock-storefront-kit"
import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { cartPath } from "@/lib/cart"
import { forget, recall, remember } from "@/lib/session"
import { FRESH, shop } from "@/lib/shop"
import { troubleOf, type Trouble } from "@/lib/trouble"

type Token = { token: string }

const value = (form: FormData, name: string) => String(form.get(name) ?? "").trim()
const post = <T>(path: string, body: object, token?: string) =>
  shop().request<T>(
    path,
    { method: "POST", body },
    { ...FRESH, ...(token && { headers: { authorization: `Bearer ${token}` } }) }
  )

export async function signIn(_: Trouble, form: FormData): Promise<Trouble> {
  const entered = { email: value(form, "email") }
  const who = { email: entered.email, password: String(form.get("password") ?? "") }
  try {
    const { token } = await post<Token>("/auth/customer/emailpass", who)
    await enter(token)
  } catch (error) {
    if (isRefused(error)) return { message: "E-mail address and password do not go together.", entered }
    return { ...troubleOf(error), entered }
  }
  revalidatePath("/", "layout")
  redirect("/account")
}

export async function register(_: Trouble, form: FormData): Promise<Trouble> {
  const email = value(form, "email")
  const password = String(form.get("password") ?? "")
  const name = { first_name: value(form, "first_name"), last_name: value(form, "last_name") }
  const entered = { email, ...name }
  if (!email.includes("@")) return { message: "Please give your e-mail address.", field: "email", entered }
  if (password.length < 8)
    return { message: "Please choose a password of eight characters or more.", entered }
  try {
    const { token } = await post<Token>("/auth/customer/emailpass/register", { email, password })
    await post("/store/customers", { email, ...name }, token)
    // The first token knows no customer yet.
    await enter((await post<Token>("/auth/customer/emailpass", { email, password })).token)
  } catch (error) {
    if (isRefused(error))
      return { message: "There is an account with this address already: please sign in.", entered }
    return { ...troubleOf(error), entered }
  }
  revalidatePath("/", "layout")
  redirect("/account")
}

export async function signOut(): Promise<void> {
  await forget("token")
  // The next one at this machine is not to see what was bought.
  await forget("order")
  revalidatePath("/", "layout")
  redirect("/account")
}

const isRefused = (error: unknown) =>
  isTruestockApiError(error) && error.status !== null && error.status >= 400 && error.status < 429

/** Whoever signs in takes the cart along, so that its order is found in the account. */
async function enter(token: string): Promise<void> {
  await remember("token", token)
  const cart = await recall("cart")
  if (cart) await post(cartPath(cart, "/customer"), {}, token).catch(() => {})
}
