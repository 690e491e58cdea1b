/**
 * The feed's trigger functions. They only append `(kind, id)`, deduplicated per statement; who is affected is
 * worked out by the drain, so that a checkout pays for one insert and not for a join.
 *
 * Columns are read through to_jsonb(row) ->> name: a column that core renames yields null and is skipped here
 * (and reported by the doctor), where a direct reference would break every write of the table.
 */
export function feedFunctions(schema: string): Record<string, string> {
  const trigger = (name: string, touched: string) =>
    `create or replace function ${schema}.${name}() returns trigger language plpgsql as $$
     begin
       insert into ${schema}.availability_change (kind, ref_id) ${touched};
       return null;
     end $$`
  const ids = (rows: string) =>
    `select tg_argv[0] as kind, to_jsonb(r) ->> tg_argv[1] as ref_id from ${rows} r`
  const known = (touched: string) =>
    `select distinct kind, ref_id from (${touched}) t where ref_id is not null`

  return {
    truestock_feed_insert: trigger("truestock_feed_insert", known(ids("new_rows"))),
    // The old row too: a level that moves to another item, a link that changes its product, touches both.
    truestock_feed_update: trigger(
      "truestock_feed_update",
      known(`${ids("old_rows")} union ${ids("new_rows")}`)
    ),
    truestock_feed_delete: trigger("truestock_feed_delete", known(ids("old_rows"))),
    truestock_feed_truncate: trigger("truestock_feed_truncate", "values ('all', null)"),
  }
}
