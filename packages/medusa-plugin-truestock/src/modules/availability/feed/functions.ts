/**
 * The feed's trigger functions. They only append `(kind, id)`, deduplicated per statement; who is affected is
 * worked out by the drain, so that a checkout pays for one insert and not for a join.
 *
 * Columns are read through to_jsonb(row) ->> name: a column that core renames yields null and is skipped here
 * (and reported by the doctor), where a direct reference would break every write of the table.
 */
export function feedFunctions(schema: string): Record<string, string> {
  // With its owner's rights: whoever may write Medusa's tables need not know of ours.
  const trigger = (name: string, body: string) =>
    `create or replace function ${schema}.${name}() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin ${body} return null; end $$`
  const append = (touched: string) =>
    `insert into ${schema}.availability_change (kind, ref_id)
     select distinct kind, ref_id from (${touched}) t where ref_id is not null;`
  const idsOf = (rows: string) =>
    `select tg_argv[0] as kind, to_jsonb(r) ->> tg_argv[1] as ref_id from ${rows} r`

  return {
    truestock_feed_insert: trigger("truestock_feed_insert", append(idsOf("new_rows"))),
    // The old row too: a level that moves to another item, a link that changes its product, touches both.
    // A third argument names the columns that count, where the others do not (the name of a sales channel).
    truestock_feed_update: trigger(
      "truestock_feed_update",
      `if tg_nargs > 2 then
         ${append(`select tg_argv[0] as kind, to_jsonb(n) ->> tg_argv[1] as ref_id
           from new_rows n join old_rows o on to_jsonb(o) ->> 'id' = to_jsonb(n) ->> 'id'
           where exists (select 1 from unnest(string_to_array(tg_argv[2], ',')) as c(name)
             where to_jsonb(o) -> c.name is distinct from to_jsonb(n) -> c.name)`)}
       else
         ${append(`${idsOf("old_rows")} union ${idsOf("new_rows")}`)}
       end if;`
    ),
    truestock_feed_delete: trigger("truestock_feed_delete", append(idsOf("old_rows"))),
    truestock_feed_truncate: trigger(
      "truestock_feed_truncate",
      `insert into ${schema}.availability_change (kind, ref_id) values ('all', null);`
    ),
  }
}
