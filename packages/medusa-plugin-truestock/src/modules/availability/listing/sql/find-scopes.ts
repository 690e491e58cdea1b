import { type Connection, query } from "../../../../database/connection"
import { WHOLE_CHANNEL } from "./places"

/** The numbers of the channels' scopes: of each as a whole, and of the categories asked for, if any. */
export type Scopes = { whole: number[]; asked: number[] }

/**
 * Looked up before the listing and handed to it as values: the planner then knows how many entries each has. A
 * category nobody has put a product in has no scope, and nothing to list.
 */
export async function findScopes(
  connection: Connection,
  salesChannelIds: string[],
  categoryIds: string[] | undefined
): Promise<Scopes> {
  const rows = await query<{ id: number; category_id: string }>(
    connection,
    `select id, category_id from listing_scope
     where sales_channel_id = any(cast(:sales_channel_ids as text[]))
       and category_id = any(cast(:category_ids as text[]))`,
    { sales_channel_ids: salesChannelIds, category_ids: [WHOLE_CHANNEL, ...(categoryIds ?? [])] }
  )
  const whole = rows.filter((row) => row.category_id === WHOLE_CHANNEL).map((row) => row.id)
  const ofCategories = rows.filter((row) => row.category_id !== WHOLE_CHANNEL).map((row) => row.id)
  return { whole, asked: categoryIds ? ofCategories : whole }
}
