"use server"

import { isTruestockApiError } from "truestock-storefront-kit"
import { FRESH, shop } from "@/lib/shop"
import { troubleOf, type Trouble } from "@/lib/trouble"

/** null = not asked yet. */
export type Told = { done: boolean; trouble: Trouble } | null

const tokenIn = (form: FormData) => String(form.get("token") ?? "")

export async function confirm(_: Told, form: FormData): Promise<Told> {
  return tell(() => shop().confirmNotification(tokenIn(form), FRESH))
}

export async function unsubscribe(_: Told, form: FormData): Promise<Told> {
  return tell(() => shop().unsubscribeNotification(tokenIn(form), FRESH))
}

async function tell(ask: () => Promise<unknown>): Promise<Told> {
  try {
    await ask()
    return { done: true, trouble: null }
  } catch (error) {
    if (isTruestockApiError(error) && ["invalid_token", "subscription_not_found"].includes(error.code)) {
      return { done: false, trouble: { message: "This link is not, or no longer, good for anything." } }
    }
    return { done: false, trouble: troubleOf(error) }
  }
}
