import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parseOptions } from "../../../options"
import { keepFeedAttached } from "../feed/keep-attached"

/** Attaches the change feed at every start, before the shop takes its first request. */
export default async function attachFeed({ container, options }: LoaderOptions): Promise<void> {
  const connection = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  await keepFeedAttached(
    connection,
    parseOptions(options),
    container.resolve(ContainerRegistrationKeys.LOGGER)
  )
}
