import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../errors"
import { ids, parseQuery, type Refusals, text } from "../query-parameters"

const market = { region_id: text, currency_code: z.string().regex(/^[A-Za-z]{3}$/) }
const ofKey = { ...market, sales_channel_id: ids }

const refusals: Refusals<typeof ofKey> = {
  currency_code: ["unknown_currency", "a currency of the store, such as eur"],
  sales_channel_id: ["invalid_parameter", "at most 100 ids"],
}

/** Checks the query string of a feed that a token opens. */
export const parseFeedQuery = (query: Record<string, unknown>) =>
  notBoth(parseQuery(market, { currency_code: refusals.currency_code }, query))

/** The same of a feed that a publishable key opens. */
export const parseKeyFeedQuery = (query: Record<string, unknown>) =>
  notBoth(parseQuery(ofKey, refusals, query))

function notBoth<V extends { region_id?: string; currency_code?: string }>(values: V): V {
  if (values.region_id === undefined || values.currency_code === undefined) return values
  throw new TruestockError(
    "invalid_parameter",
    `Prices are a region's (${values.region_id}) or in a currency (${values.currency_code}): name one of them.`
  )
}
