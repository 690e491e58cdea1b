"use client"

import { useActionState } from "react"
import { saveDelivery } from "@/actions/checkout"
import { money } from "@/lib/money"
import { TroubleNote } from "./trouble-note"

type Address = Partial<Record<(typeof FIELDS)[number]["name"], string | null>>
type DeliveryFormProps = {
  email: string
  address: Address | null
  currency: string
  chosen: string | null
  options: { id: string; name: string; amount: number; description: string | null }[]
}

const FIELDS = [
  { name: "first_name", label: "First name", autoComplete: "given-name" },
  { name: "last_name", label: "Last name", autoComplete: "family-name" },
  { name: "address_1", label: "Street and number", autoComplete: "address-line1" },
  { name: "city", label: "City", autoComplete: "address-level2" },
  { name: "province", label: "State", autoComplete: "address-level1" },
  { name: "postal_code", label: "ZIP code", autoComplete: "postal-code" },
] as const

export function DeliveryForm({ email, address, currency, chosen, options }: DeliveryFormProps) {
  const [trouble, action, pending] = useActionState(saveDelivery, null)
  const picked = trouble?.entered?.shipping_option ?? chosen
  const invalid = (name: string) => (trouble?.field === name ? true : undefined)
  return (
    <form action={action} className="form">
      <label className="field wide">
        <span>E-mail</span>
        <input
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={trouble?.entered?.email ?? email}
          aria-invalid={invalid("email")}
        />
      </label>
      {FIELDS.map(({ name, label, autoComplete }) => (
        <label className={name === "address_1" ? "field wide" : "field"} key={name}>
          <span>{label}</span>
          <input
            name={name}
            autoComplete={autoComplete}
            required
            maxLength={200}
            defaultValue={trouble?.entered?.[name] ?? address?.[name] ?? ""}
            aria-invalid={invalid(name)}
          />
        </label>
      ))}
      <input type="hidden" name="country_code" value="us" />
      <fieldset className="wide options">
        <legend>Delivery</legend>
        {options.map(({ id, name, amount, description }, index) => (
          <label key={id}>
            <input
              type="radio"
              name="shipping_option"
              value={id}
              required
              defaultChecked={picked ? picked === id : index === 0}
            />
            <span>
              {name}
              {description && <span className="fine"> · {description}</span>}
            </span>
            <span className="price">{money(amount, currency)}</span>
          </label>
        ))}
        {options.length === 0 && <p className="trouble">There is no way to deliver these books together.</p>}
      </fieldset>
      <div className="wide">
        <button className="button" type="submit" aria-disabled={pending}>
          {pending ? "One moment …" : "Review your order"}
        </button>
        <TroubleNote trouble={trouble} />
      </div>
    </form>
  )
}
