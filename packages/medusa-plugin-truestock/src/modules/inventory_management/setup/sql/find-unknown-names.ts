import { type Connection, query } from "../../../../database/connection"
import type { NamingField } from "../setup"

/** Where the names that rules use stand. */
const NAMES: Record<NamingField, { table: string; columns: string[] }> = {
  category: { table: "product_category", columns: ["id", "name", "handle"] },
  collection: { table: "product_collection", columns: ["id", "title", "handle"] },
  tag: { table: "product_tag", columns: ["id", "value"] },
  type: { table: "product_type", columns: ["id", "value"] },
}

/** Those of the names that nothing in the shop has. Locks nothing. */
export async function findUnknownNames(
  connection: Connection,
  field: NamingField,
  names: string[]
): Promise<string[]> {
  const { table, columns } = NAMES[field]
  const rows = await query<{ name: string }>(
    connection,
    `select name from unnest(cast(:names as text[])) as k(name)
     where not exists (
       select from ${table} n
       where n.deleted_at is null and lower(k.name) in (${columns.map((column) => `lower(n.${column})`).join(", ")}))`,
    { names }
  )
  return rows.map(({ name }) => name)
}
