import type { ReactNode } from "react"
import { Field } from "../common/field"
import { NumberInput } from "../common/number-input"

type UnitsFieldProps = { label: string; units: string; hint?: ReactNode; onChange: (units: string) => void }

/** How many. Whether parts of units exist is the server's to say. */
export const UnitsField = ({ label, units, hint, onChange }: UnitsFieldProps) => (
  <Field label={label} hint={hint}>
    {(ids) => <NumberInput {...ids} step="any" value={units} onChange={onChange} />}
  </Field>
)
