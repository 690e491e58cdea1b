import { type Connection, query } from "../connection"

/**
 * truestock_now(): the one clock that decides about expiry, releases and due times. It is the database's, so that
 * every process agrees.
 *
 * Under NODE_ENV=test it adds the offset in truestock_clock, so that a test can move time; the production body
 * does not look at any table. STABLE: one answer within a statement, and usable in an index condition.
 */
export async function installClock(connection: Connection, schema: string, isTest: boolean): Promise<void> {
  if (isTest) {
    await query(
      connection,
      `create table if not exists ${schema}.truestock_clock (offset_by interval not null)`
    )
  }
  const offset = isTest
    ? ` + coalesce((select max(offset_by) from ${schema}.truestock_clock), interval '0')`
    : ""
  await query(
    connection,
    `create or replace function ${schema}.truestock_now() returns timestamptz language sql stable parallel safe
     as $$ select clock_timestamp()${offset} $$`
  )
}
