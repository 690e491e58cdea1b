import type { Trigger, TriggerSet } from "../../../database/trigger-set"
import type { TruestockOptions } from "../../../options"
import { feedFunctions } from "./functions"

/**
 * What a change is about. The drain resolves `item`, `variant` and `price_set` to products by index look-ups;
 * `location`, `channel`, `category` and `all` may mean half the catalogue and are fanned out first.
 */
export type ChangeKind =
  "product" | "variant" | "item" | "price_set" | "location" | "channel" | "category" | "all"

/** Raise when a function or trigger of the feed changes. */
const FEED_VERSION = 1

/** Per table: what its rows are about, and in which column. */
const TOUCHES: Record<string, [ChangeKind, column: string]> = {
  inventory_level: ["item", "inventory_item_id"],
  inventory_item: ["item", "id"],
  reservation_item: ["item", "inventory_item_id"],
  product_variant_inventory_item: ["variant", "variant_id"],
  product: ["product", "id"],
  product_variant: ["product", "product_id"],
  product_sales_channel: ["product", "product_id"],
  product_category_product: ["product", "product_id"],
  product_tags: ["product", "product_id"],
  product_category: ["category", "id"],
  sales_channel: ["channel", "id"],
  sales_channel_stock_location: ["location", "stock_location_id"],
  stock_location: ["location", "id"],
  product_variant_price_set: ["variant", "variant_id"],
  price: ["price_set", "price_set_id"],
  availability_override: ["product", "product_id"],
  availability_policy: ["product", "product_id"],
}

/** The change feed: every write to these tables, by whomever, leaves a row in availability_change. */
export function feedTriggerSet(schema: string, brand: TruestockOptions["brand"]): TriggerSet {
  const touches = { ...TOUCHES, [brand.link_table]: ["product", "product_id"] satisfies [ChangeKind, string] }
  return {
    name: "feed",
    version: FEED_VERSION,
    functions: feedFunctions(schema),
    tables: Object.fromEntries(
      Object.entries(touches).map(([table, [kind, column]]) => [table, triggersFor(schema, kind, column)])
    ),
  }
}

/**
 * Statement triggers: one call per statement however many rows. Transition tables need a trigger per event, and
 * column lists (`update of`) would keep core from altering those columns, so there are none.
 */
function triggersFor(schema: string, kind: ChangeKind, column: string): Trigger[] {
  const onEach = (event: string, referencing: string) => ({
    name: `truestock_feed_${event}`,
    definition: `after ${event} on $table ${referencing} for each statement
      execute function ${schema}.truestock_feed_${event}('${kind}', '${column}')`,
  })
  return [
    onEach("insert", "referencing new table as new_rows"),
    onEach("update", "referencing old table as old_rows new table as new_rows"),
    onEach("delete", "referencing old table as old_rows"),
    onEach("truncate", ""),
  ]
}
