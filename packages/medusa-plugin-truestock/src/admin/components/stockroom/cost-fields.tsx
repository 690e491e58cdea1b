import { useTranslation } from "react-i18next"
import { useCurrencies } from "../../hooks/stockroom/use-currencies"
import type { CostForm } from "../../lib/stockroom/cost"
import { Field } from "../common/field"
import { NumberInput } from "../common/number-input"
import { SelectField } from "../common/select-field"

type CostFieldsProps = { cost: CostForm; onChange: (cost: CostForm) => void }

/** What a unit costs, which the value of the stock is reckoned from. */
export const CostFields = ({ cost, onChange }: CostFieldsProps) => {
  const { t } = useTranslation()
  const currencies = useCurrencies()
  return (
    <div className="grid grid-cols-2 gap-x-3">
      <Field label={t("truestock.receive.unitCost")} optional>
        {(ids) => (
          <NumberInput
            {...ids}
            step="any"
            value={cost.unitCost}
            onChange={(unitCost) =>
              onChange({ unitCost, currency: cost.currency ?? (currencies[0] as string | undefined) })
            }
          />
        )}
      </Field>
      <SelectField
        label={t("truestock.receive.currency")}
        value={cost.currency}
        onChange={(currency) => onChange({ ...cost, currency })}
        options={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
      />
    </div>
  )
}
