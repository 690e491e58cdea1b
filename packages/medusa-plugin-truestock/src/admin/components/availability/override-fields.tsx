import { Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { BEST_FIRST } from "../../../modules/availability/status"
import { LONGEST_NOTE, type OverrideForm } from "../../lib/availability/override-form"
import { statusKey } from "../../lib/availability/status-text"
import { Field } from "../common/field"
import { MomentField } from "../common/moment-field"
import { SelectField } from "../common/select-field"
import { SwitchField } from "../common/switch-field"

type OverrideFieldsProps = { form: OverrideForm; onChange: (change: Partial<OverrideForm>) => void }

/** The status itself, the note to it and who may read that, and when it ends. */
export const OverrideFields = ({ form, onChange }: OverrideFieldsProps) => {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t("truestock.availability.form.status")}
        placeholder={t("truestock.availability.form.statusPlaceholder")}
        value={form.status}
        onChange={(status) => onChange({ status })}
        options={BEST_FIRST.map((status) => ({ value: status, label: t(statusKey(status)) }))}
      />
      <Field
        label={t("truestock.availability.form.notes")}
        optional
        hint={t("truestock.availability.form.notesCount", { count: form.notes.length, limit: LONGEST_NOTE })}
      >
        {(ids) => (
          <Textarea
            {...ids}
            rows={4}
            maxLength={LONGEST_NOTE}
            value={form.notes}
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        )}
      </Field>
      <SwitchField
        label={t("truestock.availability.form.noteVisible")}
        hint={t("truestock.availability.form.noteVisibleHint")}
        checked={form.note_visible}
        onChange={(note_visible) => onChange({ note_visible })}
      />
      <MomentField
        label={t("truestock.availability.form.expiresAt")}
        optional
        hint={t("truestock.availability.form.expiresAtHint")}
        value={form.expires_at}
        onChange={(expires_at) => onChange({ expires_at })}
      />
    </>
  )
}
