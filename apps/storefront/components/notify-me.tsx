"use client"

import { lazy, Suspense, useState } from "react"

type NotifyMeProps = { shopUrl: string; publishableKey: string; productId: string; variantId: string }

// Few who look at a book want this: what asks the shop is loaded for those who do.
const NotifyForm = lazy(() => import("./notify-form").then(({ NotifyForm }) => ({ default: NotifyForm })))
const ShopProvider = lazy(() =>
  import("./shop-provider").then(({ ShopProvider }) => ({ default: ShopProvider }))
)

/** A button that opens the form for one message when it is back. */
export function NotifyMe({ productId, variantId, ...shop }: NotifyMeProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <p className="notify">
        <button className="button quiet" type="button" onClick={() => setOpen(true)}>
          Tell me when it can be had
        </button>
      </p>
    )
  }
  return (
    <Suspense fallback={<p className="notify">One moment …</p>}>
      <ShopProvider {...shop}>
        <NotifyForm productId={productId} variantId={variantId} />
      </ShopProvider>
    </Suspense>
  )
}
