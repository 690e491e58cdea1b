import { Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useQuickCount } from "../../hooks/stockroom/use-quick-operations"
import { useLanguage } from "../../hooks/use-language"
import { useLevelsShown } from "../../hooks/use-levels-shown"
import { randomKey } from "../../lib/adjust/request-keys"
import { formatDelta, formatQuantity } from "../../lib/format"
import { differenceOf } from "../../lib/stock-take/entry"
import { unitsOrNone } from "../../lib/stockroom/units"
import { LevelChoice } from "../adjust/level-choice"
import { Failure } from "../common/failure"
import { FormDrawer } from "../common/form-drawer"
import { NoteField } from "../stockroom/note-field"
import { Refused } from "../stockroom/refused"
import { UnitsField } from "../stockroom/units-field"
import type { ItemDialogProps } from "./item-operations"

/** Counts one item at one location, and puts the books right at once. */
export const CountItemDrawer = ({ itemId, locationId, onClose }: ItemDialogProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const [dialog] = useState(randomKey)
  const { data: levels, error: failure, refetch } = useLevelsShown(itemId, dialog)
  const [chosen, setChosen] = useState(locationId)
  const [units, setUnits] = useState("")
  const [note, setNote] = useState("")
  const { mutate, isPending, error, reset } = useQuickCount()
  const level =
    chosen === undefined && levels?.length === 1
      ? levels[0]
      : levels?.find(({ location_id }) => location_id === chosen)
  const counted = unitsOrNone(units)
  const difference = level && differenceOf(units, level.stocked_quantity)
  const asked = level &&
    counted !== undefined && {
      ...{ location_id: level.location_id, inventory_item_id: itemId },
      ...{ counted_quantity: counted, note: note.trim() },
    }
  return (
    <FormDrawer
      title={t("truestock.stock_take.quick.title")}
      description={t("truestock.stock_take.quick.description")}
      isSaving={isPending}
      canSave={!!asked}
      saveText={t("truestock.stock_take.post.action")}
      onSave={() => asked && mutate(asked, { onSuccess: onClose, onError: () => void refetch() })}
      onClose={onClose}
    >
      {failure && <Failure error={failure} onTryAgain={refetch} />}
      {!failure && !levels && <Skeleton className="h-96 w-full" />}
      {levels?.length === 0 && <Text size="small">{t("truestock.adjust.noLevel")}</Text>}
      {levels && levels.length > 0 && (
        <>
          <LevelChoice
            {...{ itemId, levels }}
            value={level?.location_id}
            onChange={(next) => {
              setChosen(next)
              reset()
            }}
          />
          <UnitsField
            label={t("truestock.stock_take.counted")}
            units={units}
            hint={
              level && difference !== undefined
                ? t("truestock.stock_take.quick.difference", {
                    books: formatQuantity(level.stocked_quantity, language),
                    difference: formatDelta(difference, language),
                  })
                : undefined
            }
            onChange={(typed) => {
              setUnits(typed)
              reset()
            }}
          />
          <NoteField note={note} onChange={setNote} />
        </>
      )}
      <Refused error={error} />
    </FormDrawer>
  )
}
