import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz null`

/** Promises that expire, and the keys under which a retry finds its answer. */
export class Migration20261122120000Holds extends Migration {
  override async up(): Promise<void> {
    this.holds()
    this.keys()
  }

  /**
   * A hold counts while it has not ended and not expired; an expired one stops nobody, whether or not it has been
   * tidied. `id` is the id of the reservation that it becomes.
   */
  private holds(): void {
    this.addSql(`create table if not exists inventory_hold (
      id text primary key,
      inventory_item_id text not null,
      location_id text not null,
      quantity numeric not null check (quantity > 0 and quantity < 1e15),
      raw_quantity jsonb not null,
      allow_backorder boolean not null default false,
      cart_id text null,
      line_item_id text null,
      token text null,
      description text null,
      external_id text null,
      created_by text null,
      metadata jsonb null,
      expires_at timestamptz not null,
      latest_expires_at timestamptz null,
      ended_at timestamptz null,
      ended_as text null check (ended_as in ('confirmed', 'released', 'expired')),
      confirmed_line_id text null,${TIMES},
      check ((ended_at is null) = (ended_as is null)))`)
    // What is held of a level now: a range behind the clock, however many have expired before it.
    this.addSql(`create index if not exists "IDX_inventory_hold_level"
      on inventory_hold (inventory_item_id, location_id, expires_at) include (quantity, created_at)
      where ended_at is null`)
    // For tidying alone. Written so that no question about a level can take it for the better one.
    this.addSql(`create index if not exists "IDX_inventory_hold_expiry"
      on inventory_hold ((expires_at at time zone 'UTC')) where ended_at is null`)
    this.addSql(`create index if not exists "IDX_inventory_hold_token"
      on inventory_hold (token) where ended_at is null and token is not null`)
    this.addSql(`create index if not exists "IDX_inventory_hold_confirmed"
      on inventory_hold (confirmed_line_id) where confirmed_line_id is not null`)
    // One hold per line of a cart and item, whatever the concurrency.
    this.addSql(`create unique index if not exists "IDX_inventory_hold_cart"
      on inventory_hold (cart_id, line_item_id, inventory_item_id) where ended_at is null and cart_id is not null`)
    this.addSql(`create index if not exists "IDX_inventory_hold_line"
      on inventory_hold (line_item_id) where ended_at is null and cart_id is not null`)
    this.addSql(`create index if not exists "IDX_inventory_hold_creator"
      on inventory_hold (created_by, expires_at) where ended_at is null and cart_id is not null`)
    this.addSql(`create index if not exists "IDX_inventory_hold_created" on inventory_hold (created_at, id)`)
  }

  private keys(): void {
    this.addSql(`create table if not exists inventory_idempotency_key (
      key text primary key check (length(key) <= 255),
      operation text not null,
      request_hash text not null,
      answer jsonb not null,
      created_at timestamptz not null default clock_timestamp())`)
    this.addSql(`create index if not exists "IDX_inventory_idempotency_key_created"
      on inventory_idempotency_key (created_at)`)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists inventory_hold, inventory_idempotency_key cascade")
  }
}
