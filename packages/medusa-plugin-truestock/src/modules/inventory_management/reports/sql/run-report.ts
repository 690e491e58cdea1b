import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Connection, query, type Transaction } from "../../../../database/connection"
import type { Report, ReportPage, ReportQuestion, ReportRow } from "../report"
import { worksInMemory } from "./works-in-memory"

/**
 * A report as a statement. The CTE `result` has its rows, with these columns. What is many is ordered by its bytes
 * (collate "C"): comparing by a language's rules takes longer than the rest of the report.
 */
export type Statement = {
  ctes: string
  columns: readonly string[]
  /** One JSON object, of any of the CTEs. */
  totals: string
  order: string
  bindings: Record<string, Knex.RawBinding>
}

/** Makes the statement that answers a question, in the transaction that will run it. */
export type Writer = (tx: Transaction, question: ReportQuestion) => Promise<Statement>

export type Answer = Pick<Report, "columns" | "rows" | "totals" | "count">

/**
 * Rows, their number and the totals of all of them: one statement, so that all is of one snapshot. Numbers are numerics
 * until the very end.
 */
export async function runReport(
  connection: Connection,
  write: Writer,
  question: ReportQuestion,
  { limit, offset = 0 }: ReportPage
): Promise<Answer> {
  return connection.transaction(async (tx) => {
    const { ctes, columns, totals, order, bindings } = await write(tx, question)
    await worksInMemory(tx)
    const rows = await query<{ totals: Answer["totals"]; count: number; is_row: true | null } & ReportRow>(
      tx,
      `with ${ctes},
       page as (
         select ${columns.join(", ")}, true as is_row
         from result order by ${order} limit cast(:limit as integer) offset cast(:offset as integer)
       )
       select page.*, t.totals, t.count
       from (select (${totals}) as totals, (select cast(count(*) as integer) from result) as count) t
       left join page on true order by ${order}`,
      { ...bindings, limit: limit ?? null, offset }
    )
    const { totals: ofAll, count } = rows[0]!
    return {
      columns,
      totals: ofAll,
      count,
      rows: rows.flatMap((row) =>
        row.is_row ? [Object.fromEntries(columns.map((name) => [name, row[name]!]))] : []
      ),
    }
  })
}
