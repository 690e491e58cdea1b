import { useTranslation } from "react-i18next"
import { useDeliveries } from "../../hooks/stockroom/use-stockroom"
import { useLanguage } from "../../hooks/use-language"
import { formatDate, formatQuantity } from "../../lib/format"
import type { Delivery } from "../../lib/stockroom/answers"
import { SelectField } from "../common/select-field"

const NONE = "none"
const MOST = 100

type DeliveryChoiceProps = {
  itemId: string
  locationId: string
  delivery: Delivery | undefined
  onChange: (delivery: Delivery | undefined) => void
}

/** Which of the deliveries that are expected has come; not shown where none is. */
export const DeliveryChoice = ({ itemId, locationId, delivery, onChange }: DeliveryChoiceProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const query = { inventory_item_id: itemId, location_id: locationId, status: "expected", limit: MOST }
  const { data, isPlaceholderData } = useDeliveries(query)
  const deliveries = isPlaceholderData ? [] : (data?.incoming ?? [])
  if (deliveries.length === 0) return null
  const nameOf = ({ remaining_quantity, expected_at, supplier }: Delivery) =>
    [
      t("truestock.receive.expectedUnits", { units: formatQuantity(remaining_quantity, language) }),
      expected_at && formatDate(expected_at, language),
      supplier,
    ]
      .filter(Boolean)
      .join(" · ")
  return (
    <SelectField
      label={t("truestock.receive.delivery")}
      hint={t("truestock.receive.deliveryHint")}
      value={delivery?.id ?? NONE}
      onChange={(id) => onChange(deliveries.find((one) => one.id === id))}
      options={[
        { value: NONE, label: t("truestock.receive.noDelivery") },
        ...deliveries.map((one) => ({ value: one.id, label: nameOf(one) })),
      ]}
    />
  )
}
