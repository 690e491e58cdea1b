import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who has said last that a site which had refused may be asked again, and why. */
export class Migration20261128120000CircuitReset extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table distributor_source add column if not exists circuit_reset_at timestamptz null,
      add column if not exists circuit_reset_by text null, add column if not exists circuit_reset_reason text null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table distributor_source drop column if exists circuit_reset_at,
      drop column if exists circuit_reset_by, drop column if exists circuit_reset_reason`)
  }
}
