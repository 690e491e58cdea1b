"use client"

import { useActionState } from "react"
import { placeOrder } from "@/actions/checkout"
import { HoldNote } from "./hold-note"
import { TroubleNote } from "./trouble-note"

/** The last step. The server holds the books once more before it orders, should their time have run out. */
export function PlaceOrder({ cartId }: { cartId: string }) {
  const [trouble, action, pending] = useActionState(placeOrder, null)
  return (
    <form action={action} className="go">
      <HoldNote cartId={cartId} />
      <button className="button" type="submit" disabled={pending}>
        {pending ? "Placing your order …" : "Place order"}
      </button>
      <TroubleNote trouble={trouble} />
    </form>
  )
}
