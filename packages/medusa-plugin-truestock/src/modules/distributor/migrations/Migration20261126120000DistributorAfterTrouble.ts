import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What has to be remembered so that a run which was refused, stopped or repeated does no harm. */
export class Migration20261126120000DistributorAfterTrouble extends Migration {
  override async up(): Promise<void> {
    // A site that has refused is left alone until then, whichever process would ask it. When a due sync was asked for last.
    this.addSql(`alter table distributor_source add column if not exists circuit_until timestamptz null,
      add column if not exists circuit_reason text null, add column if not exists sync_asked_at timestamptz null`)
    // Of several processes at one run the one that has the lease: the run's name alone would let them all in.
    this.addSql(`alter table distributor_source add column if not exists lease_holder text null`)
    // Which titles were looked up, and when: { at, eans }. A run that goes on where another process was has to know.
    this.addSql(`alter table distributor_run add column if not exists looked_up jsonb null`)
    // In which full it was missing: the same file read again is no second one.
    this.addSql(`alter table distributor_sighting add column if not exists missing_in text null`)
  }

  override async down(): Promise<void> {
    this
      .addSql(`alter table distributor_source drop column if exists circuit_until, drop column if exists circuit_reason,
      drop column if exists sync_asked_at, drop column if exists lease_holder`)
    this.addSql(`alter table distributor_run drop column if exists looked_up`)
    this.addSql(`alter table distributor_sighting drop column if exists missing_in`)
  }
}
