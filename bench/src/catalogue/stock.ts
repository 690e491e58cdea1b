import { MAIN_LOCATION, SECOND_LOCATION } from "./shop.js"
import type { Statement } from "./statement.js"
import { id, raw, SHARE } from "./numbers.js"

/**
 * 60 of 100 have stock, 10 of them little; the others have none: 10 can be backordered (products.ts), for 5 units
 * are on their way.
 */
const STOCKED = `case when ${SHARE} < 50 then 20 + ${SHARE} when ${SHARE} < 60 then 3 else 0 end`
const INCOMING = `case when ${SHARE} between 70 and 74 then 12 else 0 end`

export const STOCK: Statement[] = [
  {
    what: "inventory items",
    sql: `insert into inventory_item (id, sku, title) select ${id("iitem")}, 'BENCH-' || g.i, 'Title ' || g.i from g`,
  },
  {
    what: "inventory items of variants",
    sql: `insert into product_variant_inventory_item (id, variant_id, inventory_item_id, required_quantity)
        select ${id("pvitem")}, ${id("variant")}, ${id("iitem")}, 1 from g`,
  },
  {
    what: "inventory levels",
    sql: `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity,
          incoming_quantity, raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
        select 'ilev_' || location || g.i, ${id("iitem")}, location, stocked, 0, incoming,
          ${raw("stocked")}, ${raw("0")}, ${raw("incoming")}
        from g
        cross join (values ('${MAIN_LOCATION}'), ('${SECOND_LOCATION}')) as l(location)
        cross join lateral (select ${STOCKED} as stocked, ${INCOMING} as incoming) q`,
  },
]
