import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import { changeBody, changeForm, type ChangeForm } from "../../lib/incoming/change-form"
import type { Delivery } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { FormDrawer } from "../common/form-drawer"
import { Refused } from "../stockroom/refused"
import { UnitsField } from "../stockroom/units-field"
import { DeliveryFields } from "./delivery-fields"

type ChangeDrawerProps = { delivery: Delivery; onClose: () => void }

/** Changes what is expected. */
export const ChangeDrawer = ({ delivery, onClose }: ChangeDrawerProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [form, setForm] = useState(() => changeForm(delivery))
  const body = changeBody(delivery, form)
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: object) => send(`incoming/${delivery.id}`, asked),
    done: () => t("truestock.incoming.changed"),
  })
  const change = (changed: Partial<ChangeForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  const { received_quantity } = delivery
  return (
    <FormDrawer
      title={t("truestock.incoming.change")}
      description={itemName(delivery, t("truestock.shared.untitledItem"))}
      isSaving={isPending}
      canSave={body !== undefined}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <UnitsField
        label={t("truestock.incoming.ordered")}
        units={form.units}
        hint={
          received_quantity > 0
            ? t("truestock.incoming.alreadyReceived", { units: formatQuantity(received_quantity, language) })
            : undefined
        }
        onChange={(units) => change({ units })}
      />
      <DeliveryFields form={form} onChange={change} />
      <Refused error={error} />
    </FormDrawer>
  )
}
