import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A title's row is wide: with a fifth of its page free a changed one goes to another page, and into every index. */
export class Migration20261127110000DistributorRoomToChange extends Migration {
  override async up() {
    this.addSql("alter table distributor_title set (fillfactor = 50)")
  }

  override async down() {
    this.addSql("alter table if exists distributor_title set (fillfactor = 80)")
  }
}
