import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LOCATION_KINDS } from "../../../modules/inventory_management/locations/location"
import type { StockLocation } from "../../lib/locations/answers"
import type { LocationForm } from "../../lib/locations/location-form"
import { Field } from "../common/field"
import { SelectField } from "../common/select-field"
import { SwitchField } from "../common/switch-field"

const LONGEST_CODE = 100
const LARGEST_PRIORITY = 1_000_000
const NONE = "none"

type LocationFieldsProps = {
  form: LocationForm
  others: StockLocation[]
  onChange: (change: Partial<LocationForm>) => void
}

export const LocationFields = ({ form, others, onChange }: LocationFieldsProps) => {
  const { t } = useTranslation()
  const text = (key: string) => t(`truestock.locations.field.${key}`)
  return (
    <>
      <Field label={text("code")} hint={text("codeHint")} optional>
        {(ids) => (
          <Input
            {...ids}
            value={form.code}
            maxLength={LONGEST_CODE}
            onChange={(event) => onChange({ code: event.target.value })}
          />
        )}
      </Field>
      <SelectField
        label={text("kind")}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        options={LOCATION_KINDS.map((value) => ({ value, label: t(`truestock.locations.kind.${value}`) }))}
      />
      <SwitchField
        label={text("isActive")}
        hint={text("isActiveHint")}
        checked={form.isActive}
        onChange={(isActive) => onChange({ isActive })}
      />
      <Field label={text("priority")} hint={text("priorityHint")}>
        {(ids) => (
          <Input
            {...ids}
            type="number"
            required
            min={-LARGEST_PRIORITY}
            max={LARGEST_PRIORITY}
            step={1}
            value={form.priority}
            onChange={(event) => onChange({ priority: event.target.value })}
          />
        )}
      </Field>
      <SelectField
        label={text("backupFor")}
        hint={text("backupForHint")}
        value={form.backupFor ?? NONE}
        onChange={(value) => onChange({ backupFor: value === NONE ? undefined : value })}
        options={[
          { value: NONE, label: text("noBackup") },
          ...others.map(({ location_id, name }) => ({ value: location_id, label: name })),
        ]}
      />
    </>
  )
}
