import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Transaction } from "../../../../database/connection"
import { idsOfSpan } from "../../sql/ids-of-span"
import { carriedOn, movedPlaces, snapshotBefore } from "./snapshots"

/** What stands for a moment in a statement: `held` is the name of the CTE in which its places are. */
export type Held = { ctes: string; bindings: Record<string, Knex.RawBinding>; below: string }

/**
 * CTE `name`: what every place (an item at a location) held at a moment, `location_id` null = of all locations.
 *
 * 1. The last snapshot before the moment, and the movements since by their ids (the primary key): however long the
 *    ledger, no more of it is read than lies between two snapshots.
 * 2. A level whose books were opened later held what the opening found; one that has no books holds what it holds.
 *    Neither has been moved before, as far as anybody knows.
 *
 * Places that are gone are there with `is_there` false and nothing in them. Takes no locks.
 */
export async function heldAt(
  tx: Transaction,
  name: string,
  moment: Date,
  location_id: string | null
): Promise<Held> {
  const snapshot = await snapshotBefore(tx, moment)
  const { below } = await idsOfSpan(tx, undefined, moment)
  const { above } = await idsOfSpan(tx, moment)
  const isHere = (row: string) =>
    location_id === null ? "true" : `${row}.location_id = cast(:location_id as text)`
  const until = `cast(:${name}_at as timestamptz) + interval '1 millisecond'`
  const nothing = `0 as fulfilled, 0 as received, 0 as transferred, cast(null as timestamptz) as last_fulfilled_at,
      cast(null as timestamptz) as last_came_at, cast(null as timestamptz) as first_at`
  return {
    ctes: `
  ${name}_moved as (${movedPlaces(`m.id > cast(:${name}_after as bigint) and m.id < cast(:${name}_below as bigint)
    and m.created_at < ${until} and ${isHere("m")}`)}),
  ${name} as materialized (
    select ${carriedOn}
    from (select * from stock_snapshot_place p
      where p.snapshot_id = cast(:${name}_snapshot as bigint) and ${isHere("p")}) s
    full join ${name}_moved m using (inventory_item_id, location_id)
    union all
    select m.inventory_item_id, m.location_id, m.stocked_balance, m.reserved_balance, m.incoming_balance, true, ${nothing}
    from stock_movement m where m.kind = 'opening' and m.id > cast(:${name}_above as bigint)
      and m.created_at >= ${until} and ${isHere("m")}
    union all
    select l.inventory_item_id, l.location_id, l.stocked_quantity, l.reserved_quantity, l.incoming_quantity, true, ${nothing}
    from inventory_level l where l.deleted_at is null and ${isHere("l")}
      and not exists (select from level_guard g where g.level_id = l.id)
  )`,
    bindings: {
      [`${name}_at`]: moment,
      [`${name}_snapshot`]: snapshot?.id ?? null,
      [`${name}_after`]: snapshot?.until_id ?? "0",
      [`${name}_below`]: below,
      [`${name}_above`]: above,
      location_id,
    },
    below,
  }
}
