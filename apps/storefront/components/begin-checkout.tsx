"use client"

import { useActionState } from "react"
import { beginCheckout } from "@/actions/cart"
import { TroubleNote } from "./trouble-note"

/** On to the checkout; the books are held for it. */
export function BeginCheckout({ blocked }: { blocked: boolean }) {
  const [trouble, action, pending] = useActionState(beginCheckout, null)
  return (
    <form action={action} className="go">
      <button className="button" type="submit" disabled={blocked} aria-disabled={pending}>
        {pending ? "Reserving your books …" : "Go to checkout"}
      </button>
      <p className="fine">
        {blocked
          ? "First change what is no longer there."
          : "We keep your books for you while you check out."}
      </p>
      <TroubleNote trouble={trouble} />
    </form>
  )
}
