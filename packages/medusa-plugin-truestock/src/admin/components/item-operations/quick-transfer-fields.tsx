import { useTranslation } from "react-i18next"
import type { StockedLevel } from "../../lib/answers"
import { isTooMuch, REACHES, type QuickTransferForm } from "../../lib/stockroom/quick-transfer"
import { SelectField } from "../common/select-field"
import { LocationField } from "../stockroom/location-field"
import { NoteField } from "../stockroom/note-field"
import { UnitsField } from "../stockroom/units-field"

type QuickTransferFieldsProps = {
  form: QuickTransferForm
  level: StockedLevel | undefined
  onChange: (change: Partial<QuickTransferForm>) => void
}

/** Where to, how many, and how far it goes at once. */
export const QuickTransferFields = ({ form, level, onChange }: QuickTransferFieldsProps) => {
  const { t } = useTranslation()
  return (
    <>
      <div className="grid gap-x-3 gap-y-6 sm:grid-cols-2">
        <LocationField
          label={t("truestock.transfers.to")}
          value={form.toId}
          except={form.fromId}
          onChange={(toId) => onChange({ toId })}
        />
        <UnitsField
          label={t("truestock.shared.units")}
          units={form.units}
          hint={isTooMuch(level, form.units) ? t("truestock.transfers.quick.tooMuch") : undefined}
          onChange={(units) => onChange({ units })}
        />
      </div>
      <SelectField
        label={t("truestock.transfers.quick.reach")}
        value={form.reach}
        hint={t(`truestock.transfers.quick.reachHint.${form.reach}`)}
        onChange={(reach) => onChange({ reach })}
        options={REACHES.map((value) => ({ value, label: t(`truestock.transfers.quick.reaches.${value}`) }))}
      />
      <NoteField note={form.note} onChange={(note) => onChange({ note })} />
    </>
  )
}
