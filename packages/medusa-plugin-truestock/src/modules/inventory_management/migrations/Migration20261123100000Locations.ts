import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Where a promise goes that its location cannot keep. */
export class Migration20261123100000Locations extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists inventory_location
      add column if not exists priority integer not null default 0,
      add column if not exists backup_for text null check (backup_for <> location_id)`)
    // Asked by every reservation: in a shop without backups it is empty.
    this.addSql(`create index if not exists "IDX_inventory_location_backup"
      on inventory_location (backup_for) where deleted_at is null and backup_for is not null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_inventory_location_backup"`)
    this.addSql(`alter table if exists inventory_location drop column if exists priority,
      drop column if exists backup_for`)
  }
}
