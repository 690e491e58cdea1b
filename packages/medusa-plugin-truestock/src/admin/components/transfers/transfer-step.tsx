import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import type { TransferPaper } from "../../lib/stockroom/answers"
import { ConfirmDialog } from "../stockroom/confirm-dialog"

type TransferStepProps = { transfer: TransferPaper; step: "ship" | "cancel"; onClose: () => void }

/** Asks before a transfer is shipped or cancelled. */
export const TransferStep = ({ transfer, step, onClose }: TransferStepProps) => {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useOperation({
    run: (send, _: void) => send(`transfers/${transfer.id}/${step}`),
    done: () => t(`truestock.transfers.${step}.done`),
  })
  const isOnItsWay = transfer.status === "in_transit"
  return (
    <ConfirmDialog
      isDangerous={step === "cancel"}
      title={t(`truestock.transfers.${step}.title`)}
      description={t(`truestock.transfers.${step}.${isOnItsWay ? "descriptionInTransit" : "description"}`, {
        from: transfer.from_location_name ?? transfer.from_location_id,
        to: transfer.to_location_name ?? transfer.to_location_id,
      })}
      confirm={t(`truestock.transfers.${step}.confirm`)}
      isPending={isPending}
      error={error}
      items={transfer.lines}
      onConfirm={() => mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
