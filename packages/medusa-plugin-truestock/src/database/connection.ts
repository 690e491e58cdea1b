import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The shop's pool, or a transaction on it. Statements in sql/ take either. */
export type Connection = Knex | Knex.Transaction
export type Transaction = Knex.Transaction

/**
 * Runs one statement with named (`:name`) bindings and answers its rows.
 * Casts are written cast(:name as type): knex takes `:name::type` for an identifier binding.
 */
export async function query<Row>(
  connection: Connection,
  sql: string,
  bindings: Record<string, Knex.RawBinding> = {}
): Promise<Row[]> {
  const result = await connection.raw<{ rows: Row[] }>(sql, bindings)
  return result.rows
}
