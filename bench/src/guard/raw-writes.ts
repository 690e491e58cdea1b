import type { Client } from "../../../scripts/postgres/database.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import { timed } from "../frame/turns.js"

/*
 * The smallest writes there are: one reservation made, one taken away, one level set. Without waiting for the disk,
 * since what a commit costs would hide what a trigger costs.
 */

let made = 0

export async function quick(client: Client): Promise<Client> {
  await client.query("set synchronous_commit = off")
  return client
}

/** Times of `count` reservations of one unit of an item, each released again. */
export async function reserveAndRelease(client: Client, item: string, count: number): Promise<number[]> {
  const spent: number[] = []
  for (let i = 0; i < count; i++) {
    const id = `resitem_one${process.pid}_${++made}`
    spent.push(
      await timed(async () => {
        await client.query(
          `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
           values ($1, $2, $3, 1, ${raw("1")})`,
          [id, item, MAIN_LOCATION]
        )
        await client.query("delete from reservation_item where id = $1", [id])
      })
    )
  }
  return spent
}

/** Times of `count` single changes of an item's stock. */
export async function setStock(client: Client, item: string, count: number): Promise<number[]> {
  const spent: number[] = []
  for (let i = 0; i < count; i++) {
    spent.push(
      await timed(() =>
        client.query(
          `update inventory_level set stocked_quantity = stocked_quantity + 1,
             raw_stocked_quantity = ${raw("stocked_quantity + 1")}
           where inventory_item_id = $1 and location_id = $2 and deleted_at is null`,
          [item, MAIN_LOCATION]
        )
      )
    )
  }
  return spent
}

/** One unit of each item reserved by one statement. */
export async function reserveMany(client: Client, items: string[]): Promise<number> {
  return timed(() =>
    client.query(
      `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
       select 'resitem_many' || item, item, $2, 1, ${raw("1")} from unnest(cast($1 as text[])) as item`,
      [items, MAIN_LOCATION]
    )
  )
}

export async function releaseMany(client: Client): Promise<number> {
  return timed(() => client.query("delete from reservation_item where id like 'resitem_many%'"))
}
