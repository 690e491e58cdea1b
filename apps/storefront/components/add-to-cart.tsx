"use client"

import { useActionState } from "react"
import { addToCart } from "@/actions/cart"
import { TroubleNote } from "./trouble-note"

type AddToCartProps = { variantId: string; title: string; verb: string; what: string }

/** A form, so that it sells before and without any script. */
export function AddToCart({ variantId, title, verb, what }: AddToCartProps) {
  const [trouble, action, pending] = useActionState(addToCart, null)
  return (
    <form action={action} className="buy">
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="title" value={title} />
      <input type="hidden" name="quantity" value="1" />
      <button className="button" type="submit" aria-disabled={pending} aria-label={`${verb}: ${what}`}>
        {pending ? "One moment …" : verb}
      </button>
      <TroubleNote trouble={trouble} />
    </form>
  )
}
