import { Select } from "@medusajs/ui"

type Option<Value extends string> = { value: Value; label: string }
type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  options: Option<Value>[]
  onChange: (value: Value) => void
}

/** A small select; its label is for those who cannot see what it stands beside. */
export const Choice = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) => (
  <Select size="small" value={value} onValueChange={(next) => onChange(next as Value)}>
    <Select.Trigger aria-label={label} className="w-auto max-w-56 shrink-0 gap-x-2">
      <Select.Value />
    </Select.Trigger>
    <Select.Content>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
