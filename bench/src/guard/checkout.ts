import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { MAIN_LOCATION, PUBLISHABLE_KEY, REGION } from "../catalogue/shop.js"
import type { Figures } from "../frame/figures.js"
import { median, percentile } from "../frame/medians.js"
import { httpClient, type Http } from "../load/http.js"
import { BOOKSTORE, openShop, PLAIN_SHOP } from "../shop/server.js"
import type { Copies } from "../shop/copies.js"
import { PAYMENT_PROVIDER, SHIPPING_OPTION } from "./shipping.js"
import { ratio, takeTurns, timed, times } from "../frame/turns.js"

const TURNS = 8
const CHECKOUTS_A_TURN = 4
const AT_MOST = 1.1

const ADDRESS = {
  ...{ first_name: "Ada", last_name: "Reader", address_1: "1 Main Street", city: "Nashville" },
  ...{ province: "TN", postal_code: "37201", country_code: "us" },
}

/** Whole checkouts over HTTP, in a shop with the plugin and in one without, on copies of one database. */
export async function checkout({ all, plain }: Copies, clients: number[]): Promise<Figures> {
  const variants = await sellable(all)
  const shops = [await openShop(plain, PLAIN_SHOP), await openShop(all, BOOKSTORE)]
  const [without, withPlugin] = shops.map(({ url }) =>
    httpClient(url, { "x-publishable-api-key": PUBLISHABLE_KEY }, Math.max(...clients))
  ) as [Http, Http]
  let next = 0
  // Two titles, each sold once in a long while: what is measured is not how buyers wait for one another.
  const turn = (shop: Http, clients: number) => async () => {
    const one = async () => {
      const spent: number[] = []
      for (let i = 0; i < CHECKOUTS_A_TURN / clients; i++) {
        const lines = [next++, next++].map((n) => variants[n % variants.length]!)
        spent.push(await timed(() => buy(shop, lines)))
      }
      return spent
    }
    return (await Promise.all(Array.from({ length: clients }, one))).flat()
  }
  try {
    const figures: Figures = { tables: [], checks: [], bars: [] }
    for (const n of clients) {
      const result = await step(`Measure checkouts, ${n} at a time`, () =>
        takeTurns({ without: turn(without, n), with: turn(withPlugin, n) }, TURNS)
      )
      const value = ratio(result.with, result.without)
      figures.tables.push({
        title: `checkout over HTTP, ${n} at a time`,
        columns: ["p50 ms", "p95 ms", "ratio"],
        rows: [
          { name: "without the plugin", values: [...spread(result.without), null] },
          { name: "with guard, ledger, feed and drain", values: [...spread(result.with), times(value)] },
        ],
      })
      figures.bars.push({ name: `checkout, ${n} at a time`, value, unit: "x", atMost: AT_MOST })
    }
    return { ...figures, checks: [await everyOrderReserved(all)] }
  } finally {
    for (const shop of [without, withPlugin]) shop.close()
    for (const shop of shops) await shop.stop()
  }
}

const spread = (spent: number[]) => [median(spent), percentile(spent, 95)]

/** As a storefront does it: cart, shipping, payment session, completion. */
async function buy(shop: Http, variants: string[]): Promise<void> {
  const { cart } = JSON.parse(
    await shop.post("/store/carts", {
      region_id: REGION,
      email: "ada@example.com",
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
      items: variants.map((variant_id) => ({ variant_id, quantity: 1 })),
    })
  )
  await shop.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: SHIPPING_OPTION })
  const { payment_collection } = JSON.parse(
    await shop.post("/store/payment-collections", { cart_id: cart.id })
  )
  await shop.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: PAYMENT_PROVIDER,
  })
  const answer = JSON.parse(await shop.post(`/store/carts/${cart.id}/complete`, {}))
  if (answer.type !== "order")
    throw new Error(`The checkout ended as ${JSON.stringify(answer).slice(0, 300)}`)
}

async function sellable(databaseUrl: string): Promise<string[]> {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query<{ variant_id: string }>(
      `select i.variant_id from product_variant_inventory_item i
       join inventory_level l using (inventory_item_id)
       join product_variant v on v.id = i.variant_id
       join product p on p.id = v.product_id
       join product_sales_channel c on c.product_id = p.id
       where p.status = 'published' and l.location_id = $1 and l.stocked_quantity >= 20
       group by i.variant_id having count(*) = 2 order by md5(i.variant_id)`,
      [MAIN_LOCATION]
    )
  )
  return rows.map(({ variant_id }) => variant_id)
}

async function everyOrderReserved(databaseUrl: string) {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query(`select (select count(*)::int from order_line_item) as lines,
      (select count(*)::int from reservation_item where deleted_at is null) as reservations,
      (select count(*)::int from stock_movement where kind = 'reserve') as movements`)
  )
  const { lines, reservations, movements } = rows[0]
  return {
    name: "every order line is reserved, and every reservation is in the books",
    passed: lines > 0 && lines === reservations && lines === movements,
    detail: `${lines} lines, ${reservations} reservations, ${movements} movements`,
  }
}
