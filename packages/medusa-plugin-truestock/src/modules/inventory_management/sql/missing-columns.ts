import { type Connection, query } from "../../../database/connection"

/** Which of these columns are not there, as "table.column". */
export async function missingColumns(
  connection: Connection,
  expected: Readonly<Record<string, readonly string[]>>
): Promise<string[]> {
  const rows = await query<{ name: string }>(
    connection,
    `select wanted.table_name || '.' || wanted.column_name as name
     from json_to_recordset(cast(:wanted as json)) as wanted(table_name text, column_name text)
     where not exists (
       select from pg_attribute a
       where a.attrelid = to_regclass(wanted.table_name) and a.attname = wanted.column_name and not a.attisdropped)`,
    {
      wanted: JSON.stringify(
        Object.entries(expected).flatMap(([table_name, columns]) =>
          columns.map((column_name) => ({ table_name, column_name }))
        )
      ),
    }
  )
  return rows.map((row) => row.name)
}
