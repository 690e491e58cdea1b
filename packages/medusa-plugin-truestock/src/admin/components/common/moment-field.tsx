import { Input } from "@medusajs/ui"
import { fromLocalInput, toLocalInput } from "../../lib/local-moment"
import { Field } from "./field"

type MomentFieldProps = {
  label: string
  value: Date | null
  onChange: (value: Date | null) => void
  hint?: string
  optional?: boolean
}

/**
 * A day and time in the operator's time zone, or none. The browser's own input: half a date is refused when the form
 * is sent, where the date picker of @medusajs/ui would say nothing and have none.
 */
export const MomentField = ({ label, value, onChange, hint, optional }: MomentFieldProps) => (
  <Field label={label} hint={hint} optional={optional}>
    {(ids) => (
      <Input
        {...ids}
        type="datetime-local"
        max="9999-12-31T23:59"
        value={toLocalInput(value)}
        onChange={(event) => onChange(fromLocalInput(event.target.value))}
      />
    )}
  </Field>
)
