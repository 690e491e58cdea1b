import { type Connection, query } from "../../../database/connection"

/** What a search came upon: how many in all, and the first of them, by id. */
export type Found<Row> = { count: number; rows: Row[] }

/** How the doctor's searches are asked: how many rows to name, or about which one alone. */
export type Search = { most: number; only?: string }

/** Runs a select whose first column is the id of what is found. It counts all it finds and answers the first. */
export async function find<Row extends object>(
  connection: Connection,
  select: string,
  { most, only }: Search
): Promise<Found<Row>> {
  const rows = await query<Row & { in_all: number }>(
    connection,
    `select found.*, cast(count(*) over () as integer) as in_all from (${select}) found order by 1 limit :most`,
    { most, ...(only !== undefined && { only }) }
  )
  return { count: rows[0]?.in_all ?? 0, rows: rows.map(({ in_all: _, ...row }) => row as unknown as Row) }
}

/** A numeric as the shortest exact text: JavaScript's numbers would round it. */
export const exact = (quantity: string) => `cast(trim_scale(${quantity}) as text)`
