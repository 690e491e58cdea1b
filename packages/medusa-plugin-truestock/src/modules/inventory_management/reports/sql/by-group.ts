import type { GroupInput, ReportGroup } from "../report"
import { heldAt } from "./held-at"
import type { Writer } from "./run-report"
import { statusesAt } from "./statuses-at"

type Included = Pick<GroupInput, "include_reserved" | "include_incoming">

/** How places become groups: `member` is (inventory_item_id, key), an item can be in several or none. */
type Grouping = { columns: readonly string[]; names: string; member: string; order: string }

const NO_MEMBER =
  "member as (select cast(null as text) as inventory_item_id, cast(null as text) as key where false)"

const GROUPINGS: Record<ReportGroup, Grouping> = {
  location: {
    columns: ["location_id", "location_name"],
    names: `g.key as location_id, (select name from stock_location o where o.id = g.key) as location_name`,
    member: NO_MEMBER,
    order: "location_name, location_id",
  },
  item: {
    columns: ["inventory_item_id", "sku", "title"],
    names: `g.key as inventory_item_id, i.sku, i.title`,
    member: NO_MEMBER,
    order: `sku collate "C", inventory_item_id collate "C"`,
  },
  category: {
    columns: ["category_id", "category_name"],
    names: `g.key as category_id, (select name from product_category c where c.id = g.key) as category_name`,
    member: `member as (
      select distinct k.inventory_item_id, c.id as key
      from product_variant_inventory_item k
      join product_variant v on v.id = k.variant_id and v.deleted_at is null
      join product_category_product p on p.product_id = v.product_id
      join product_category c on c.id = p.product_category_id and c.deleted_at is null
      where k.deleted_at is null)`,
    order: "category_name nulls last, category_id",
  },
  status: { columns: ["status"], names: "g.key as status", member: "", order: "status nulls last" },
}

/**
 * Units by location, item, category or status.
 *
 * `items` and `levels` count what was there, also without a unit in it. An item counts in every category that one of its
 * products is in (not in their parents), so categories may add up to more than the totals, which count it once; what
 * is in none has the category null. A status is the best one of the products that an item belongs to, as it was at
 * the moment; null = it belongs to none that was decided. Products and categories are those of today.
 */
export const byGroup =
  (group: ReportGroup, { include_reserved = false, include_incoming = false }: Included): Writer =>
  async (tx, question) => {
    const { columns, names, member, order } = GROUPINGS[group]
    const held = await heldAt(tx, "held", question.date, question.location_id)
    const units = [
      ["stocked_quantity", "stocked"],
      ...(include_reserved
        ? [
            ["reserved_quantity", "reserved"],
            ["available_quantity", "stocked - reserved"],
          ]
        : []),
      ...(include_incoming ? [["incoming_quantity", "incoming"]] : []),
    ] as [string, string][]
    const isOfPlace = group === "location"
    const sums = units.map(([name, unit]) => `cast(coalesce(sum(${unit}), 0) as float) as ${name}`).join(", ")
    const key = { location: "h.location_id", item: "h.inventory_item_id", category: "k.key", status: "k.key" }
    return {
      ctes: `${held.ctes}, ${group === "status" ? statusesAt(question.is_now) : member},
  stock as (
    select inventory_item_id, ${isOfPlace ? "location_id," : ""} count(*) as levels, sum(stocked) as stocked,
      sum(reserved) as reserved, sum(incoming) as incoming
    from held where is_there group by inventory_item_id ${isOfPlace ? ", location_id" : ""}
  ), grouped as (
    select ${key[group]} as key, cast(count(*) as integer) as items,
      cast(sum(h.levels) as integer) as levels, ${sums}
    from stock h ${isOfPlace || group === "item" ? "" : "left join member k on k.inventory_item_id = h.inventory_item_id"}
    group by 1
  ), result as materialized (
    select ${names}, g.items, g.levels, ${units.map(([name]) => `g.${name}`).join(", ")}
    from grouped g ${group === "item" ? "left join inventory_item i on i.id = g.key" : ""}
  )`,
      columns: [...columns, ...(group === "item" ? [] : ["items"]), "levels", ...units.map(([name]) => name)],
      totals: `select json_build_object(
        'items', (select count(*) from (select from stock group by inventory_item_id) i), 'levels', coalesce(sum(levels), 0),
        ${units.map(([name, unit]) => `'${name}', coalesce(sum(${unit}), 0)`).join(", ")}) from stock`,
      order,
      bindings: held.bindings,
    }
  }
