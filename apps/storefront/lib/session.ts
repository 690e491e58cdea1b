import "server-only"
import { cookies } from "next/headers"
import { settings } from "./settings"

const DAY_S = 86_400
/** What this site remembers of a shopper. None of it can be read by a script in the page. */
const NAMES = { cart: "cart_id", token: "customer_token", order: "last_order_id" } as const
const KEPT_S = { cart: 30 * DAY_S, token: DAY_S, order: DAY_S }

type Name = keyof typeof NAMES

export async function recall(name: Name): Promise<string | null> {
  return (await cookies()).get(NAMES[name])?.value || null
}

/** Only in server actions and route handlers: a page that is being rendered can no longer set a cookie. */
export async function remember(name: Name, value: string): Promise<void> {
  const secure = settings.storefrontUrl().startsWith("https:")
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: KEPT_S[name] } as const
  ;(await cookies()).set(NAMES[name], value, options)
}

export async function forget(name: Name): Promise<void> {
  ;(await cookies()).delete(NAMES[name])
}

/** Who is signed in, as headers of a request; none for guests. */
export async function signedIn(): Promise<{ headers?: Record<string, string> }> {
  const token = await recall("token")
  return token ? { headers: { authorization: `Bearer ${token}` } } : {}
}
