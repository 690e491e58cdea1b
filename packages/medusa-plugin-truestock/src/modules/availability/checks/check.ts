import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CheckDefinition } from "../../../health"
import type { TruestockOptions } from "../../../options"

/** What the module's checks look at. */
export type AvailabilityCheck = CheckDefinition<{ connection: Knex; options: TruestockOptions }>
