"use client"

import { useRouter } from "next/navigation"
import { startTransition, useEffect } from "react"

const TRY_AGAIN_MS = 5000

/** The shop is away, slow or broken. Asks again by itself while somebody looks, so that the page recovers without a click. */
export default function ShopSilent({ reset }: { reset: () => void }) {
  const router = useRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") again()
    }, TRY_AGAIN_MS)
    return () => clearInterval(timer)
  })
  return (
    <div className="narrow notice" role="alert">
      <h1>The shop does not answer</h1>
      <p>This is our fault, not yours: nothing you have chosen is lost. We keep trying.</p>
      <button className="button" type="button" onClick={again}>
        Try again
      </button>
    </div>
  )
}
