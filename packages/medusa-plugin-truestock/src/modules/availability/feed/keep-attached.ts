import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { keepAttached } from "../../../database/keep-attached"
import type { TruestockOptions } from "../../../options"
import { feedTriggerSet } from "./trigger-set"

/**
 * Keeps the change feed in the database. A table whose triggers were missing may have changed unseen, so the whole
 * catalogue is queued in the transaction that attaches them: on the first start this fills the read model of an
 * existing shop.
 */
export async function keepFeedAttached(
  connection: Knex,
  { brand }: Pick<TruestockOptions, "brand">,
  logger: Logger
): Promise<void> {
  const setFor = (schema: string) => feedTriggerSet(schema, brand)
  await keepAttached(connection, { what: "its change feed", needs: "availability_change", setFor }, logger)
}
