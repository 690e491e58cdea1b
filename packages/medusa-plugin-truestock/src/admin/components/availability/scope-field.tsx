import type { Named } from "../../hooks/use-choices"
import { SelectField } from "../common/select-field"

const ALL = "all"

type ScopeFieldProps = {
  label: string
  /** What stands for none in particular. */
  all: string
  choices: Named[]
  value: string | null
  hint?: string
  disabled?: boolean
  onChange: (id: string | null) => void
}

/** One variant, channel or location, or all of them. */
export const ScopeField = ({ all, choices, value, onChange, ...field }: ScopeFieldProps) => (
  <SelectField
    {...field}
    value={value ?? ALL}
    onChange={(id) => onChange(id === ALL ? null : id)}
    options={[{ value: ALL, label: all }, ...choices.map(({ id, name }) => ({ value: id, label: name }))]}
  />
)
