import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Since when a change waits, so that the doctor can say how far the drain is behind. Written by default: no table
 * rewrite, and no writer has to know of it. */
export class Migration20261121140000ChangeTime extends Migration {
  override async up(): Promise<void> {
    this.addSql("alter table availability_change add column if not exists created_at timestamptz null")
    this.addSql("alter table availability_change alter column created_at set default clock_timestamp()")
  }

  override async down(): Promise<void> {
    this.addSql("alter table availability_change drop column if exists created_at")
  }
}
