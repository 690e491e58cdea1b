import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STATUSES = "'incoming','in_stock','low_stock','preorder','backorder','out_of_stock','discontinued'"
const TIMES = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz null`

/**
 * The tables of the availability module. Triggers on Medusa's tables are not made here (a plugin's migrations run
 * before core's tables exist) but by the module's loader, at every start.
 */
export class Migration20261120170000Availability extends Migration {
  override async up(): Promise<void> {
    this.readModel()
    this.decisions()
    this.history()
    this.changeQueue()
  }

  /** What the drain writes. Unique keys are not partial: `availability` rows are locks and outlive soft deletion. */
  private readModel(): void {
    this.addSql(`create table if not exists availability (
      id text primary key,
      product_id text not null unique,
      status text not null check (status in (${STATUSES})),
      reason text not null,
      source text not null default 'calculated' check (source in ('calculated', 'manual')),
      purchasable boolean not null default false,
      quantity integer null,
      available_on timestamptz null,
      notes text null,
      due_at timestamptz null,${TIMES})`)
    this.addSql(
      `create index if not exists "IDX_availability_status" on availability (status) where deleted_at is null`
    )
    this.addSql(
      `create index if not exists "IDX_availability_due_at" on availability (due_at) where due_at is not null`
    )

    this.addSql(`create table if not exists availability_channel (
      id text primary key,
      product_id text not null,
      sales_channel_id text not null,
      status text not null check (status in (${STATUSES})),
      reason text not null,
      purchasable boolean not null,
      quantity integer null,
      available_on timestamptz null,
      lead_time_min_days integer null,
      lead_time_max_days integer null,
      is_published boolean not null,
      title text not null,
      handle text not null,
      thumbnail text null,
      collection_id text null,
      type_id text null,
      brand_id text null,
      category_ids text[] not null default '{}',
      tag_ids text[] not null default '{}',
      prices jsonb not null default '{}',
      product_created_at timestamptz not null,
      product_updated_at timestamptz not null,${TIMES},
      unique (product_id, sales_channel_id))`)
    // One per sort, in the listing's order; no quantity in any of them, so that a sale which changes no status
    // touches no index.
    this.addSql(`create index if not exists "IDX_availability_channel_created"
      on availability_channel (sales_channel_id, product_created_at, product_id) include (status) where is_published`)
    this.addSql(`create index if not exists "IDX_availability_channel_title"
      on availability_channel (sales_channel_id, title, product_id) include (status) where is_published`)
    this.addSql(`create index if not exists "IDX_availability_channel_status"
      on availability_channel (sales_channel_id, status) where is_published`)
    this.addSql(`create index if not exists "IDX_availability_channel_category"
      on availability_channel using gin (category_ids)`)
    this.addSql(`create index if not exists "IDX_availability_channel_collection"
      on availability_channel (collection_id) where collection_id is not null`)

    this.addSql(`create table if not exists availability_variant (
      id text primary key,
      product_id text not null,
      variant_id text not null,
      sales_channel_id text not null,
      status text not null check (status in (${STATUSES})),
      reason text not null,
      purchasable boolean not null,
      quantity integer null,
      available_quantity integer null,
      available_on timestamptz null,
      lead_time_min_days integer null,
      lead_time_max_days integer null,${TIMES},
      unique (product_id, variant_id, sales_channel_id))`)

    this.addSql(`create table if not exists availability_location (
      id text primary key,
      product_id text not null,
      variant_id text not null,
      location_id text not null,
      status text not null check (status in (${STATUSES})),
      reason text not null,
      purchasable boolean not null,
      quantity integer null,
      available_quantity integer null,${TIMES},
      unique (product_id, variant_id, location_id))`)
  }

  /** What people decide. One row per scope, whatever the concurrency. */
  private decisions(): void {
    this.addSql(`create table if not exists availability_override (
      id text primary key,
      product_id text not null,
      variant_id text null,
      sales_channel_id text null,
      status text not null check (status in (${STATUSES})),
      notes text null,
      note_visible boolean not null default false,
      set_by text null,
      expires_at timestamptz null,${TIMES})`)
    this.addSql(`create unique index if not exists "IDX_availability_override_scope" on availability_override
      (product_id, coalesce(variant_id, ''), coalesce(sales_channel_id, '')) where deleted_at is null`)

    this.addSql(`create table if not exists availability_policy (
      id text primary key,
      product_id text not null,
      variant_id text null,
      location_id text null check (location_id is null or variant_id is not null),
      low_stock_threshold integer null check (low_stock_threshold >= 0),
      safety_stock integer null check (safety_stock >= 0),
      backorder_limit integer null check (backorder_limit >= 0),
      lead_time_min_days integer null check (lead_time_min_days >= 0),
      lead_time_max_days integer null check (lead_time_max_days >= lead_time_min_days),
      release_date timestamptz null,
      strict_on_sale_date timestamptz null,
      allow_preorder boolean null,
      discontinued boolean null,
      not_for_sale text null,${TIMES})`)
    this.addSql(`create unique index if not exists "IDX_availability_policy_scope" on availability_policy
      (product_id, coalesce(variant_id, ''), coalesce(location_id, '')) where deleted_at is null`)
  }

  private history(): void {
    this.addSql(`create table if not exists availability_history (
      id text primary key,
      product_id text not null,
      sales_channel_id text null,
      from_status text null,
      to_status text null,
      reason text null,
      changed_at timestamptz not null,
      sent_at timestamptz null,${TIMES})`)
    this.addSql(`create index if not exists "IDX_availability_history_product"
      on availability_history (product_id, changed_at)`)
    this.addSql(`create index if not exists "IDX_availability_history_unsent"
      on availability_history (changed_at, id) where sent_at is null`)
  }

  /** The dirty queue: appended to by the feed's triggers, consumed by the drain (sql/claim-changes.ts says how). */
  private changeQueue(): void {
    this.addSql(`create table if not exists availability_change (
      id bigint generated always as identity primary key,
      kind text not null,
      ref_id text null,
      attempts integer not null default 0,
      due_at timestamptz null)`)
    // Mostly dead rows between two vacuums: keep the statistics and the space honest.
    this.addSql(`alter table availability_change set (autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000)`)
    // A row's id must never be older than its writer's transaction id: sql/settle-queue.ts relies on it.
    this.addSql(`create or replace function truestock_change_xid() returns trigger language plpgsql as $$
      begin perform pg_current_xact_id(); return null; end $$`)
    this.addSql(`create or replace trigger truestock_change_xid before insert on availability_change
      for each statement execute function truestock_change_xid()`)
    this.addSql(`create table if not exists availability_change_cursor (
      only_row boolean primary key default true check (only_row),
      settled_id bigint not null default 0,
      pending_id bigint null,
      pending_xid xid8 null)`)
    this.addSql(`insert into availability_change_cursor default values on conflict do nothing`)
  }

  override async down(): Promise<void> {
    const tables = "change_cursor change history policy override location variant channel".split(" ")
    for (const table of tables) {
      this.addSql(`drop table if exists availability_${table} cascade`)
    }
    this.addSql("drop table if exists availability cascade")
    for (const name of ["now", "change_xid", "feed_insert", "feed_update", "feed_delete", "feed_truncate"]) {
      this.addSql(`drop function if exists truestock_${name} cascade`)
    }
  }
}
