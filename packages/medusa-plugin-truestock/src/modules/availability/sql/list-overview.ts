import { type Connection, query } from "../../../database/connection"
import { BEST_FIRST } from "../status"
import { type OverviewFilters, type OverviewRow, overviewRows } from "./overview-rows"

export const OVERVIEW_SORTS = ["title", "status", "updated_at"] as const
export type OverviewSort = (typeof OVERVIEW_SORTS)[number]

export type OverviewPage = {
  order: { by: OverviewSort; descending: boolean }
  limit: number
  offset: number
}

/** Titles in any case alike; statuses best first. */
const SORT: Record<OverviewSort, string> = {
  title: "lower(p.title)",
  status: "array_position(cast(:best_first as text[]), j.status)",
  updated_at: "j.updated_at",
}

/**
 * One page of all products by availability, and how many there are: one statement, so that both are of one moment.
 * Ties are broken by product id, so that pages do not overlap. Takes no locks.
 */
export async function listOverview(
  connection: Connection,
  filters: OverviewFilters,
  { order, limit, offset }: OverviewPage
): Promise<{ availabilities: OverviewRow[]; count: number }> {
  const { columns, from, where, bindings } = overviewRows(filters)
  const direction = order.descending ? "desc" : "asc"
  const rows = await query<OverviewRow & { count: number }>(
    connection,
    `with matching as materialized (
       select a.product_id, ${SORT[order.by]} as sort from ${from} where ${where}
     ), page as (
       select product_id, sort from matching
       order by sort ${direction}, product_id ${direction} limit :limit offset :offset
     )
     select total.count, shown.*
     from (select cast(count(*) as integer) as count from matching) total
     left join (
       select ${columns}, page.sort from page join (${from}) on a.product_id = page.product_id
     ) shown on true
     order by shown.sort ${direction}, shown.product_id ${direction}`,
    { ...bindings, best_first: [...BEST_FIRST], limit, offset }
  )
  const availabilities = rows.flatMap(({ count: _, ...row }) => (row.id ? [withoutSort(row)] : []))
  return { availabilities, count: rows[0]?.count ?? 0 }
}

function withoutSort(row: OverviewRow & { sort?: unknown }): OverviewRow {
  const { sort: _, ...shown } = row
  return shown
}
