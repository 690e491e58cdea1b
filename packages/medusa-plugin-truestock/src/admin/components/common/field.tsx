import { Hint, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** For the input of a field: its id, and the ids of what names and describes it. */
export type FieldIds = { id: string; "aria-labelledby": string; "aria-describedby": string | undefined }

type FieldProps = {
  label: string
  optional?: boolean
  hint?: ReactNode
  error?: string
  children: (ids: FieldIds) => ReactNode
}

/** An input with its label, and what there is to say about it. */
export const Field = ({ label, optional, hint, error, children }: FieldProps) => {
  const { t } = useTranslation()
  const id = useId()
  const ids = {
    id,
    "aria-labelledby": `${id}-label`,
    "aria-describedby": hint || error ? `${id}-hint` : undefined,
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label id={ids["aria-labelledby"]} htmlFor={id} size="small" weight="plus">
        {label}
        {optional && <span className="text-ui-fg-muted font-normal"> {t("truestock.shared.optional")}</span>}
      </Label>
      {children(ids)}
      {(error || hint) && (
        <Hint
          id={ids["aria-describedby"]}
          variant={error ? "error" : "info"}
          role={error ? "alert" : undefined}
        >
          {error ?? hint}
        </Hint>
      )}
    </div>
  )
}
