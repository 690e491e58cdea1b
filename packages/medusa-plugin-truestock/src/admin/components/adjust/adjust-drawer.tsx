import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAdjustStock } from "../../hooks/use-adjust-stock"
import { useLevelsShown } from "../../hooks/use-levels-shown"
import { adjustBody, adjustForm, chosenLevel, type AdjustForm } from "../../lib/adjust/adjust-form"
import { randomKey, requestKeys } from "../../lib/adjust/request-keys"
import { isUnanswered } from "../../lib/refusal"
import { Failure } from "../common/failure"
import { FormDrawer } from "../common/form-drawer"
import { AdjustFields } from "./adjust-fields"
import { AdjustRefusal, type Refused } from "./adjust-refusal"
import { LevelChoice } from "./level-choice"

type AdjustDrawerProps = { itemId: string; locationId: string | undefined; onClose: () => void }

/** Adds units to the stock of an item at a location, or takes some away, with a reason. */
export const AdjustDrawer = ({ itemId, locationId, onClose }: AdjustDrawerProps) => {
  const { t } = useTranslation()
  const [dialog] = useState(randomKey)
  const [keys] = useState(() => requestKeys())
  const [form, setForm] = useState(() => adjustForm(locationId))
  const [refused, setRefused] = useState<Refused>()
  const { data: levels, error, isFetching, refetch } = useLevelsShown(itemId, dialog)
  const { mutate, isPending } = useAdjustStock(keys)
  const level = levels && chosenLevel(levels, form)
  const body = adjustBody(itemId, level, form)

  const change = (changed: Partial<AdjustForm>) => {
    setForm({ ...form, ...changed })
    setRefused(undefined)
  }
  const save = () => {
    if (!body) return
    setRefused(undefined)
    mutate(body, {
      onSuccess: onClose,
      onError: (refusal) => {
        const show = () => setRefused({ error: refusal, expected: body.expected_quantity })
        // Without an answer the stock stays as shown: only the very same request is known to be done once.
        if (isUnanswered(refusal)) show()
        else void refetch().then(show)
      },
    })
  }

  return (
    <FormDrawer
      title={t("truestock.adjust.title")}
      description={t("truestock.adjust.description")}
      isSaving={isPending}
      canSave={body !== undefined && !isFetching && !error}
      onSave={save}
      onClose={onClose}
    >
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !levels && <Skeleton className="h-96 w-full" />}
      {!error && levels?.length === 0 && <Text size="small">{t("truestock.adjust.noLevel")}</Text>}
      {!error && levels && levels.length > 0 && (
        <>
          <LevelChoice
            itemId={itemId}
            levels={levels}
            value={level?.location_id}
            onChange={(chosen) => change({ locationId: chosen })}
          />
          <AdjustFields form={form} level={level} onChange={change} />
        </>
      )}
      {refused && <AdjustRefusal refused={refused} stocked={level?.stocked_quantity} />}
    </FormDrawer>
  )
}
