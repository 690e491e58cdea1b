import { connect } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Figures } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import type { Copies } from "../shop/copies.js"
import { quick, reserveAndRelease, setStock } from "./raw-writes.js"
import { ratio, takeTurns, times } from "../frame/turns.js"

const FEW = 10
const MANY = 50_000
const AT_MOST = 1.2
const ROUNDS = 10
const CALLS = 30

/** What a reservation costs must not grow with those that are live already. */
export async function hotItem({ all }: Copies, [quiet, hot]: [string, string]): Promise<Figures> {
  const client = await quick(await connect(all))
  try {
    await step(`Reserve ${MANY.toLocaleString("en-US")} times one item`, async () => {
      for (const [item, count] of [
        [quiet, FEW],
        [hot, MANY],
      ] as const) {
        await client.query(
          `update inventory_level set stocked_quantity = 1000000, raw_stocked_quantity = ${raw("1000000")}
           where inventory_item_id = $1 and location_id = $2 and deleted_at is null`,
          [item, MAIN_LOCATION]
        )
        await client.query(
          `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
           select 'resitem_hot' || $1 || i, $1, $2, 1, ${raw("1")} from generate_series(1, cast($3 as int)) i`,
          [item, MAIN_LOCATION, count]
        )
      }
      await client.query("vacuum analyze reservation_item")
    })
    const reserve = await step("Measure reservations of a hot and of a quiet item", () =>
      takeTurns(
        {
          few: () => reserveAndRelease(client, quiet, CALLS),
          many: () => reserveAndRelease(client, hot, CALLS),
        },
        ROUNDS
      )
    )
    const set = await step("Measure changes of their stock", () =>
      takeTurns(
        { few: () => setStock(client, quiet, CALLS), many: () => setStock(client, hot, CALLS) },
        ROUNDS
      )
    )
    const measured = { "one reserved and released": reserve, "stock set": set }
    return {
      tables: [
        {
          title: "live reservations of one item",
          columns: ["10: ms", "50,000: ms", "ratio"],
          rows: Object.entries(measured).map(([name, { few, many }]) => ({
            name,
            values: [median(few), median(many), times(ratio(many, few))],
          })),
        },
      ],
      checks: [],
      bars: Object.entries(measured).map(([name, { few, many }]) => ({
        name: `${name}, 50,000 live reservations of the item against 10`,
        value: ratio(many, few),
        unit: "x",
        atMost: AT_MOST,
      })),
    }
  } finally {
    await client.end()
  }
}
