import { Input } from "@medusajs/ui"
import type { AriaAttributes } from "react"

/** The largest number that a column of ours holds. */
const LARGEST = 2_147_483_647

type NumberInputProps = Pick<AriaAttributes, "aria-label" | "aria-labelledby" | "aria-describedby"> & {
  id?: string
  value: string
  placeholder?: string
  max?: number
  /** "any": also a part of a unit. */
  step?: 1 | "any"
  onChange: (value: string) => void
}

/** A whole number from 0, or nothing; the browser refuses to submit anything else, and says so. */
export const NumberInput = ({ onChange, max = LARGEST, step = 1, ...input }: NumberInputProps) => (
  <Input
    {...input}
    type="number"
    inputMode={step === 1 ? "numeric" : "decimal"}
    min={0}
    max={max}
    step={step}
    onChange={(event) => onChange(event.target.value)}
  />
)
