import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a listing reads: one narrow row per product in a channel and in each of its categories, and the counts that
 * are kept beside them. The wide table keeps what a card shows and what the rarer filters look at.
 */
export class Migration20261121180000Listing extends Migration {
  override async up(): Promise<void> {
    this.scopes()
    this.entries()
    this.prices()
    this.counts()
    this.wideRow()
    this.shownNote()
    this.atLocation()
    this.fillAgain()
  }

  /** A number for each channel and category: the indexes below begin with it instead of with two long ids. */
  private scopes(): void {
    this.addSql(`create table if not exists listing_scope (
      id integer generated always as identity primary key,
      sales_channel_id text not null,
      category_id text not null,
      unique (sales_channel_id, category_id))`)
  }

  /** One index per sort. `include` lets a page be found without the table, and `=` on the scope keeps its order. */
  private entries(): void {
    this.addSql(`create table if not exists listing_entry (
      scope_id integer not null,
      product_id text collate "C" not null,
      status_rank smallint not null,
      purchasable boolean not null,
      title text collate "C" not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (scope_id, product_id))`)
    for (const sort of ["title", "created_at", "updated_at"]) {
      this.addSql(`create index if not exists "IDX_listing_entry_${sort}"
        on listing_entry (scope_id, ${sort}, product_id) include (status_rank, purchasable)`)
    }
    this.addSql(`create index if not exists "IDX_listing_entry_status_rank"
      on listing_entry (scope_id, status_rank, product_id) include (purchasable)`)
  }

  private prices(): void {
    this.addSql(`create table if not exists listing_price (
      scope_id integer not null,
      currency_code text not null,
      product_id text collate "C" not null,
      amount numeric not null,
      status_rank smallint not null,
      purchasable boolean not null,
      primary key (scope_id, product_id, currency_code))`)
    // Pages deep in a listing are read from indexes alone as far as the tables are vacuumed.
    for (const table of ["listing_entry", "listing_price"]) {
      this.addSql(`alter table ${table} set (autovacuum_vacuum_scale_factor = 0.02,
        autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)`)
    }
    this.addSql(`create index if not exists "IDX_listing_price_amount"
      on listing_price (scope_id, currency_code, amount, product_id) include (status_rank, purchasable)`)
  }

  private counts(): void {
    this.addSql(`create table if not exists listing_count (
      scope_id integer not null,
      status_rank smallint not null,
      purchasable boolean not null,
      count integer not null,
      primary key (scope_id, status_rank, purchasable))`)
    // A handful of rows that every drain changes: short pages, and room on them for the next version.
    this.addSql(`alter table listing_count set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_threshold = 1000)`)
  }

  /**
   * No index holds a status or a quantity, so that what a sale changes is changed in place. `search` is what `q`
   * looks through word by word, `codes` the SKUs and ISBNs that it looks up whole.
   */
  private wideRow(): void {
    for (const sort of ["created", "title", "status", "category", "collection"]) {
      this.addSql(`drop index if exists "IDX_availability_channel_${sort}"`)
    }
    this.addSql(`alter table availability_channel
      add column if not exists subtitle text null,
      add column if not exists brand_name text null,
      add column if not exists sort_title text collate "C" null,
      add column if not exists search tsvector not null default '',
      add column if not exists codes text[] not null default '{}',
      add column if not exists note text null`)
    this.addSql("alter table availability_channel set (fillfactor = 80)")
    for (const filter of ["collection_id", "type_id", "brand_id"]) {
      this.addSql(`create index if not exists "IDX_availability_channel_${filter}"
        on availability_channel (${filter}, sales_channel_id) where ${filter} is not null`)
    }
    for (const filter of ["tag_ids", "search", "codes"]) {
      this.addSql(`create index if not exists "IDX_availability_channel_${filter}"
        on availability_channel using gin (${filter}) with (fastupdate = off)`)
    }
  }

  /** A note is told to shoppers only where its override says so. */
  private shownNote(): void {
    this.addSql("alter table availability_variant add column if not exists note text null")
    this.addSql("alter table availability_variant set (fillfactor = 80)")
  }

  /** A channel with an override of its own has rows of its own. */
  private atLocation(): void {
    this.addSql(`alter table availability_location
      add column if not exists sales_channel_id text not null default '',
      add column if not exists available_on timestamptz null,
      add column if not exists lead_time_min_days integer null,
      add column if not exists lead_time_max_days integer null,
      add column if not exists note text null`)
    this.addSql(`alter table availability_location
      drop constraint if exists availability_location_product_id_variant_id_location_id_key`)
    this.addSql(`create unique index if not exists "IDX_availability_location_key"
      on availability_location (product_id, variant_id, location_id, sales_channel_id)`)
    this.addSql("alter table availability_location set (fillfactor = 80)")
    this.addSql(`create index if not exists "IDX_availability_location_location"
      on availability_location (location_id, product_id)`)
  }

  /** What was in the read model before is listed by being looked at again: its rows have no sort title yet. */
  private fillAgain(): void {
    this.addSql("insert into availability_change (kind, ref_id) values ('all', null)")
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists listing_scope, listing_entry, listing_price, listing_count cascade")
  }
}
