import { query, type Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import type { ProductFacts, StockFacts } from "../facts"
import { NOT_YET_DECIDED } from "./lock-products"
import { partsOfVariant } from "./parts-of-variant"
import { SUPPLY_POLICY_JSON } from "./supply-facts"

/**
 * Everything the rules need of the given products, in one statement (one snapshot) and a number of index look-ups
 * that grows with the products asked for, not with the catalogue. A product that is gone is answered as deleted.
 * `now` is the database's clock in the same statement.
 *
 * Read after lock-products.ts. Levels of deleted inventory items, links of deleted channels, and stock locations that
 * are deleted or inactive do not count.
 */
export async function readFacts(
  tx: Transaction,
  productIds: string[],
  brand: TruestockOptions["brand"]
): Promise<{ facts: ProductFacts[]; now: Date }> {
  const [known] = await query<BrandColumns>(
    tx,
    `select ${COLUMN_EXISTS("link")} as has_link, ${COLUMN_EXISTS("name")} as has_name`,
    {
      link_table: brand.link_table,
      link_column: brand.brand_id_column,
      name_table: brand.table,
      name_column: brand.name_column,
    }
  )
  return clocked(
    await query<ProductFacts & Clocked>(tx, factsSql(descriptionOf(brand, known!)), { ids: productIds })
  )
}

/** The same without what describes the product: what has changed when only quantities have. */
export async function readStockFacts(
  tx: Transaction,
  productIds: string[]
): Promise<{ facts: StockFacts[]; now: Date }> {
  return clocked(await query<StockFacts & Clocked>(tx, factsSql(), { ids: productIds }))
}

type Clocked = { now: Date }

const clocked = <F extends Clocked>(rows: F[]) => ({ facts: rows, now: rows[0]?.now ?? new Date(0) })

type BrandColumns = { has_link: boolean; has_name: boolean }

const COLUMN_EXISTS = (what: "link" | "name") =>
  `exists (select 1 from pg_attribute where attrelid = to_regclass(quote_ident(:${what}_table))
     and attname = :${what}_column and not attisdropped)`

const CHANNELS = `
  inactive as materialized (
    select location_id from inventory_location where not is_active and deleted_at is null
  ),
  channel_locations as materialized (
    select l.sales_channel_id, json_agg(l.stock_location_id order by l.stock_location_id) as location_ids
    from sales_channel_stock_location l
    join stock_location s on s.id = l.stock_location_id and s.deleted_at is null
    where l.deleted_at is null
      and s.id not in (select location_id from inactive)
    group by l.sales_channel_id
  ),
  channels as (
    select c.product_id, json_agg(json_build_object(
        'id', c.sales_channel_id,
        'location_ids', coalesce(l.location_ids, '[]'::json)) order by c.sales_channel_id) as channels
    from product_sales_channel c
    join sales_channel sc on sc.id = c.sales_channel_id and sc.deleted_at is null
    left join channel_locations l on l.sales_channel_id = c.sales_channel_id
    where c.product_id = any(cast(:ids as text[])) and c.deleted_at is null
    group by c.product_id
  )`

const VARIANTS = `
  variant as materialized (
    select id, product_id, manage_inventory, allow_backorder, sku, ean, upc, barcode
    from product_variant
    where product_id = any(cast(:ids as text[])) and deleted_at is null
  ),
  ${partsOfVariant()},
  variants as (
    select v.product_id, json_agg(json_build_object(
        'id', v.id,
        'manage_inventory', v.manage_inventory,
        'allow_backorder', v.allow_backorder,
        'parts', coalesce(p.parts, '[]'::json)) order by v.id) as variants
    from variant v
    left join parts p on p.variant_id = v.id
    group by v.product_id
  )`

const CATEGORIES_TAGS_PRICES = `
  categories as (
    select pc.product_id, json_agg(distinct a.id) as category_ids
    from product_category_product pc
    join product_category c on c.id = pc.product_category_id
      and c.deleted_at is null and c.is_active and not c.is_internal
    cross join lateral unnest(string_to_array(c.mpath, '.') || c.id) as path(id)
    join product_category a on a.id = path.id and a.deleted_at is null and a.is_active and not a.is_internal
    where pc.product_id = any(cast(:ids as text[]))
    group by pc.product_id
  ),
  tags as (
    select product_id, json_agg(product_tag_id order by product_tag_id) as tag_ids
    from product_tags where product_id = any(cast(:ids as text[]))
    group by product_id
  ),
  codes as (
    select product_id, json_agg(distinct code) as codes
    from variant cross join unnest(array[sku, ean, upc, barcode]) as code
    where code is not null
    group by product_id
  ),
  lowest as (
    select v.product_id, p.currency_code, min(p.amount) as amount
    from product_variant_price_set s
    join variant v on v.id = s.variant_id
    join price p on p.price_set_id = s.price_set_id and p.deleted_at is null
      and p.price_list_id is null and coalesce(p.rules_count, 0) = 0 and coalesce(p.min_quantity, 1) <= 1
    where s.variant_id = any(array(select id from variant)) and s.deleted_at is null
    group by v.product_id, p.currency_code
  ),
  prices as (
    select product_id, json_object_agg(currency_code, cast(amount as text) order by currency_code) as prices
    from lowest group by product_id
  )`

/** A row of availability_policy, and of availability_override, as the rules know them. */
export const POLICY_JSON = `json_build_object(
        'variant_id', variant_id, 'location_id', location_id,
        'low_stock_threshold', low_stock_threshold, 'safety_stock', safety_stock,
        'backorder_limit', backorder_limit,
        'lead_time_days', case when lead_time_min_days is not null
          then json_build_object('min', lead_time_min_days, 'max', lead_time_max_days) end,
        'release_date', release_date, 'strict_on_sale_date', strict_on_sale_date,
        'allow_preorder', allow_preorder, 'discontinued', discontinued, 'not_for_sale', not_for_sale)`
export const OVERRIDE_JSON = `json_build_object(
        'variant_id', variant_id, 'sales_channel_id', sales_channel_id, 'status', status,
        'notes', notes, 'note_visible', note_visible, 'expires_at', expires_at)`

const DECISIONS = `
  policies as (
    select product_id, json_agg(policy) as policies
    from (
      select product_id, ${POLICY_JSON} as policy
      from availability_policy
      where product_id = any(cast(:ids as text[])) and deleted_at is null
      union all
      select v.product_id, ${SUPPLY_POLICY_JSON}
      from variant v
      join availability_supply s on s.variant_id = v.id and s.variant_id = any(array(select id from variant))
    ) said
    group by product_id
  ),
  overrides as (
    select product_id, json_agg(${OVERRIDE_JSON}) as overrides
    from availability_override
    where product_id = any(cast(:ids as text[])) and deleted_at is null
    group by product_id
  ),
  previous as (
    select product_id, json_object_agg(sales_channel_id, status) as channels
    from availability_channel
    where product_id = any(cast(:ids as text[]))
    group by product_id
  )`

/** The brand of a product, as far as the shop's tables know one. */
function brandSql(brand: TruestockOptions["brand"], { has_link, has_name }: BrandColumns): string {
  if (!has_link) {
    return "select null::text as id, null::text as name"
  }
  const id = `l."${brand.brand_id_column}"`
  const name = has_name
    ? `(select n."${brand.name_column}" from "${brand.table}" n where n.id = ${id} and to_jsonb(n) ->> 'deleted_at' is null)`
    : "null::text"
  return `select ${id} as id, ${name} as name from "${brand.link_table}" l
    where l.product_id = w.product_id and l.deleted_at is null order by 1 limit 1`
}

/** Parts of the statement that a description adds. */
type Addition = { ctes: string; columns: string; joins: string }

function descriptionOf(brand: TruestockOptions["brand"], known: BrandColumns): Addition {
  return {
    ctes: `, ${CATEGORIES_TAGS_PRICES}`,
    columns: `
      coalesce(p.status = 'published', false) as is_published,
      p.title, p.subtitle, p.handle, p.thumbnail, p.collection_id, p.type_id,
      brand.id as brand_id, brand.name as brand_name,
      to_json(p.created_at) as created_at, to_json(p.updated_at) as updated_at,
      coalesce(categories.category_ids, '[]') as category_ids,
      coalesce(tags.tag_ids, '[]') as tag_ids,
      coalesce(codes.codes, '[]') as codes,
      coalesce(prices.prices, '{}') as prices,`,
    joins: `
    left join lateral (${brandSql(brand, known)}) brand on true
    left join categories on categories.product_id = w.product_id
    left join tags on tags.product_id = w.product_id
    left join codes on codes.product_id = w.product_id
    left join prices on prices.product_id = w.product_id`,
  }
}

const NOTHING: Addition = { ctes: "", columns: "", joins: "" }

/** Product and summary are named by the ids once more: joined to them alone, the whole tables would be read. */
function factsSql({ ctes, columns, joins } = NOTHING): string {
  return `with ${[CHANNELS, VARIANTS, DECISIONS].join(",")} ${ctes}
    select w.product_id,
      p.id is null or p.deleted_at is not null as is_deleted, ${columns}
      coalesce(channels.channels, '[]') as channels,
      (select coalesce(json_agg(location_id), '[]') from inactive) as inactive_location_ids,
      coalesce(variants.variants, '[]') as variants,
      coalesce(policies.policies, '[]') as policies,
      coalesce(overrides.overrides, '[]') as overrides,
      case when a.reason <> '${NOT_YET_DECIDED}' and a.deleted_at is null then a.status end as previous_status,
      coalesce(previous.channels, '{}') as previous_channels,
      truestock_now() as now
    from unnest(cast(:ids as text[])) as w(product_id)
    left join product p on p.id = w.product_id and p.id = any(cast(:ids as text[]))
    left join availability a on a.product_id = w.product_id and a.product_id = any(cast(:ids as text[]))
    left join channels on channels.product_id = w.product_id
    left join variants on variants.product_id = w.product_id ${joins}
    left join policies on policies.product_id = w.product_id
    left join overrides on overrides.product_id = w.product_id
    left join previous on previous.product_id = w.product_id`
}
