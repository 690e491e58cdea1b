import { useTranslation } from "react-i18next"
import { adjustmentOf, type AdjustForm, type Direction } from "../../lib/adjust/adjust-form"
import type { StockedLevel } from "../../lib/answers"
import { Field } from "../common/field"
import { NumberInput } from "../common/number-input"
import { SelectField } from "../common/select-field"
import { ResultingStock } from "./resulting-stock"

const DIRECTIONS: Direction[] = ["add", "take"]

type UnitsFieldsProps = {
  form: AdjustForm
  level: StockedLevel | undefined
  onChange: (change: Partial<AdjustForm>) => void
}

/** Whether to add or to take away, how many, and what that comes to. Whether parts of units exist is the server's to say. */
export const UnitsFields = ({ form, level, onChange }: UnitsFieldsProps) => {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-y-3">
      <div className="grid grid-cols-2 gap-x-3">
        <SelectField
          label={t("truestock.adjust.direction")}
          value={form.direction}
          onChange={(direction) => onChange({ direction })}
          options={DIRECTIONS.map((value) => ({ value, label: t(`truestock.adjust.directions.${value}`) }))}
        />
        <Field label={t("truestock.shared.units")}>
          {(ids) => (
            <NumberInput {...ids} step="any" value={form.units} onChange={(units) => onChange({ units })} />
          )}
        </Field>
      </div>
      {level && <ResultingStock level={level} adjustment={adjustmentOf(form)} form={form} />}
    </div>
  )
}
