import { id } from "./numbers.js"
import type { Statement } from "./statement.js"

export const ONLINE = "sc_bench00000001"
export const RETAIL = "sc_bench00000002"
export const MAIN_LOCATION = "sloc_bench00000001"
export const SECOND_LOCATION = "sloc_bench00000002"
export const REGION = "reg_bench00000001"
export const PUBLISHABLE_KEY = `pk_${"be".repeat(32)}`
/** Sees both channels: most products are in both, and must be listed once. */
export const TWO_CHANNELS_KEY = `pk_${"b2".repeat(32)}`

const links: [channel: string, location: string][] = [
  [ONLINE, MAIN_LOCATION],
  [ONLINE, SECOND_LOCATION],
  [RETAIL, SECOND_LOCATION],
]

const keys: [token: string, channel: string][] = [
  [PUBLISHABLE_KEY, ONLINE],
  [TWO_CHANNELS_KEY, ONLINE],
  [TWO_CHANNELS_KEY, RETAIL],
]

/** Two channels and two locations; the first key sees the channel that sells from both. One region with a sales tax. */
export const SHOP: Statement[] = [
  {
    what: "channels, locations, region and key",
    sql: `
      insert into sales_channel (id, name) values ('${ONLINE}', 'Online'), ('${RETAIL}', 'Retail');
      insert into stock_location (id, name) values ('${MAIN_LOCATION}', 'Main'), ('${SECOND_LOCATION}', 'Second');
      insert into sales_channel_stock_location (id, sales_channel_id, stock_location_id)
        select ${id("scloc")}, channel, location
        from (values ${links.map(([c, l], i) => `(${i + 1}, '${c}', '${l}')`).join(", ")}) as g(i, channel, location);
      insert into api_key (id, token, salt, redacted, title, type, created_by)
        select 'apk_' || token, token, '', 'pk_bench', 'Benchmark', 'publishable', 'bench'
        from (values ('${PUBLISHABLE_KEY}'), ('${TWO_CHANNELS_KEY}')) as k(token);
      insert into publishable_api_key_sales_channel (id, publishable_key_id, sales_channel_id)
        select ${id("pksc")}, 'apk_' || token, channel
        from (values ${keys.map(([k, c], i) => `(${i + 1}, '${k}', '${c}')`).join(", ")}) as g(i, token, channel);
      insert into region (id, name, currency_code) values ('${REGION}', 'United States', 'usd');
      update region_country set region_id = '${REGION}' where iso_2 = 'us';
      insert into tax_region (id, provider_id, country_code) values ('txreg_bench00000001', 'tp_system', 'us');
      insert into tax_rate (id, rate, code, name, is_default, tax_region_id)
        values ('txr_bench00000001', 8, 'sales', 'Sales tax', true, 'txreg_bench00000001')`,
  },
]
