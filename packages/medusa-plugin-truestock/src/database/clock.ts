import type { TriggerSet } from "./trigger-set"

/**
 * truestock_now(): the one clock that decides about expiry, releases and due times. It is the database's, so that
 * every process agrees.
 *
 * Under NODE_ENV=test it adds the offset in truestock_clock, so that a test can move time; the production body
 * does not look at any table. Declared STABLE so that it can stand in an index condition; the time is that of the
 * moment it is asked, never that of the transaction's start.
 */
export function clockSet(schema: string, isTest: boolean): TriggerSet {
  const offset = ` + coalesce((select max(offset_by) from ${schema}.truestock_clock), interval '0')`
  return {
    name: isTest ? "test clock" : "clock",
    version: 1,
    functions: {
      truestock_now: `${isTest ? `create table if not exists ${schema}.truestock_clock (offset_by interval not null);` : ""}
        create or replace function ${schema}.truestock_now() returns timestamptz language sql stable parallel safe
        as $$ select clock_timestamp()${isTest ? offset : ""} $$`,
    },
    tables: {},
  }
}
