import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import { receiptBody, receiptForm, type ReceiptBody, type ReceiptForm } from "../../lib/incoming/receipt-form"
import type { Delivery } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { FormDrawer } from "../common/form-drawer"
import { CostFields } from "../stockroom/cost-fields"
import { NoteField } from "../stockroom/note-field"
import { Refused } from "../stockroom/refused"
import { UnitsField } from "../stockroom/units-field"

type ReceiveDeliveryDrawerProps = { delivery: Delivery; onClose: () => void }

/** Stocks what has come of a delivery: all that is left of it, unless the operator says less. */
export const ReceiveDeliveryDrawer = ({ delivery, onClose }: ReceiveDeliveryDrawerProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [form, setForm] = useState(() => receiptForm(delivery))
  const body = receiptBody({ incoming_id: delivery.id }, form)
  const units = (quantity: number) => formatQuantity(quantity, language)
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: ReceiptBody) => send("receive", asked),
    done: (_, { quantity }) => t("truestock.receive.done", { units: units(quantity) }),
  })
  const change = (changed: Partial<ReceiptForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  return (
    <FormDrawer
      title={t("truestock.receive.title")}
      description={t("truestock.incoming.receiveHint", {
        item: itemName(delivery, t("truestock.shared.untitledItem")),
        location: delivery.location_name ?? delivery.location_id,
      })}
      isSaving={isPending}
      canSave={body !== undefined}
      saveText={t("truestock.receive.action")}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <UnitsField
        label={t("truestock.receive.units")}
        units={form.units}
        hint={t("truestock.incoming.remaining", {
          remaining: units(delivery.remaining_quantity),
          ordered: units(delivery.quantity),
        })}
        onChange={(typed) => change({ units: typed })}
      />
      <CostFields cost={form.cost} onChange={(cost) => change({ cost })} />
      <NoteField note={form.note} onChange={(note) => change({ note })} />
      <Refused error={error} />
    </FormDrawer>
  )
}
