import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useQuickTransfer } from "../../hooks/stockroom/use-quick-operations"
import { useLevelsShown } from "../../hooks/use-levels-shown"
import { randomKey } from "../../lib/adjust/request-keys"
import { quickTransfer, type QuickTransferForm } from "../../lib/stockroom/quick-transfer"
import { LevelChoice } from "../adjust/level-choice"
import { Failure } from "../common/failure"
import { FormDrawer } from "../common/form-drawer"
import { Refused } from "../stockroom/refused"
import type { ItemDialogProps } from "./item-operations"
import { QuickTransferFields } from "./quick-transfer-fields"

/** Moves units of an item from one location to another. */
export const TransferItemDrawer = ({ itemId, locationId, onClose }: ItemDialogProps) => {
  const { t } = useTranslation()
  const [dialog] = useState(randomKey)
  const { data: levels, error: failure, refetch } = useLevelsShown(itemId, dialog)
  const [form, setForm] = useState<QuickTransferForm>({
    ...{ fromId: locationId, toId: undefined, units: "", note: "", reach: "received" },
  })
  const fromId = form.fromId ?? (levels?.length === 1 ? levels[0]?.location_id : undefined)
  const level = levels?.find(({ location_id }) => location_id === fromId)
  const asked = quickTransfer(itemId, { ...form, fromId: level?.location_id })
  const { mutate, isPending, error, reset } = useQuickTransfer()
  const change = (changed: Partial<QuickTransferForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  return (
    <FormDrawer
      title={t("truestock.transfers.quick.title")}
      description={t("truestock.transfers.quick.description")}
      isSaving={isPending}
      canSave={asked !== undefined}
      saveText={t(`truestock.transfers.quick.action.${form.reach}`)}
      onSave={() => asked && mutate(asked, { onSuccess: onClose, onError: () => void refetch() })}
      onClose={onClose}
    >
      {failure && <Failure error={failure} onTryAgain={refetch} />}
      {!failure && !levels && <Skeleton className="h-96 w-full" />}
      {levels?.length === 0 && <Text size="small">{t("truestock.adjust.noLevel")}</Text>}
      {levels && levels.length > 0 && (
        <>
          <LevelChoice
            itemId={itemId}
            levels={levels}
            value={level?.location_id}
            onChange={(next) => change({ fromId: next, toId: form.toId === next ? undefined : form.toId })}
          />
          <QuickTransferFields form={{ ...form, fromId }} level={level} onChange={change} />
        </>
      )}
      <Refused error={error} />
    </FormDrawer>
  )
}
