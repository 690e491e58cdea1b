import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { id, raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION, REGION } from "../catalogue/shop.js"

export const SHIPPING_OPTION = "so_bench00000001"
export const PAYMENT_PROVIDER = "pp_system_default"

const PROFILE = "sp_bench00000001"
const PRICE_SET = "pset_benchshipping"
const FEE = "4.99"

/** What a checkout asks for and a listing does not: a way to ship, and one to pay. */
const SHIPPING = `
  insert into shipping_profile (id, name, type) values ('${PROFILE}', 'Books', 'books');
  insert into product_shipping_profile (id, product_id, shipping_profile_id)
    select ${id("prodsp")}, ${id("prod")}, '${PROFILE}' from g;
  insert into fulfillment_set (id, name, type) values ('fuset_bench00000001', 'Shipping', 'shipping');
  insert into service_zone (id, name, fulfillment_set_id) values ('serzo_bench00000001', 'US', 'fuset_bench00000001');
  insert into geo_zone (id, type, country_code, service_zone_id)
    values ('fgz_bench00000001', 'country', 'us', 'serzo_bench00000001');
  insert into location_fulfillment_set (id, stock_location_id, fulfillment_set_id)
    values ('locfs_bench00000001', '${MAIN_LOCATION}', 'fuset_bench00000001');
  insert into location_fulfillment_provider (id, stock_location_id, fulfillment_provider_id)
    values ('locfp_bench00000001', '${MAIN_LOCATION}', 'manual_manual');
  insert into shipping_option_type (id, label, description, code)
    values ('sotype_bench00000001', 'Standard', 'Some days', 'standard');
  insert into shipping_option (id, name, service_zone_id, shipping_profile_id, provider_id, shipping_option_type_id)
    values ('${SHIPPING_OPTION}', 'Standard', 'serzo_bench00000001', '${PROFILE}', 'manual_manual',
      'sotype_bench00000001');
  insert into shipping_option_rule (id, attribute, operator, value, shipping_option_id)
    values ('sorul_bench00000001', 'enabled_in_store', 'eq', '"true"', '${SHIPPING_OPTION}'),
      ('sorul_bench00000002', 'is_return', 'eq', '"false"', '${SHIPPING_OPTION}');
  insert into price_set (id) values ('${PRICE_SET}');
  insert into price (id, price_set_id, currency_code, amount, raw_amount)
    values ('price_benchshipping', '${PRICE_SET}', 'usd', ${FEE}, ${raw(FEE)});
  insert into shipping_option_price_set (id, shipping_option_id, price_set_id)
    values ('sops_bench00000001', '${SHIPPING_OPTION}', '${PRICE_SET}');
  insert into region_payment_provider (id, region_id, payment_provider_id)
    values ('regpp_bench00000001', '${REGION}', '${PAYMENT_PROVIDER}')`

export async function loadShipping(databaseUrl: string, products: number): Promise<void> {
  await step("Load a way to ship and one to pay", () =>
    withDatabase(databaseUrl, async (client) => {
      await client.query(`create temporary table g as select i from generate_series(1, ${products}) i`)
      await client.query(SHIPPING)
      await client.query("truncate availability_change")
    })
  )
}
