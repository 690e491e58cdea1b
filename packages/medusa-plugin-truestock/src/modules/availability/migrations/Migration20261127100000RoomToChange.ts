import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Half of each page is left free: a change of the whole catalogue (a supplier's hourly file) then finds room for
 * each new row beside its old one and touches none of up to eight indexes, where no indexed column changed. With 80
 * and 100 percent 70 of 100 changed rows moved to other pages. Rows that stand are moved as they change.
 */
export class Migration20261127100000RoomToChange extends Migration {
  private readonly filled = {
    availability: 100,
    availability_channel: 80,
    availability_variant: 80,
    availability_location: 80,
  }

  override async up() {
    for (const table of Object.keys(this.filled)) this.addSql(`alter table ${table} set (fillfactor = 50)`)
  }

  override async down() {
    for (const [table, percent] of Object.entries(this.filled))
      this.addSql(`alter table if exists ${table} set (fillfactor = ${percent})`)
  }
}
