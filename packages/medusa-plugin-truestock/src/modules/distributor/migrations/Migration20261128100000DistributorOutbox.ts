import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What it takes to tell of flagged titles by an event, at least once, and by one process at a time. */
export class Migration20261128100000DistributorOutbox extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table distributor_title add column if not exists flag_claimed_until timestamptz null`)
    // The last change of a title that was worth a flag.
    this
      .addSql(`create index if not exists "IDX_distributor_staged_flagged" on distributor_staged (ean13, applied_at)
      where applied_at is not null and reasons <> '{}'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_distributor_staged_flagged"`)
    this.addSql(`alter table distributor_title drop column if exists flag_claimed_until`)
  }
}
