import type { Connection } from "../../../database/connection"
import { TruestockError } from "../../../errors"
import type { SourceOptions } from "./source-options"
import { placeOfSource } from "./sql/place-of-source"

/**
 * Before anything is applied: the source's stock location is there, and the sales channel sells from it. Who mends it needs
 * core's workflows; here it is refused, since what is put there otherwise would be sold by nobody.
 *
 * @throws source_location_lost
 */
export async function assertPlace(
  connection: Connection,
  { id, sales_channel }: Pick<SourceOptions, "id" | "sales_channel">
): Promise<void> {
  const place = await placeOfSource(connection, { source_id: id, sales_channel })
  if (place?.is_there && place.is_linked) return
  const mend = `Run: truestock setup-distributor ${id}`
  if (place?.is_there) {
    throw new TruestockError(
      "source_location_lost",
      `The sales channel of distributor ${id} does not sell from its stock location ${place.location_id}. ${mend}`
    )
  }
  throw new TruestockError(
    "source_location_lost",
    `The stock location ${place?.location_id ?? ""} of distributor ${id} has been deleted. ${mend}, then settle it: ` +
      `that puts the stock of all imported titles there (Sync inventory, or POST /admin/distributor/${id}/settle).`
  )
}
