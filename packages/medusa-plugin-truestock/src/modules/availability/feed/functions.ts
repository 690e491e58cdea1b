import { supplyBodies } from "./supply-functions"

/**
 * The feed's trigger functions. They only append `(kind, id)`, deduplicated per statement; who is affected is
 * worked out by the drain, so that a checkout pays for one insert and not for a join.
 *
 * The id's column is an argument of the trigger, so the statement is put together when it is needed: turning every
 * row into JSON to look a name up cost a sync more than its ledger. A column that core renames is not there and
 * skipped (and reported by the doctor), where a direct reference would break every write of the table.
 *
 * What every sale writes (truestock_feed_item_*, for tables with an inventory_item_id) has a statement of its own,
 * which is planned once per connection and not once per sale.
 */
export function feedFunctions(schema: string): Record<string, string> {
  // With its owner's rights: whoever may write Medusa's tables need not know of ours.
  const trigger = (name: string, body: string) =>
    `create or replace function ${schema}.${name}() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin ${body} return null; end $$`
  const append = (touched: string) =>
    `insert into ${schema}.availability_change (kind, ref_id)
     select distinct tg_argv[0], ref_id from (${touched}) t where ref_id is not null;`
  const ifThere = (append: string) =>
    `if exists (select from pg_attribute where attrelid = tg_relid and attname = tg_argv[1] and not attisdropped) then
       ${append}
     end if;`
  const allOf = (column: string, tables: string[]) =>
    tables.map((rows) => `select ${column} as ref_id from ${rows}`).join(" union all ")
  const appendIdsOf = (...tables: string[]) =>
    ifThere(`execute format($sql$insert into ${schema}.availability_change (kind, ref_id)
         select distinct $1, ref_id from (${allOf("%1$I::text", tables)}) t where ref_id is not null$sql$, tg_argv[1])
       using tg_argv[0];`)
  const supply = supplyBodies(schema)
  const appendItemsOf = (...tables: string[]) => ifThere(append(allOf("inventory_item_id", tables)))

  return {
    truestock_feed_insert: trigger("truestock_feed_insert", appendIdsOf("new_rows")),
    // The old row too: a level that moves to another item, a link that changes its product, touches both.
    // A third argument names the columns that count, where the others do not (the name of a sales channel).
    truestock_feed_update: trigger(
      "truestock_feed_update",
      `if tg_nargs > 2 then
         ${append(`select to_jsonb(n) ->> tg_argv[1] as ref_id
           from new_rows n join old_rows o on to_jsonb(o) ->> 'id' = to_jsonb(n) ->> 'id'
           where exists (select 1 from unnest(string_to_array(tg_argv[2], ',')) as c(name)
             where to_jsonb(o) -> c.name is distinct from to_jsonb(n) -> c.name)`)}
       else
         ${appendIdsOf("old_rows", "new_rows")}
       end if;`
    ),
    truestock_feed_delete: trigger("truestock_feed_delete", appendIdsOf("old_rows")),
    truestock_feed_item_insert: trigger("truestock_feed_item_insert", appendItemsOf("new_rows")),
    truestock_feed_item_update: trigger("truestock_feed_item_update", appendItemsOf("old_rows", "new_rows")),
    truestock_feed_item_delete: trigger("truestock_feed_item_delete", appendItemsOf("old_rows")),
    truestock_feed_supply_insert: trigger("truestock_feed_supply_insert", supply.insert),
    truestock_feed_supply_update: trigger("truestock_feed_supply_update", supply.update),
    truestock_feed_supply_delete: trigger("truestock_feed_supply_delete", supply.delete),
    truestock_feed_truncate: trigger(
      "truestock_feed_truncate",
      `insert into ${schema}.availability_change (kind, ref_id) values ('all', null);`
    ),
  }
}
