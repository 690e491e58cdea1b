import { type Connection, query } from "../../../database/connection"
import type { Count, CountStatus } from "../stockroom/count"

export type CountQuestion = {
  status?: CountStatus
  id?: string
  location_id?: string
  limit: number
  offset: number
}

export type ListedCount = Count & { location_name: string | null }

const FILTERS = ["status", "id", "location_id"] as const

/** Stock counts, the newest first, and how many there are in all, of one snapshot. */
export async function listCounts(
  connection: Connection,
  { limit, offset, ...filters }: CountQuestion
): Promise<{ counts: ListedCount[]; count: number }> {
  const given = FILTERS.filter((name) => filters[name] !== undefined)
  const matching = `from stock_count c where ${["c.deleted_at is null", ...given.map((name) => `c.${name} = :${name}`)].join(" and ")}`
  const rows = await query<{ count: number; stock_count: ListedCount | null }>(
    connection,
    `select total.count,
       truestock_count_json(c.id) || jsonb_build_object('location_name', location.name) as stock_count
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select c.* ${matching} order by c.created_at desc, c.id desc limit :limit offset :offset) c on true
     left join stock_location location on location.id = c.location_id
     order by c.created_at desc, c.id desc`,
    { ...filters, limit, offset }
  )
  return { counts: rows.flatMap(({ stock_count }) => stock_count ?? []), count: rows[0]?.count ?? 0 }
}
