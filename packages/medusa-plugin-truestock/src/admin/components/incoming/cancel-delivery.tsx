import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { Delivery } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { ConfirmDialog } from "../stockroom/confirm-dialog"

type CancelDeliveryProps = { delivery: Delivery; onClose: () => void }

/** What is left of a delivery is not expected any more. */
export const CancelDelivery = ({ delivery, onClose }: CancelDeliveryProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { mutate, isPending, error } = useOperation({
    run: (send, _: void) => send(`incoming/${delivery.id}/cancel`),
    done: () => t("truestock.incoming.cancel.done"),
  })
  return (
    <ConfirmDialog
      isDangerous
      title={t("truestock.incoming.cancel.title")}
      description={t("truestock.incoming.cancel.description", {
        units: formatQuantity(delivery.remaining_quantity, language),
        item: itemName(delivery, t("truestock.shared.untitledItem")),
      })}
      confirm={t("truestock.incoming.cancel.confirm")}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
