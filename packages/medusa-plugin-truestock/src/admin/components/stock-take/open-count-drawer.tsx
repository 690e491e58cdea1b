import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useStockLocations } from "../../hooks/use-choices"
import type { StockCount } from "../../lib/stockroom/answers"
import { FormDrawer } from "../common/form-drawer"
import { LocationField } from "../stockroom/location-field"
import { NoteField } from "../stockroom/note-field"
import { Refused } from "../stockroom/refused"

type OpenCountDrawerProps = { locationId: string | undefined; onClose: () => void }

/** Opens a count of a location, and goes to it. */
export const OpenCountDrawer = ({ locationId, onClose }: OpenCountDrawerProps) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const locations = useStockLocations()
  const [chosen, setChosen] = useState(locationId)
  const [note, setNote] = useState("")
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: object) => send<{ stock_count: StockCount }>("counts", asked),
  })
  const at = chosen ?? (locations.length === 1 ? locations[0]?.id : undefined)
  const save = () =>
    mutate(
      { location_id: at, ...(note.trim() && { note: note.trim() }) },
      { onSuccess: ({ stock_count }) => void navigate(`/stock-take/${stock_count.id}`) }
    )
  return (
    <FormDrawer
      title={t("truestock.stock_take.open")}
      description={t("truestock.stock_take.openHint")}
      isSaving={isPending}
      canSave={at !== undefined}
      saveText={t("truestock.stock_take.openAction")}
      onSave={save}
      onClose={onClose}
    >
      <LocationField
        label={t("truestock.shared.location")}
        value={at}
        onChange={(location) => {
          setChosen(location)
          reset()
        }}
      />
      <NoteField note={note} onChange={setNote} />
      <Refused error={error} />
    </FormDrawer>
  )
}
