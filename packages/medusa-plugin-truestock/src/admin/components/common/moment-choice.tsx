import { Input } from "@medusajs/ui"
import { fromLocalInput, toLocalInput } from "../../lib/local-moment"

type MomentChoiceProps = {
  label: string
  value: Date | undefined
  onChange: (value: Date | undefined) => void
}

/** A moment among the choices of a page, with its label in front; none = no matter when. */
export const MomentChoice = ({ label, value, onChange }: MomentChoiceProps) => (
  <label className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
    {label}
    <Input
      size="small"
      type="datetime-local"
      max="9999-12-31T23:59"
      className="w-auto"
      value={toLocalInput(value ?? null)}
      onChange={(event) => onChange(fromLocalInput(event.target.value) ?? undefined)}
    />
  </label>
)
