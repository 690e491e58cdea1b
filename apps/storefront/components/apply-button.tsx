"use client"

import { useFormStatus } from "react-dom"

/** Says that the list is on its way, for as long as the shop takes. */
export function ApplyButton() {
  const { pending } = useFormStatus()
  return (
    <button className="button quiet" type="submit" aria-disabled={pending}>
      {pending ? "Looking …" : "Show"}
    </button>
  )
}
