import { type Connection, query } from "../../../database/connection"

/** Which of these products exist and are not deleted. */
export async function findProducts(connection: Connection, productIds: string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    connection,
    "select id from product where id = any(cast(:ids as text[])) and deleted_at is null",
    { ids: productIds }
  )
  return new Set(rows.map((row) => row.id))
}
