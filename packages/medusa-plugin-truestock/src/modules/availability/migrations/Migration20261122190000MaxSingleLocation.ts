import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What one order line can get of a variant, beside the sum. Filled by the drain, to which everything is changed. */
export class Migration20261122190000MaxSingleLocation extends Migration {
  override async up(): Promise<void> {
    this.addSql("alter table availability_variant add column if not exists max_single_location integer null")
    this.addSql("insert into availability_change (kind, ref_id) values ('all', null)")
  }

  override async down(): Promise<void> {
    this.addSql("alter table availability_variant drop column if exists max_single_location")
  }
}
