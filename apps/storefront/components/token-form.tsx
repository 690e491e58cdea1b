"use client"

import { useActionState } from "react"
import { TroubleNote } from "./trouble-note"
import type { Told } from "@/actions/notify"

type TokenFormProps = {
  token: string
  action: (before: Told, form: FormData) => Promise<Told>
  button: string
  done: string
}

/** A button, since programs that look into messages follow their links: only a person presses it. */
export function TokenForm({ token, action, button, done }: TokenFormProps) {
  const [told, submit, pending] = useActionState(action, null)
  if (told?.done) {
    return (
      <p className="good" role="status">
        {done}
      </p>
    )
  }
  return (
    <form action={submit}>
      <input type="hidden" name="token" value={token} />
      <button className="button" type="submit" aria-disabled={pending}>
        {button}
      </button>
      <TroubleNote trouble={told?.trouble ?? null} />
    </form>
  )
}
