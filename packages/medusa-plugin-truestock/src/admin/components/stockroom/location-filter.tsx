import { useTranslation } from "react-i18next"
import { useStockLocations } from "../../hooks/use-choices"
import { NamedChoice } from "../common/named-choice"

type LocationFilterProps = {
  label?: string
  none?: string
  value: string | undefined
  onChange: (locationId: string | undefined) => void
}

/** The papers of one location, or of all. */
export const LocationFilter = ({ label, none, value, onChange }: LocationFilterProps) => {
  const { t } = useTranslation()
  return (
    <NamedChoice
      label={label ?? t("truestock.shared.location")}
      none={none ?? t("truestock.shared.allLocations")}
      value={value}
      choices={useStockLocations()}
      onChange={onChange}
    />
  )
}
