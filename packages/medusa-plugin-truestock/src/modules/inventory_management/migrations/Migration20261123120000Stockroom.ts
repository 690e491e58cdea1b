import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { REFERENCE_TYPES } from "../movement"

const TIMES = `
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz null`

const UNITS = "numeric not null check (quantity > 0 and quantity < 1e15)"
const NONE_YET = "numeric not null default 0"

/** The papers of the stockroom: what is expected, moved and counted, and what units cost. */
export class Migration20261123120000Stockroom extends Migration {
  override async up(): Promise<void> {
    this.incoming()
    this.transfers()
    this.counts()
    this.costs()
    this.backorders()
    this.references()
  }

  /** A delivery that is expected. What is left of it stands in its level's incoming_quantity. */
  private incoming(): void {
    this.addSql(`create table if not exists incoming_stock (
      id text primary key,
      inventory_item_id text not null,
      location_id text not null,
      quantity ${UNITS},
      received_quantity ${NONE_YET} check (received_quantity >= 0 and received_quantity <= quantity),
      status text not null default 'expected' check (status in ('expected', 'received', 'cancelled')),
      expected_at timestamptz null,
      supplier text null,
      note text null,
      unit_cost numeric null check (unit_cost >= 0),
      currency_code text null,
      closed_at timestamptz null,
      created_by text null,${TIMES},
      check ((unit_cost is null) = (currency_code is null)),
      check ((status = 'expected') = (closed_at is null)))`)
    this.addSql(`create index if not exists "IDX_incoming_stock_level"
      on incoming_stock (inventory_item_id, location_id, expected_at) where status = 'expected'`)
    this.addSql(`create index if not exists "IDX_incoming_stock_expected"
      on incoming_stock (expected_at, id) where status = 'expected'`)
    this.addSql(`create index if not exists "IDX_incoming_stock_created" on incoming_stock (created_at, id)`)
  }

  /** Units on their way from one location to another. Of a line: sent = received + lost + returned + on the way. */
  private transfers(): void {
    this.addSql(`create table if not exists stock_transfer (
      id text primary key,
      from_location_id text not null,
      to_location_id text not null check (to_location_id <> from_location_id),
      status text not null default 'draft' check (status in ('draft', 'in_transit', 'received', 'cancelled')),
      note text null,
      shipped_at timestamptz null,
      closed_at timestamptz null,
      created_by text null,${TIMES})`)
    this.addSql(`create index if not exists "IDX_stock_transfer_created" on stock_transfer (created_at, id)`)
    this.addSql(`create table if not exists stock_transfer_line (
      transfer_id text not null references stock_transfer (id) on delete cascade,
      inventory_item_id text not null,
      quantity ${UNITS},
      received_quantity ${NONE_YET},
      lost_quantity ${NONE_YET},
      returned_quantity ${NONE_YET},
      primary key (transfer_id, inventory_item_id),
      check (least(received_quantity, lost_quantity, returned_quantity) >= 0
        and received_quantity + lost_quantity + returned_quantity <= quantity))`)
    this.addSql(`create index if not exists "IDX_stock_transfer_line_item"
      on stock_transfer_line (inventory_item_id, transfer_id)`)
  }

  /** A stock take. expected_quantity: what the books said when the line was counted; stock may move after that. */
  private counts(): void {
    this.addSql(`create table if not exists stock_count (
      id text primary key,
      location_id text not null,
      status text not null default 'open' check (status in ('open', 'posted', 'cancelled')),
      note text null,
      closed_at timestamptz null,
      created_by text null,${TIMES})`)
    this.addSql(`create index if not exists "IDX_stock_count_created" on stock_count (created_at, id)`)
    this.addSql(`create table if not exists stock_count_line (
      count_id text not null references stock_count (id) on delete cascade,
      inventory_item_id text not null,
      counted_quantity numeric not null check (counted_quantity >= 0 and counted_quantity < 1e15),
      expected_quantity numeric not null,
      counted_by text null,
      counted_at timestamptz not null default clock_timestamp(),
      primary key (count_id, inventory_item_id))`)
  }

  /** What units cost as they came, and the item's moving average after that. Never changed; the last row counts. */
  private costs(): void {
    this.addSql(`create table if not exists item_cost (
      id bigint generated always as identity primary key,
      inventory_item_id text not null,
      currency_code text not null,
      quantity numeric not null check (quantity >= 0),
      unit_cost numeric not null check (unit_cost >= 0),
      average_cost numeric not null check (average_cost >= 0),
      created_at timestamptz not null default clock_timestamp())`)
    this.addSql(`create index if not exists "IDX_item_cost_item" on item_cost (inventory_item_id, id)`)
  }

  /**
   * Promises that the stock does not cover, the newest of a level. backorder_change: levels whose promises or stock have
   * changed since they were looked at; a row per change, so that whoever changes one waits for nobody. sent_at: the outbox
   * of inventory.backorder_filled.
   */
  private backorders(): void {
    this.addSql(`create table if not exists inventory_backorder (
      reservation_id text primary key,
      level_id text not null,
      inventory_item_id text not null,
      location_id text not null,
      line_item_id text null,
      quantity numeric not null,
      owed_quantity numeric not null check (owed_quantity >= 0 and (owed_quantity = 0) = (filled_at is not null)),
      promised_at timestamptz not null,
      opened_at timestamptz not null default clock_timestamp(),
      filled_at timestamptz null,
      claimed_until timestamptz null,
      sent_at timestamptz null)`)
    this.addSql(`create index if not exists "IDX_inventory_backorder_open"
      on inventory_backorder (level_id) where filled_at is null`)
    this.addSql(`create index if not exists "IDX_inventory_backorder_unsent"
      on inventory_backorder (filled_at) where filled_at is not null and sent_at is null`)
    this.addSql(`create index if not exists "IDX_inventory_backorder_promised"
      on inventory_backorder (promised_at, reservation_id)`)
    this.addSql(`create table if not exists backorder_change (
      id bigint generated always as identity primary key,
      level_id text not null)`)
  }

  /** A movement may belong to a delivery. The rows that there are have been checked by a narrower rule. */
  private references(): void {
    const rules = [
      ["stock_movement", "reference_type"],
      ["stock_movement_reference", "type"],
    ] as const
    for (const [table, column] of rules) {
      const rule = `"${table}_${column}_check"`
      this.addSql(`alter table ${table} drop constraint if exists ${rule}`)
      this.addSql(`alter table ${table} add constraint ${rule}
        check (${column} in (${REFERENCE_TYPES.map((type) => `'${type}'`).join(", ")})) not valid`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists incoming_stock, stock_transfer_line, stock_transfer, stock_count_line,
      stock_count, item_cost, inventory_backorder, backorder_change cascade`)
  }
}
