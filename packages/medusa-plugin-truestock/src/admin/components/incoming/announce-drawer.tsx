import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOperation } from "../../hooks/stockroom/use-operation"
import { useStockLocations } from "../../hooks/use-choices"
import { announceBody, announceForm, type AnnounceForm } from "../../lib/incoming/announce-form"
import type { DeliveryPage } from "../../lib/stockroom/answers"
import { FormDrawer } from "../common/form-drawer"
import { LineEditor } from "../stockroom/line-editor"
import { LocationField } from "../stockroom/location-field"
import { Refused } from "../stockroom/refused"
import { DeliveryFields } from "./delivery-fields"

type AnnounceDrawerProps = { locationId: string | undefined; onClose: () => void }

/** Notes what is expected: its units are incoming until they are received. */
export const AnnounceDrawer = ({ locationId, onClose }: AnnounceDrawerProps) => {
  const { t } = useTranslation()
  const [form, setForm] = useState(() => announceForm(locationId))
  const locations = useStockLocations()
  const only = locations.length === 1 ? locations[0]?.id : undefined
  const complete = { ...form, locationId: form.locationId ?? only }
  const body = announceBody(complete)
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: NonNullable<typeof body>) => send<DeliveryPage>("incoming", asked),
    done: ({ incoming }) => t("truestock.incoming.announced", { count: incoming.length }),
  })
  const change = (changed: Partial<AnnounceForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  return (
    <FormDrawer
      title={t("truestock.incoming.announce")}
      description={t("truestock.incoming.announceHint")}
      isSaving={isPending}
      canSave={body !== undefined}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LocationField
        label={t("truestock.incoming.to")}
        value={complete.locationId}
        onChange={(chosen) => change({ locationId: chosen })}
      />
      <LineEditor lines={form.lines} onChange={(lines) => change({ lines })} />
      <DeliveryFields form={form} onChange={change} />
      <Refused error={error} />
    </FormDrawer>
  )
}
