import { Alert } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSetLocation } from "../../hooks/use-set-location"
import type { StockLocation } from "../../lib/locations/answers"
import {
  locationBody,
  locationForm,
  locationRefusalKey,
  type LocationForm,
} from "../../lib/locations/location-form"
import { FormDrawer } from "../common/form-drawer"
import { LocationFields } from "./location-fields"

type LocationDrawerProps = { location: StockLocation; locations: StockLocation[]; onClose: () => void }

/** Edits what Truestock knows of a stock location. */
export const LocationDrawer = ({ location, locations, onClose }: LocationDrawerProps) => {
  const { t } = useTranslation()
  const [form, setForm] = useState(() => locationForm(location))
  const { mutate, isPending, error, reset } = useSetLocation(location)
  const body = locationBody(location, form)
  const change = (changed: Partial<LocationForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  const others = locations.filter(({ location_id }) => location_id !== location.location_id)
  const refusal = error && {
    name: location.name,
    code: form.code.trim(),
    backup: others.find(({ location_id }) => location_id === form.backupFor)?.name ?? form.backupFor,
    message: error.message,
  }
  return (
    <FormDrawer
      title={location.name}
      description={t("truestock.locations.description")}
      isSaving={isPending}
      canSave={body !== undefined}
      onSave={() => body && mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <LocationFields form={form} others={others} onChange={change} />
      {refusal && (
        <div role="alert">
          <Alert variant="error">
            {t(`truestock.locations.refused.${locationRefusalKey(error)}`, refusal)}
          </Alert>
        </div>
      )}
    </FormDrawer>
  )
}
