import { Choice } from "./choice"

const NONE = "none"

type OptionalChoiceProps<Value extends string> = {
  label: string
  /** What the select says while nothing is chosen. */
  none: string
  value: Value | undefined
  options: { value: Value; label: string }[]
  onChange: (value: Value | undefined) => void
}

/** A small select in which nothing need be chosen. */
export const OptionalChoice = <Value extends string>(props: OptionalChoiceProps<Value>) => (
  <Choice<Value | typeof NONE>
    label={props.label}
    value={props.value ?? NONE}
    options={[{ value: NONE, label: props.none }, ...props.options]}
    onChange={(value) => props.onChange(value === NONE ? undefined : value)}
  />
)
