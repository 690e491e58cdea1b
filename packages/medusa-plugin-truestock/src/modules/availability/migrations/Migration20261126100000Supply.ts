import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TEN_YEARS_SECONDS = 315_360_000

/** A moment that JSON and JavaScript can tell, too. */
const isMoment = (column: string) =>
  `check (${column} between timestamptz '1000-01-01 00:00:00+00' and timestamptz '9999-12-31 00:00:00+00')`

/**
 * What suppliers say of variants, written in bulk by whoever reads their feeds; and the time limits of sources that have
 * none of their own, which the feed's trigger on it has to know.
 */
export class Migration20261126100000Supply extends Migration {
  override async up(): Promise<void> {
    // Each sync renews as_of, which no index has: half a page is left for the new versions of its rows.
    this.addSql(`create table if not exists availability_supply (
      variant_id text primary key,
      source text not null check (source <> ''),
      inventory_item_id text null,
      location_id text null,
      as_of timestamptz null ${isMoment("as_of")},
      limit_seconds integer null check (limit_seconds between 1 and ${TEN_YEARS_SECONDS}),
      grace_seconds integer null check (grace_seconds between 0 and ${TEN_YEARS_SECONDS}),
      lead_time_min_days integer null check (lead_time_min_days between 0 and 3650),
      lead_time_max_days integer null check (lead_time_max_days between lead_time_min_days and 3650),
      release_date timestamptz null ${isMoment("release_date")},
      strict_on_sale_date timestamptz null ${isMoment("strict_on_sale_date")},
      allow_preorder boolean null,
      discontinued boolean null,
      not_for_sale text null check (length(not_for_sale) between 1 and 200),
      updated_at timestamptz not null default now(),
      check ((lead_time_min_days is null) = (lead_time_max_days is null))
    ) with (fillfactor = 50)`)
    this.addSql(`create index if not exists "IDX_availability_supply_item"
      on availability_supply (inventory_item_id)`)
    this.addSql(`create table if not exists availability_settings (
      only_row boolean primary key default true check (only_row),
      source_limit_seconds double precision not null,
      source_grace_seconds double precision not null)`)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists availability_supply, availability_settings cascade")
    for (const event of ["insert", "update", "delete"]) {
      this.addSql(`drop function if exists truestock_feed_supply_${event} cascade`)
    }
  }
}
