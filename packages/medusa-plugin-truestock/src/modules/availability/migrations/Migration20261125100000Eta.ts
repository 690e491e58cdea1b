import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TABLES = ["availability", "availability_channel", "availability_variant", "availability_location"]

/**
 * When what is backordered or incoming is expected to be here. Filled by the drain: the feed comes to incoming_stock at
 * the next start, and with a newly attached table everything is changed (feed/trigger-set.ts).
 */
export class Migration20261125100000Eta extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`alter table ${table} add column if not exists eta timestamptz null`)
    }
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`alter table ${table} drop column if exists eta`)
    }
    for (const event of ["insert", "update", "delete", "truncate"]) {
      this.addSql(`drop trigger if exists truestock_feed_${event} on incoming_stock`)
    }
  }
}
