import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { Connection } from "../../../database/connection"
import type { Outbox } from "./outbox"
import { claimUnsent, markSent } from "./sql/claim-unsent"

const BATCH_SIZE = 200

/** Delivers what nobody was told of, at least once: what a sender claimed and did not finish is claimed again. Answers it. */
export async function sendUnsent<Data extends object>(
  connection: Connection,
  eventBus: IEventBusModuleService,
  outbox: Outbox
): Promise<Data[]> {
  const claimed = await claimUnsent<Data>(connection, outbox, BATCH_SIZE)
  if (claimed.length === 0) return []
  const told = claimed.map(({ sent_id: _, ...data }) => data as unknown as Data)
  await eventBus.emit(
    told.map((data) => ({ name: outbox.event, data })),
    {}
  )
  await markSent(
    connection,
    outbox,
    claimed.map(({ sent_id }) => sent_id)
  )
  return told
}
