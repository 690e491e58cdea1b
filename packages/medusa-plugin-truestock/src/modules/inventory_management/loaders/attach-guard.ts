import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseOptions } from "../../../options"
import { keepGuardAttached } from "../guard/keep-attached"

/** Attaches guard and ledger at every start, before the shop takes its first request. */
export default async function attachGuard({ container, options }: LoaderOptions): Promise<void> {
  const connection = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  await keepGuardAttached(
    connection,
    parseOptions(options),
    container.resolve(ContainerRegistrationKeys.LOGGER)
  )
}
