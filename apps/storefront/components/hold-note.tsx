"use client"

import { useCartHold } from "truestock-storefront-kit/react"

/** How long the books are still kept; where that is over, a button to keep them again. */
export function HoldNote({ cartId }: { cartId: string }) {
  const { state, secondsLeft, place, isPending, error } = useCartHold(cartId)
  if (state === "held") {
    return (
      <p className="hold" data-state="held">
        Your books are kept for you for{" "}
        <time role="timer" dateTime={`PT${secondsLeft}S`}>
          {inMinutes(secondsLeft)}
        </time>
        .
      </p>
    )
  }
  if (error?.code === "insufficient_inventory" || error?.code === "not_purchasable") {
    return (
      <p className="trouble" role="alert">
        Somebody was quicker, and not all of your books are there any more. {/* The basket names them. */}
        <a href="/cart">See what is left</a>
      </p>
    )
  }
  if (state !== "expired") return null
  return (
    <div className="hold" data-state="expired" role="status">
      <p>Your books are no longer kept for you. They may still be there.</p>
      <button className="button quiet" type="button" onClick={() => void place()} aria-disabled={isPending}>
        {isPending ? "One moment …" : "Keep them again"}
      </button>
    </div>
  )
}

const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
