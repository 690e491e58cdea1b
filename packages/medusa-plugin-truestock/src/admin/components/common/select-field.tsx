import { Select } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Field } from "./field"

type Option<Value extends string> = { value: Value; label: ReactNode }
type SelectFieldProps<Value extends string> = {
  label: string
  value: Value | undefined
  options: Option<Value>[]
  onChange: (value: Value) => void
  placeholder?: string
  hint?: ReactNode
  disabled?: boolean
}

/** One of several, in a form. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => (
  <Field label={props.label} hint={props.hint}>
    {(ids) => (
      <Select
        value={props.value ?? ""}
        onValueChange={(value) => props.onChange(value as Value)}
        disabled={props.disabled}
      >
        <Select.Trigger {...ids}>
          <Select.Value placeholder={props.placeholder} />
        </Select.Trigger>
        <Select.Content>
          {props.options.map(({ value, label }) => (
            <Select.Item key={value} value={value}>
              {label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    )}
  </Field>
)
