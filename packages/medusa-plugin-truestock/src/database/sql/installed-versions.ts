import { type Connection, query } from "../connection"

/** What is attached today: comments of the set's functions, and of the triggers on one table. */
export type Installed = { name: string; comment: string | null }

export function installedFunctions(
  connection: Connection,
  schema: string,
  names: string[]
): Promise<Installed[]> {
  return query(
    connection,
    `select p.proname as name, obj_description(p.oid, 'pg_proc') as comment
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = :schema and p.proname = any(:names)`,
    { schema, names }
  )
}

/** null = the table does not exist. */
export async function installedTriggers(
  connection: Connection,
  schema: string,
  table: string
): Promise<Installed[] | null> {
  const [found] = await query<{ exists: boolean }>(
    connection,
    `select to_regclass(format('%I.%I', cast(:schema as text), cast(:table as text))) is not null as exists`,
    { schema, table }
  )
  if (!found?.exists) {
    return null
  }
  return query(
    connection,
    `select t.tgname as name, obj_description(t.oid, 'pg_trigger') as comment
     from pg_trigger t
     where t.tgrelid = to_regclass(format('%I.%I', cast(:schema as text), cast(:table as text))) and not t.tgisinternal
       and t.tgenabled in ('O', 'A')`,
    { schema, table }
  )
}
