import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The triggers that the plugin attaches at its start, as the database has them, with their versions. */
export async function ourTriggers(connection: Knex): Promise<string[]> {
  const { rows } = await connection.raw(
    `select pg_get_triggerdef(oid) || ' ' || obj_description(oid, 'pg_trigger') as definition
     from pg_trigger where obj_description(oid, 'pg_trigger') like 'truestock % v%' order by 1`
  )
  return rows.map(({ definition }: { definition: string }) => definition)
}

/** Takes them all away, with their functions, as if no server had ever started. */
export async function detachTriggers(connection: Knex): Promise<void> {
  await connection.raw(
    `do $$ declare f regprocedure; begin
       for f in select oid from pg_proc where pronamespace = current_schema()::regnamespace
         and obj_description(oid, 'pg_proc') like 'truestock % v%'
       loop execute 'drop function ' || f || ' cascade'; end loop; end $$`
  )
}
