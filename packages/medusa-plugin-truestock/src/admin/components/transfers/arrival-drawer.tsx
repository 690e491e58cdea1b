import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useLanguage } from "../../hooks/use-language"
import { formatQuantity } from "../../lib/format"
import type { TransferPaper } from "../../lib/stockroom/answers"
import { arrivalBody, arrivedUnits, missingUnits } from "../../lib/transfers/receipt"
import { FormDrawer } from "../common/form-drawer"
import { SwitchField } from "../common/switch-field"
import { Refused } from "../stockroom/refused"
import { ArrivalLines } from "./arrival-lines"

type ArrivalDrawerProps = {
  transfer: TransferPaper
  /** Opened to report that units are lost: nothing has come, and nothing will, unless the operator says otherwise. */
  isLoss?: boolean
  onClose: () => void
}

/** What has come of a transfer, in part or whole; and whether the rest is lost. */
export const ArrivalDrawer = ({ transfer, isLoss = false, onClose }: ArrivalDrawerProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  // As it was when the dialog opened: what others receive meanwhile must not change under the operator's hands.
  const [lines] = useState(transfer.lines)
  const [arrived, setArrived] = useState(() => arrivedUnits(lines, isLoss))
  const [isFinal, setIsFinal] = useState(isLoss)
  const body = arrivalBody(lines, arrived, isFinal)
  const missing = missingUnits(lines, arrived)
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: object) => send(`transfers/${transfer.id}/receive`, asked),
    done: () => t(`truestock.transfers.${isLoss ? "lossReported" : "arrived"}`),
  })
  return (
    <FormDrawer
      title={t(`truestock.transfers.${isLoss ? "reportLost" : "receive"}`)}
      description={t(`truestock.transfers.${isLoss ? "lossHint" : "receiveHint"}`, {
        location: transfer.to_location_name ?? transfer.to_location_id,
      })}
      isSaving={isPending}
      canSave={body !== undefined}
      saveText={t(`truestock.transfers.${isLoss ? "reportLostAction" : "receiveAction"}`)}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ArrivalLines
        lines={lines}
        arrived={arrived}
        onChange={(itemId, units) => {
          setArrived({ ...arrived, [itemId]: units })
          reset()
        }}
      />
      {missing > 0 && (
        <SwitchField
          label={t("truestock.transfers.isFinal")}
          hint={t("truestock.transfers.isFinalHint", { units: formatQuantity(missing, language) })}
          checked={isFinal}
          onChange={(checked) => {
            setIsFinal(checked)
            reset()
          }}
        />
      )}
      <Refused error={error} items={lines} />
    </FormDrawer>
  )
}
