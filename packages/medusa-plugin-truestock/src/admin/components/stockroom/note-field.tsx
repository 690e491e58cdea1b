import { Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LONGEST_NOTE } from "../../lib/adjust/adjust-form"
import { Field } from "../common/field"

type NoteFieldProps = { note: string; onChange: (note: string) => void }

export const NoteField = ({ note, onChange }: NoteFieldProps) => {
  const { t } = useTranslation()
  return (
    <Field label={t("truestock.adjust.note")} optional>
      {(ids) => (
        <Textarea
          {...ids}
          rows={2}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
