import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useStockLocations } from "../../hooks/use-choices"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import { receiptBody, receiptForm, type ReceiptBody, type ReceiptForm } from "../../lib/incoming/receipt-form"
import type { Delivery } from "../../lib/stockroom/answers"
import { FormDrawer } from "../common/form-drawer"
import { CostFields } from "../stockroom/cost-fields"
import { LocationField } from "../stockroom/location-field"
import { NoteField } from "../stockroom/note-field"
import { Refused } from "../stockroom/refused"
import { UnitsField } from "../stockroom/units-field"
import { DeliveryChoice } from "./delivery-choice"
import type { ItemDialogProps } from "./item-operations"

/** Stocks units of an item that have come, with a delivery that was expected or by themselves. */
export const ReceiveItemDrawer = ({ itemId, locationId, onClose }: ItemDialogProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const locations = useStockLocations()
  const [chosen, setChosen] = useState(locationId)
  const [delivery, setDelivery] = useState<Delivery>()
  const [form, setForm] = useState(() => receiptForm())
  const at = chosen ?? (locations.length === 1 ? locations[0]?.id : undefined)
  const body =
    at &&
    receiptBody(
      delivery ? { incoming_id: delivery.id } : { inventory_item_id: itemId, location_id: at },
      form
    )
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: ReceiptBody) => send("receive", asked),
    done: (_, { quantity }) => t("truestock.receive.done", { units: formatQuantity(quantity, language) }),
  })
  const change = (changed: Partial<ReceiptForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  const choose = (next: Delivery | undefined) => {
    setDelivery(next)
    change(receiptForm(next))
  }
  return (
    <FormDrawer
      title={t("truestock.receive.title")}
      description={t("truestock.receive.description")}
      isSaving={isPending}
      canSave={!!body}
      saveText={t("truestock.receive.action")}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LocationField
        label={t("truestock.shared.location")}
        value={at}
        onChange={(next) => {
          setChosen(next)
          if (next !== at) choose(undefined)
        }}
      />
      {at && <DeliveryChoice itemId={itemId} locationId={at} delivery={delivery} onChange={choose} />}
      <UnitsField
        label={t("truestock.receive.units")}
        units={form.units}
        onChange={(units) => change({ units })}
      />
      <CostFields cost={form.cost} onChange={(cost) => change({ cost })} />
      <NoteField note={form.note} onChange={(note) => change({ note })} />
      <Refused error={error} />
    </FormDrawer>
  )
}
