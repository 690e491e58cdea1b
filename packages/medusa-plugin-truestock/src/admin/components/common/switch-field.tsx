import { Hint, Label, Switch } from "@medusajs/ui"
import { useId } from "react"

type SwitchFieldProps = {
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Yes or no, with its label beside it. */
export const SwitchField = ({ label, hint, checked, onChange }: SwitchFieldProps) => {
  const id = useId()
  return (
    <div className="flex items-start gap-x-3">
      <Switch
        id={id}
        className="shrink-0"
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={`${id}-hint`}
      />
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        <Hint id={`${id}-hint`}>{hint}</Hint>
      </div>
    </div>
  )
}
