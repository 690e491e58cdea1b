import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const QUANTITY = "numeric not null"

/**
 * What makes reports from a long ledger quick: snapshots of what every place (an item at a location) held, and indexes of
 * the movements that are few. None of them is written by a reservation, its release, or an order's fulfilment.
 */
export class Migration20261123170000Reports extends Migration {
  override async up(): Promise<void> {
    // Derived from the ledger: may be emptied at any time, and is then written anew (reports/keep-snapshots.ts).
    this.addSql(`create table if not exists stock_snapshot (
      id bigint generated always as identity primary key,
      until_id bigint not null unique,
      as_of timestamptz not null,
      places integer not null default 0,
      created_at timestamptz not null default now())`)
    // Read whole, snapshot by snapshot; one is written at once, so its rows lie together.
    this.addSql(`create table if not exists stock_snapshot_place (
      snapshot_id bigint not null references stock_snapshot (id) on delete cascade,
      inventory_item_id text not null,
      location_id text not null,
      stocked ${QUANTITY},
      reserved ${QUANTITY},
      incoming ${QUANTITY},
      is_there boolean not null,
      fulfilled ${QUANTITY},
      received ${QUANTITY},
      transferred ${QUANTITY},
      last_fulfilled_at timestamptz null,
      last_came_at timestamptz null,
      first_at timestamptz not null)`)
    this.addSql(`create index if not exists "IDX_stock_snapshot_place_snapshot"
      on stock_snapshot_place (snapshot_id)`)
    // What came, in the order in which it did: how old stock is, is read from this index alone.
    this.addSql(`create index if not exists "IDX_stock_movement_rise" on stock_movement (id)
      include (inventory_item_id, location_id, created_at, stocked_delta) where stocked_delta > 0`)
    this.addSql(`create index if not exists "IDX_stock_movement_loss" on stock_movement (id)
      where kind in ('adjust', 'set', 'count') and (stocked_delta < 0 or (reason = 'lost' and incoming_delta < 0))`)
    this.addSql(`create index if not exists "IDX_stock_movement_opening" on stock_movement (id)
      where kind = 'opening'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists stock_snapshot_place, stock_snapshot`)
    this.addSql(`drop index if exists "IDX_stock_movement_rise"`)
    this.addSql(`drop index if exists "IDX_stock_movement_loss"`)
    this.addSql(`drop index if exists "IDX_stock_movement_opening"`)
  }
}
