import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { GUARD_MODES, MOVEMENT_KINDS, MOVEMENT_REASONS, REFERENCE_TYPES } from "../movement"

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ")
const TIMES = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz null`

/**
 * The tables beside Medusa's inventory tables. No quantity is copied here but into the ledger; the triggers on
 * Medusa's tables are attached by the module's loader.
 */
export class Migration20261121110000InventoryManagement extends Migration {
  override async up(): Promise<void> {
    this.ledger()
    this.guard()
    this.locations()
    this.shortfalls()
  }

  /**
   * One table, never changed: 100 million rows stay usable because every read comes by a btree that ends in the id
   * (a page is a few index entries whatever lies behind it), because rows arrive in the order of id and time (all
   * indexes but two grow at their right edge, time needs only a BRIN), and because nothing is ever vacuumed away.
   * Not partitioned: a missing partition would stop every checkout.
   */
  private ledger(): void {
    this.addSql(`create table if not exists stock_movement (
      id bigint generated always as identity primary key,
      level_id text not null,
      inventory_item_id text not null,
      location_id text not null,
      kind text not null check (kind in (${oneOf(MOVEMENT_KINDS)})),
      reason text null check (reason in (${oneOf(MOVEMENT_REASONS)})),
      note text null,
      stocked_delta numeric not null,
      stocked_balance numeric not null,
      reserved_delta numeric not null,
      reserved_balance numeric not null,
      incoming_delta numeric not null,
      incoming_balance numeric not null,
      reference_type text null check (reference_type in (${oneOf(REFERENCE_TYPES)})),
      reference_id text null,
      actor_type text null,
      actor_id text null,
      correlation_id text null,
      txid xid8 not null default pg_current_xact_id(),
      created_at timestamptz not null default clock_timestamp())`)
    this.addSql(`create index if not exists "IDX_stock_movement_level" on stock_movement (level_id, id)`)
    this.addSql(
      `create index if not exists "IDX_stock_movement_item" on stock_movement (inventory_item_id, id)`
    )
    this.addSql(`create index if not exists "IDX_stock_movement_correlation"
      on stock_movement (correlation_id, id) where correlation_id is not null`)
    this.addSql(`create index if not exists "IDX_stock_movement_reference"
      on stock_movement (reference_id, id) where reference_id is not null`)
    // Few: by them an item's history knows the levels that are gone.
    this.addSql(`create index if not exists "IDX_stock_movement_deleted"
      on stock_movement (inventory_item_id, level_id) where kind = 'delete'`)
    this.addSql(`create index if not exists "IDX_stock_movement_created"
      on stock_movement using brin (created_at) with (autosummarize = on)`)

    this.addSql(`create table if not exists stock_movement_reference (
      movement_id bigint not null,
      type text not null check (type in (${oneOf(REFERENCE_TYPES)})),
      reference_id text not null,
      created_at timestamptz not null default clock_timestamp(),
      primary key (movement_id, type, reference_id))`)
    this.addSql(`create index if not exists "IDX_stock_movement_reference_reference"
      on stock_movement_reference (reference_id, movement_id)`)
  }

  private guard(): void {
    this.addSql(`create table if not exists inventory_settings (
      only_row boolean primary key default true check (only_row),
      guard_mode text not null default 'enforce' check (guard_mode in (${oneOf(GUARD_MODES)})),
      default_backorder_limit numeric null)`)
    this.addSql(`insert into inventory_settings default values on conflict do nothing`)
    // drift: what reserved_quantity says too much (or, negative, too little) against the live reservations; null = not
    // counted yet.
    this.addSql(`create table if not exists level_guard (
      level_id text primary key,
      drift numeric null,
      opened_at timestamptz not null default now())`)
    this.addSql(
      `create index if not exists "IDX_level_guard_drift" on level_guard (level_id) where drift <> 0`
    )
    this.addSql(`create table if not exists guard_observation (
      id bigint generated always as identity primary key,
      code text not null,
      inventory_item_id text not null,
      location_id text not null,
      requested numeric null,
      available numeric null,
      correlation_id text null,
      created_at timestamptz not null default clock_timestamp())`)
  }

  private locations(): void {
    this.addSql(`create table if not exists inventory_location (
      id text primary key,
      location_id text not null,
      code text null,
      kind text not null default 'warehouse' check (kind in ('warehouse', 'store', 'dropship', 'virtual')),
      is_active boolean not null default true,${TIMES})`)
    this.addSql(`create unique index if not exists "IDX_inventory_location_location"
      on inventory_location (location_id) where deleted_at is null`)
    this.addSql(`create unique index if not exists "IDX_inventory_location_code"
      on inventory_location (code) where deleted_at is null and code is not null`)
  }

  /** At most one open shortfall per level. sent_at: the outbox of inventory.shortfall. */
  private shortfalls(): void {
    this.addSql(`create table if not exists inventory_shortfall (
      id text primary key default 'short_' || replace(gen_random_uuid()::text, '-', ''),
      level_id text not null,
      inventory_item_id text not null,
      location_id text not null,
      quantity numeric not null,
      raw_quantity jsonb not null,
      opened_at timestamptz not null default clock_timestamp(),
      resolved_at timestamptz null,
      claimed_until timestamptz null,
      sent_at timestamptz null,${TIMES})`)
    this.addSql(`create unique index if not exists "IDX_inventory_shortfall_open"
      on inventory_shortfall (level_id) where resolved_at is null`)
    this.addSql(`create index if not exists "IDX_inventory_shortfall_item"
      on inventory_shortfall (inventory_item_id)`)
    this.addSql(`create index if not exists "IDX_inventory_shortfall_unsent"
      on inventory_shortfall (opened_at) where sent_at is null`)
  }

  override async down(): Promise<void> {
    const tables = [
      ...["stock_movement_reference", "stock_movement", "inventory_settings", "level_guard"],
      ...["guard_observation", "inventory_location", "inventory_shortfall"],
    ]
    this.addSql(`do $$ declare f regprocedure; begin
      for f in select oid from pg_proc where pronamespace = current_schema()::regnamespace
        and obj_description(oid, 'pg_proc') like 'truestock guard v%'
      loop execute 'drop function ' || f || ' cascade'; end loop; end $$`)
    this.addSql(`drop index if exists "IDX_truestock_deleted_level"`)
    this.addSql(`alter table if exists inventory_level reset (fillfactor)`)
    for (const table of tables) {
      this.addSql(`drop table if exists ${table} cascade`)
    }
  }
}
