import { useTranslation } from "react-i18next"
import { useStockLocations } from "../../hooks/use-choices"
import { SelectField } from "../common/select-field"

type LocationFieldProps = {
  label: string
  value: string | undefined
  hint?: string
  /** One that cannot be chosen here. */
  except?: string
  disabled?: boolean
  onChange: (locationId: string) => void
}

/** One of the shop's locations, in a form. */
export const LocationField = ({ except, ...field }: LocationFieldProps) => {
  const { t } = useTranslation()
  const locations = useStockLocations().filter(({ id }) => id !== except)
  return (
    <SelectField
      {...field}
      placeholder={t("truestock.stockroom.chooseLocation")}
      options={locations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
