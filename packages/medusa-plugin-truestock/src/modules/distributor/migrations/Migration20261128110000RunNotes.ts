import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is to be said of a run, beside what it counts and what its guards say: sentences. */
export class Migration20261128110000RunNotes extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table distributor_run add column if not exists notes jsonb not null default '[]'`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table distributor_run drop column if exists notes`)
  }
}
