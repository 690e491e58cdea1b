"use client"

import { useActionState } from "react"
import { register, signIn } from "@/actions/account"
import { TroubleNote } from "./trouble-note"

export function SignInForm() {
  const [trouble, action, pending] = useActionState(signIn, null)
  return (
    <form action={action} className="form stacked">
      <h1>Sign in</h1>
      <Field entered={trouble?.entered} name="email" label="E-mail" type="email" autoComplete="email" />
      <Field name="password" label="Password" type="password" autoComplete="current-password" />
      <button className="button" type="submit" aria-disabled={pending}>
        Sign in
      </button>
      <TroubleNote trouble={trouble} />
    </form>
  )
}

export function RegisterForm() {
  const [trouble, action, pending] = useActionState(register, null)
  return (
    <form action={action} className="form stacked">
      <h2>New here?</h2>
      <Field entered={trouble?.entered} name="first_name" label="First name" autoComplete="given-name" />
      <Field entered={trouble?.entered} name="last_name" label="Last name" autoComplete="family-name" />
      <Field entered={trouble?.entered} name="email" label="E-mail" type="email" autoComplete="email" />
      <Field name="password" label="Password" type="password" autoComplete="new-password" minLength={8} />
      <button className="button quiet" type="submit" aria-disabled={pending}>
        Open an account
      </button>
      <TroubleNote trouble={trouble} />
    </form>
  )
}

type FieldProps = {
  entered?: Record<string, string>
  name: string
  label: string
  type?: string
  autoComplete: string
  minLength?: number
}

function Field({ label, entered, ...input }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input required maxLength={200} defaultValue={entered?.[input.name]} {...input} />
    </label>
  )
}
