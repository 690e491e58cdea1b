import { z } from "@medusajs/framework/zod"
import {
  DEEPEST_PAPER,
  MOST_PAPERS,
} from "../../../modules/inventory_management/stockroom/stockroom-questions"
import {
  type Parameters,
  parseQuery,
  type Refusals,
  text,
  type Values,
  wholeNumber,
} from "../../query-parameters"

type Page = { limit: number; offset: number }

/** The query of a list of papers (deliveries, transfers, counts): by status, by these ids, and by pages. */
export function papersQuery<Status extends string, Name extends string>(
  statuses: readonly [Status, ...Status[]],
  names: readonly Name[]
) {
  const parameters = {
    status: z.enum(statuses as unknown as [Status, ...Status[]]),
    limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PAPERS),
    offset: wholeNumber.refine((n) => n <= DEEPEST_PAPER),
    ...(Object.fromEntries(names.map((name) => [name, text])) as Record<Name, typeof text>),
  }
  const refusals = {
    status: ["invalid_status", `one of ${statuses.join(", ")}`],
    limit: ["invalid_limit", `a whole number from 1 to ${MOST_PAPERS}`],
    offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_PAPER}`],
  } as Refusals<Parameters>
  return (query: Record<string, unknown>) =>
    ({ limit: 20, offset: 0, ...parseQuery(parameters as Parameters, refusals, query) }) as Page &
      Values<typeof parameters>
}
