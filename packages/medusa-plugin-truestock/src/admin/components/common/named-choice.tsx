import type { Named } from "../../hooks/use-choices"
import { OptionalChoice } from "./optional-choice"

type NamedChoiceProps = {
  label: string
  none: string
  value: string | undefined
  choices: Named[]
  onChange: (id: string | undefined) => void
}

/** One of the shop's own things, or none. One that is chosen but not known (any more) is shown by its id. */
export const NamedChoice = ({ choices, value, ...choice }: NamedChoiceProps) => {
  const isKnown = value === undefined || choices.some(({ id }) => id === value)
  const options = isKnown ? choices : [...choices, { id: value, name: value }]
  return (
    <OptionalChoice
      {...choice}
      value={value}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
