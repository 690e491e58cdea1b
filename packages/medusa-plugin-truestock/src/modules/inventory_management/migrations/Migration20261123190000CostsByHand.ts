import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A cost may be set by hand, too: each says where it comes from, who said so, and why. */
export class Migration20261123190000CostsByHand extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table item_cost
      add column if not exists source text not null default 'receipt' check (source in ('receipt', 'hand')),
      add column if not exists reason text null,
      add column if not exists actor_type text null,
      add column if not exists actor_id text null`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists item_cost drop column if exists source, drop column if exists reason,
      drop column if exists actor_type, drop column if exists actor_id`)
  }
}
