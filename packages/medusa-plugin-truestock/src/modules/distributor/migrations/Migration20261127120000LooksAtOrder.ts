import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was seen of titles while orders waited, and when the next of them may be asked for. */
export class Migration20261127120000LooksAtOrder extends Migration {
  override async up(): Promise<void> {
    // Without a reference to the title: an order would wait for a sync that has locked it.
    this.addSql(`create table if not exists distributor_look_up (
      source_id text not null,
      ean13 text not null,
      looked_up_at timestamptz not null,
      sellable integer null,
      takes_backorder boolean not null,
      sync_run_id text null,
      primary key (source_id, ean13)) with (fillfactor = 50)`)
    // Not a column of the source, whose row a sync holds while it applies.
    this.addSql(`create table if not exists distributor_turn (
      source_id text primary key,
      next_at timestamptz not null) with (fillfactor = 50)`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists distributor_look_up, distributor_turn`)
  }
}
