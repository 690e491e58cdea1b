import type { LocationKind, LocationProfile } from "../../../modules/inventory_management/locations/location"
import { Refusal } from "../refusal"
import type { StockLocation } from "./answers"

/** A profile as it is edited: texts as typed. */
export type LocationForm = {
  code: string
  kind: LocationKind
  isActive: boolean
  priority: string
  backupFor: string | undefined
}

export const locationForm = (location: StockLocation): LocationForm => ({
  code: location.code ?? "",
  kind: location.kind,
  isActive: location.is_active,
  priority: String(location.priority),
  backupFor: location.backup_for ?? undefined,
})

/** What the form changes of a profile; undefined where it changes nothing, or its priority is no whole number. */
export function locationBody(
  location: StockLocation,
  form: LocationForm
): Partial<LocationProfile> | undefined {
  const priority = form.priority.trim() === "" ? NaN : Number(form.priority)
  if (!Number.isInteger(priority)) return undefined
  const wanted: LocationProfile = {
    code: form.code.trim() || null,
    kind: form.kind,
    is_active: form.isActive,
    priority,
    backup_for: form.backupFor ?? null,
  }
  const changed = Object.entries(wanted).filter(
    ([name, value]) => location[name as keyof LocationProfile] !== value
  )
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}

/** The text under `truestock.locations.refused` that tells why a profile was not changed. */
export function locationRefusalKey(error: Error): string {
  const code = error instanceof Refusal ? error.code : undefined
  const known = ["duplicate_location_code", "invalid_backup", "location_not_found"]
  return code && known.includes(code) ? code : "other"
}
