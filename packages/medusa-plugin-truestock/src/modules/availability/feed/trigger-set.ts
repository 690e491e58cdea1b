import type { Trigger, TriggerSet } from "../../../database/trigger-set"
import type { TruestockOptions } from "../../../options"
import { enqueueChanges } from "../sql/enqueue-changes"
import { feedFunctions } from "./functions"

/**
 * What a change is about. The drain resolves `item`, `variant` and `price_set` to products by index look-ups;
 * `location`, `channel`, `category`, `brand` and `all` may mean half the catalogue and are fanned out first.
 */
export type ChangeKind =
  "product" | "variant" | "item" | "price_set" | "location" | "channel" | "category" | "brand" | "all"

/** Raise when a function or trigger of the feed changes. */
const FEED_VERSION = 6

/** What the rows of a table are about, in which column; and which columns count, if not all. */
type Touch = [kind: ChangeKind, column: string, counting?: string]

/** Reservations are not among them: what counts of them is the reserved_quantity of their level. */
const TOUCHES: Record<string, Touch> = {
  inventory_level: ["item", "inventory_item_id"],
  inventory_item: ["item", "id"],
  inventory_hold: ["item", "inventory_item_id"],
  // Of a delivery that only comes later nothing is written to its level.
  incoming_stock: ["item", "inventory_item_id"],
  product_variant_inventory_item: ["variant", "variant_id"],
  product: ["product", "id"],
  product_variant: ["product", "product_id"],
  product_sales_channel: ["product", "product_id"],
  product_category_product: ["product", "product_id"],
  product_tags: ["product", "product_id"],
  product_variant_price_set: ["variant", "variant_id"],
  price: ["price_set", "price_set_id"],
  availability_override: ["product", "product_id"],
  availability_policy: ["product", "product_id"],
  availability_supply: ["variant", "variant_id"],
  // Wide: a renamed channel must not send its whole catalogue through the drain.
  product_category: ["category", "id", "mpath,is_active,is_internal,deleted_at"],
  sales_channel: ["channel", "id", "deleted_at"],
  sales_channel_stock_location: ["location", "stock_location_id"],
  stock_location: ["location", "id", "deleted_at"],
  inventory_location: ["location", "location_id", "is_active,deleted_at"],
}

/** The change feed: every write to these tables, by whomever, leaves a row in availability_change. */
export function feedTriggerSet(schema: string, brand: TruestockOptions["brand"]): TriggerSet {
  const ofBrand: Record<string, Touch> = {
    [brand.table]: ["brand", "id", `${brand.name_column},deleted_at`],
    [brand.link_table]: ["product", "product_id"],
  }
  const touches = { ...TOUCHES, ...ofBrand }
  return {
    name: "feed",
    version: FEED_VERSION,
    functions: feedFunctions(schema),
    tables: Object.fromEntries(
      Object.entries(touches).map(([table, touch]) => [
        table,
        triggersFor(schema, touch, functionsOf(table, touch)),
      ])
    ),
    onAttached: (tx) => enqueueChanges(tx, "all", null),
  }
}

/** Which of the feed's functions: truestock_feed_<these>insert, and so on. */
function functionsOf(table: string, [, column]: Touch): string {
  if (table === "availability_supply") return "supply_"
  return column === "inventory_item_id" ? "item_" : ""
}

/**
 * Statement triggers: one call per statement however many rows. Transition tables need a trigger per event, and
 * column lists (`update of`) would keep core from altering those columns, so there are none.
 */
function triggersFor(schema: string, touch: Touch, functions: string): Trigger[] {
  const args = touch.map((arg) => `'${arg}'`).join(", ")
  const onEach = (event: string, referencing: string, its = functions) => ({
    name: `truestock_feed_${event}`,
    definition: `after ${event} on $table ${referencing} for each statement
      execute function ${schema}.truestock_feed_${its}${event}(${args})`,
  })
  return [
    onEach("insert", "referencing new table as new_rows"),
    onEach("update", "referencing old table as old_rows new table as new_rows"),
    onEach("delete", "referencing old table as old_rows"),
    onEach("truncate", "", ""),
  ]
}
