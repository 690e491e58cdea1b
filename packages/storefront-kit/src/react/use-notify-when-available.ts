"use client"

import { useMutation } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"
import type { NotificationAccepted } from "../client/notification.js"
import { useTruestock } from "./truestock-provider.js"

/** A back-in-stock form as a component sees it. */
export type NotifyWhenAvailable = {
  /** Asks for one message to this address. False where that was refused: `error` says why. Does not throw. */
  subscribe: (email: string) => Promise<boolean>
  isPending: boolean
  /** The address will be written to, or asked first where `confirmationRequired`. */
  isAccepted: boolean
  confirmationRequired: boolean
  /** Such as `invalid_email` or `too_many_requests` (with `retry_after_seconds`). */
  error: TruestockApiError | null
  /** Back to the empty form. */
  reset: () => void
}

type Asked = { product_id: string; variant_id: string | null; email: string }

/**
 * Lets a shopper be told, once, when the product is back in stock. What was accepted or refused holds for the product and
 * variant it was asked for: with another one the form is empty again.
 *
 * @param variant_id default: any variant
 */
export function useNotifyWhenAvailable(
  product_id: string,
  variant_id: string | null = null
): NotifyWhenAvailable {
  const client = useTruestock()
  const asking = useMutation<NotificationAccepted, TruestockApiError, Asked>({
    mutationFn: (asked) => client.notifyWhenAvailable(asked.product_id, asked),
    // Offline is said, not waited for.
    networkMode: "always",
  })
  const isOfThis = asking.variables?.product_id === product_id && asking.variables.variant_id === variant_id
  return {
    subscribe: (email) =>
      asking.mutateAsync({ product_id, variant_id, email }).then(
        () => true,
        () => false
      ),
    isPending: isOfThis && asking.isPending,
    isAccepted: isOfThis && asking.isSuccess,
    confirmationRequired: isOfThis && asking.data?.confirmation_required === true,
    error: isOfThis ? asking.error : null,
    reset: asking.reset,
  }
}
