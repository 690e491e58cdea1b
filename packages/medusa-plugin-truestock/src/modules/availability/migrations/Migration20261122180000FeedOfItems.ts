import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const EVENTS = ["insert", "update", "delete", "truncate"]

/**
 * Reservations leave the change feed: what counts of them is the reserved_quantity of their level, which is in it. The
 * feed's other triggers are put in place when the shop starts.
 */
export class Migration20261122180000FeedOfItems extends Migration {
  override async up(): Promise<void> {
    for (const event of EVENTS) {
      this.addSql(`drop trigger if exists truestock_feed_${event} on reservation_item`)
    }
  }

  override async down(): Promise<void> {
    for (const event of EVENTS) {
      this.addSql(`drop function if exists truestock_feed_item_${event} cascade`)
    }
  }
}
