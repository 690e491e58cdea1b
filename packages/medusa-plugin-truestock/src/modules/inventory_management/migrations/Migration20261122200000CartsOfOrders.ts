import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether a cart is becoming an order is asked under the locks of its levels, among all holds that there ever were. */
export class Migration20261122200000CartsOfOrders extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_inventory_hold_ordered"
      on inventory_hold (cart_id) where ended_as = 'confirmed' and cart_id is not null`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_inventory_hold_ordered"`)
  }
}
