import { Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { MOVEMENT_REASONS } from "../../../modules/inventory_management/movement"
import { LONGEST_NOTE, type AdjustForm } from "../../lib/adjust/adjust-form"
import type { StockedLevel } from "../../lib/answers"
import { Field } from "../common/field"
import { SelectField } from "../common/select-field"
import { SwitchField } from "../common/switch-field"
import { UnitsFields } from "./units-fields"

type AdjustFieldsProps = {
  form: AdjustForm
  level: StockedLevel | undefined
  onChange: (change: Partial<AdjustForm>) => void
}

/** How many units, why, and how far down it may go. */
export const AdjustFields = ({ form, level, onChange }: AdjustFieldsProps) => {
  const { t } = useTranslation()
  return (
    <>
      <UnitsFields form={form} level={level} onChange={onChange} />
      <SelectField
        label={t("truestock.adjust.reason")}
        placeholder={t("truestock.adjust.reasonPlaceholder")}
        value={form.reason}
        onChange={(reason) => onChange({ reason })}
        options={MOVEMENT_REASONS.map((value) => ({ value, label: t(`truestock.adjust.reasons.${value}`) }))}
      />
      <Field label={t("truestock.adjust.note")} optional hint={t("truestock.adjust.noteHint")}>
        {(ids) => (
          <Textarea
            {...ids}
            rows={3}
            maxLength={LONGEST_NOTE}
            value={form.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      {form.direction === "take" && (
        <SwitchField
          label={t("truestock.adjust.allowShortfall")}
          hint={t("truestock.adjust.allowShortfallHint")}
          checked={form.allowShortfall}
          onChange={(allowShortfall) => onChange({ allowShortfall })}
        />
      )}
    </>
  )
}
