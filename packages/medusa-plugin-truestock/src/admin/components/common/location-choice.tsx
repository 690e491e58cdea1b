import { useTranslation } from "react-i18next"
import { useItemLocations } from "../../hooks/use-item-locations"
import { Choice } from "./choice"

const EVERYWHERE = "everywhere"

type LocationChoiceProps = {
  itemId: string
  locationId: string | undefined
  onChange: (locationId: string | undefined) => void
}

/** One of the item's locations, or all of them. */
export const LocationChoice = ({ itemId, locationId, onChange }: LocationChoiceProps) => {
  const { t } = useTranslation()
  const { data: locations = [] } = useItemLocations(itemId)
  return (
    <Choice
      label={t("truestock.shared.location")}
      value={locationId ?? EVERYWHERE}
      onChange={(value) => onChange(value === EVERYWHERE ? undefined : value)}
      options={[
        { value: EVERYWHERE, label: t("truestock.shared.allLocations") },
        ...locations.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
