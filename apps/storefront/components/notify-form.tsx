"use client"

import { useId, useState, type FormEvent } from "react"
import { useNotifyWhenAvailable } from "truestock-storefront-kit/react"

/** One message when it is back. Asked from the browser, since the shop limits how often by the shopper's address. */
export function NotifyForm({ productId, variantId }: { productId: string; variantId: string }) {
  const { subscribe, isPending, isAccepted, confirmationRequired, error } = useNotifyWhenAvailable(
    productId,
    variantId
  )
  const [email, setEmail] = useState("")
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) void subscribe(email)
  }
  return (
    <form className="notify" onSubmit={submit} noValidate>
      {isAccepted ? (
        <p className="good" role="status">
          {confirmationRequired
            ? "Please confirm your address: we have sent you a message."
            : "We will write to you once, when it is back."}
        </p>
      ) : (
        <>
          <label htmlFor={id}>Your e-mail address</label>
          <div className="notify-row">
            <input
              id={id}
              type="email"
              // Opened by a button, which is gone now.
              autoFocus
              autoComplete="email"
              placeholder="you@example.com"
              value={email}
              required
              aria-invalid={error?.code === "invalid_email"}
              aria-describedby={`${id}-error`}
              onChange={(event) => setEmail(event.target.value)}
            />
            <button className="button quiet" type="submit" aria-disabled={isPending}>
              {isPending ? "One moment …" : "Tell me"}
            </button>
          </div>
          <p id={`${id}-error`} role="alert" className={error ? "trouble" : "visually-hidden"}>
            {error && wordsFor(error.code)}
          </p>
        </>
      )}
    </form>
  )
}

function wordsFor(code: string): string {
  if (code === "invalid_email") return "This does not look like an e-mail address."
  if (code === "too_many_requests") return "That was a little often. Please try again in a few minutes."
  return "The shop does not answer right now. Please try again."
}
