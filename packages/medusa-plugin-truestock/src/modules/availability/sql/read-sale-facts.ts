import { type Connection, query } from "../../../database/connection"
import type { SaleFacts } from "../rules/judge-for-sale"
import { partsOfVariant } from "./parts-of-variant"
import { OVERRIDE_JSON, POLICY_JSON } from "./read-facts"
import { SUPPLY_POLICY_JSON } from "./supply-facts"

/**
 * What decides whether a cart of the channel may hold these variants, as it is now: one statement, no locks, and none
 * of our own tables that the drain writes. Answers nothing for a variant that is unknown or deleted. `now` is the
 * database's clock in the same statement. What the cart itself holds is available to it.
 *
 * Without a channel there is no location either: core reserves nothing for such a cart.
 */
export async function readSaleFacts(
  connection: Connection,
  variantIds: string[],
  salesChannelId: string | null,
  cartId: string | null
): Promise<{ facts: SaleFacts[]; now: Date }> {
  const rows = await query<SaleFacts & { now: Date }>(connection, SALE_FACTS, {
    variant_ids: variantIds,
    sales_channel_id: salesChannelId,
    cart_id: cartId,
  })
  return { facts: rows, now: rows[0]?.now ?? new Date(0) }
}

const SALE_FACTS = `
  with variant as materialized (
    select v.id, v.product_id, v.manage_inventory, v.allow_backorder, p.status = 'published' as is_published
    from product_variant v
    join product p on p.id = v.product_id and p.deleted_at is null
    where v.id = any(cast(:variant_ids as text[])) and v.deleted_at is null
  ),
  ${partsOfVariant("h.cart_id = cast(:cart_id as text)")}
  select v.product_id, v.is_published,
    json_build_object('id', v.id, 'manage_inventory', v.manage_inventory, 'allow_backorder', v.allow_backorder,
      'parts', coalesce(parts.parts, '[]')) as variant,
    exists (
      select 1 from product_sales_channel c
      join sales_channel s on s.id = c.sales_channel_id and s.deleted_at is null
      where c.product_id = v.product_id and c.sales_channel_id = :sales_channel_id and c.deleted_at is null
    ) as is_in_channel,
    array(
      select l.stock_location_id from sales_channel_stock_location l
      join stock_location s on s.id = l.stock_location_id and s.deleted_at is null
      where l.sales_channel_id = :sales_channel_id and l.deleted_at is null
        and not exists (select 1 from inventory_location i
          where i.location_id = s.id and not i.is_active and i.deleted_at is null)
    ) as location_ids,
    (select coalesce(json_agg(policy), '[]') from (
       select ${POLICY_JSON} as policy from availability_policy
       where product_id = v.product_id and deleted_at is null
       union all
       select ${SUPPLY_POLICY_JSON} from availability_supply s where s.variant_id = v.id
     ) said) as policies,
    (select coalesce(json_agg(${OVERRIDE_JSON}), '[]') from availability_override
     where product_id = v.product_id and deleted_at is null) as overrides,
    truestock_now() as now
  from variant v
  left join parts on parts.variant_id = v.id`
