import { Input } from "@medusajs/ui"
import { dayOf, noonOf } from "../../lib/local-day"
import { Field } from "./field"

type DayFieldProps = {
  label: string
  value: Date | null
  onChange: (value: Date | null) => void
  hint?: string
}

/** A day in the operator's time zone, or none. */
export const DayField = ({ label, value, onChange, hint }: DayFieldProps) => (
  <Field label={label} hint={hint} optional>
    {(ids) => (
      <Input
        {...ids}
        type="date"
        max="9999-12-31"
        value={dayOf(value)}
        onChange={(event) => onChange(noonOf(event.target.value))}
      />
    )}
  </Field>
)
