import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A change of status, which a sync brings by the ten thousand, is to cost little. Entries of whole channels keep it in
 * their indexes, for pages deep in a listing; those of categories, three of four, no longer do, so that it is changed
 * in place there. Prices lose it: the entry has it.
 */
export class Migration20261122100000StatusInPlace extends Migration {
  override async up(): Promise<void> {
    this.entries()
    this.prices()
  }

  private entries(): void {
    this.addSql("alter table listing_entry rename to listing_entry_before")
    this.addSql(`create table listing_entry (
      is_whole boolean not null,
      scope_id integer not null,
      product_id text collate "C" not null,
      status_rank smallint not null,
      purchasable boolean not null,
      title text collate "C" not null,
      created_at timestamptz not null,
      updated_at timestamptz not null) partition by list (is_whole)`)
    // A scope is of one kind, so its number is enough of a key.
    const vacuum = `autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
      autovacuum_analyze_scale_factor = 0.02`
    this.addSql(`create table listing_entry_channel partition of listing_entry
      (constraint "PK_listing_entry_channel" primary key (scope_id, product_id))
      for values in (true) with (${vacuum})`)
    this.addSql(`create table listing_entry_category partition of listing_entry
      (constraint "PK_listing_entry_category" primary key (scope_id, product_id))
      for values in (false) with (fillfactor = 70, ${vacuum})`)
    this.addSql(`insert into listing_entry
        (is_whole, scope_id, product_id, status_rank, purchasable, title, created_at, updated_at)
      select s.category_id = '', e.scope_id, product_id, status_rank, purchasable, title, created_at, updated_at
      from listing_entry_before e join listing_scope s on s.id = e.scope_id`)
    this.addSql("drop table listing_entry_before")
    for (const sort of ["title", "created_at", "updated_at"]) {
      this.addSql(`create index "IDX_listing_entry_channel_${sort}"
        on listing_entry_channel (scope_id, ${sort}, product_id) include (status_rank, purchasable)`)
      this.addSql(`create index "IDX_listing_entry_category_${sort}"
        on listing_entry_category (scope_id, ${sort}, product_id)`)
    }
    this.addSql(`create index "IDX_listing_entry_channel_status_rank"
      on listing_entry_channel (scope_id, status_rank, product_id) include (purchasable)`)
  }

  private prices(): void {
    this.addSql("alter table listing_price drop column status_rank, drop column purchasable")
    this.addSql(`create index "IDX_listing_price_amount"
      on listing_price (scope_id, currency_code, amount, product_id)`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table listing_price
      add column if not exists status_rank smallint, add column if not exists purchasable boolean`)
    this.addSql(`update listing_price p set status_rank = e.status_rank, purchasable = e.purchasable
      from listing_entry e where e.scope_id = p.scope_id and e.product_id = p.product_id`)
    // Which of the two tables an entry is in makes no difference to who does not ask for it.
    this.addSql("alter table listing_entry alter column is_whole set default false")
  }
}
