import type { Connection } from "../../../database/connection"
import { quoted, TruestockError } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import { type Asking, performOperation } from "../perform-operation"
import type { LocationProfile } from "./location"
import { parseLocationChange } from "./location-input"

/**
 * Changes the named fields of a location's profile, and answers what they said before, read under the same lock.
 *
 * @throws location_not_found, duplicate_location_code, invalid_backup, invalid_location
 */
export async function exchangeLocation(
  connection: Connection,
  location_id: string,
  change: Partial<LocationProfile>,
  asking?: Asking
): Promise<{ previous: Partial<LocationProfile> }> {
  const fields = parseLocationChange(change)
  if (!isStorableJson(location_id)) throw noSuchLocation(location_id)
  const input = { location_id, change: fields }
  return (
    await performOperation<{ previous: Partial<LocationProfile> }>(
      connection,
      "set_location",
      { input },
      asking
    )
  ).answer
}

export function noSuchLocation(location_id: string): TruestockError {
  return new TruestockError("location_not_found", `There is no stock location ${quoted(location_id)}.`)
}
