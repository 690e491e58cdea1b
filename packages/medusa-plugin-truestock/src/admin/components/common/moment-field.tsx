import { DatePicker } from "@medusajs/ui"
import { Field } from "./field"

type MomentFieldProps = {
  label: string
  value: Date | null
  onChange: (value: Date | null) => void
  hint?: string
  optional?: boolean
  disabled?: boolean
}

/** A day and time in the operator's time zone, or none. */
export const MomentField = ({ label, value, onChange, hint, optional, disabled }: MomentFieldProps) => (
  <Field label={label} hint={hint} optional={optional}>
    {({ id: _, ...ids }) => (
      <DatePicker
        {...ids}
        granularity="minute"
        shouldCloseOnSelect={false}
        hideTimeZone
        modal
        value={value}
        onChange={onChange}
        isDisabled={disabled}
      />
    )}
  </Field>
)
