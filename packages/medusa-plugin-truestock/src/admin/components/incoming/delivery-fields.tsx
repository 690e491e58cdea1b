import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DayField } from "../common/day-field"
import { Field } from "../common/field"
import { NoteField } from "../stockroom/note-field"

const LONGEST_SUPPLIER = 255

type DeliveryText = { expectedAt: Date | null; supplier: string; note: string }
type DeliveryFieldsProps = { form: DeliveryText; onChange: (change: Partial<DeliveryText>) => void }

/** When it comes, from whom, and what else there is to say of it. */
export const DeliveryFields = ({ form, onChange }: DeliveryFieldsProps) => {
  const { t } = useTranslation()
  return (
    <>
      <div className="grid gap-x-3 gap-y-6 sm:grid-cols-2">
        <DayField
          label={t("truestock.incoming.expectedOn")}
          value={form.expectedAt}
          onChange={(expectedAt) => onChange({ expectedAt })}
        />
        <Field label={t("truestock.incoming.supplier")} optional>
          {(ids) => (
            <Input
              {...ids}
              maxLength={LONGEST_SUPPLIER}
              value={form.supplier}
              onChange={(event) => onChange({ supplier: event.target.value })}
            />
          )}
        </Field>
      </div>
      <NoteField note={form.note} onChange={(note) => onChange({ note })} />
    </>
  )
}
