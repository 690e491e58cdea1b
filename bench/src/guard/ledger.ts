import type { Client } from "../../../scripts/postgres/database.mjs"
import { connect } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"
import type { Figures, Row } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import type { Copies } from "../shop/copies.js"
import { ratio, takeTurns, takeTurnsAtOnce, timed, times, type Times } from "../frame/turns.js"

const AT_MOST = 3
const BULK = 100_000

export type Contestants = Record<"plain" | "ledger" | "all", Client>

/** One statement of raw SQL over many levels, with our triggers and without them. */
export async function ledger(copies: Copies): Promise<Figures> {
  const clients = await connectAll(copies)
  try {
    const bulk = await measure("100,000 levels updated", takeTurns, clients, 2, async (client) => [
      await updateLevels(client, BULK),
    ])
    const batch = await measure("1,000 levels updated", takeTurns, clients, 8, async (client) => {
      const spent: number[] = []
      for (let i = 0; i < 3; i++) spent.push(await updateLevels(client, 1_000))
      return spent
    })
    const first = await measure(
      "100,000 levels updated, first touch",
      takeTurnsAtOnce,
      clients,
      1,
      firstTouch
    )
    const inserts = await measure("100,000 levels inserted", takeTurnsAtOnce, clients, 2, insertLevels)
    return {
      tables: [
        {
          title: "raw SQL, one statement",
          columns: ["plain ms", "guard + ledger ms", "ratio", "with feed ms", "ratio"],
          rows: [batch, bulk, first, inserts].map(row),
          note: "first touch: the statement that meets a level for the first time also opens its books",
        },
      ],
      checks: [],
      bars: [batch, bulk].map(({ name, result }) => ({
        name: `${name}, guard + ledger + feed against raw SQL`,
        value: ratio(result.all, result.plain),
        unit: "x",
        atMost: AT_MOST,
      })),
    }
  } finally {
    for (const client of Object.values(clients)) await client.end()
  }
}

type Measured = { name: string; result: Times<keyof Contestants> }

async function connectAll({ plain, ledger, all }: Copies): Promise<Contestants> {
  return { plain: await connect(plain), ledger: await connect(ledger), all: await connect(all) }
}

async function measure(
  name: string,
  take: typeof takeTurns,
  clients: Contestants,
  rounds: number,
  turn: (client: Client) => Promise<number[]>
): Promise<Measured> {
  const { plain, ledger, all } = clients
  const contestants = { plain: () => turn(plain), ledger: () => turn(ledger), all: () => turn(all) }
  return { name, result: await step(`Measure ${name}`, () => take(contestants, rounds)) }
}

function row({ name, result }: Measured): Row {
  const { plain, ledger, all } = result
  const ratios = [ledger, all].flatMap((spent) => [median(spent), times(ratio(spent, plain))])
  return { name, values: [median(plain), ...ratios] }
}

const CHANGED = "k.stocked"

/** Every level gets another quantity, as a sync writes it. What it leaves behind is swept up outside of the time. */
export async function updateLevels(client: Client, count: number): Promise<number> {
  const { rows } = await client.query(
    `select array_agg(id) as ids, array_agg(stocked_quantity + 1) as stocked
     from (select id, stocked_quantity from inventory_level order by md5(id) limit $1) l`,
    [count]
  )
  const { ids, stocked } = rows[0]
  const spent = await timed(() =>
    client.query(
      `update inventory_level l set stocked_quantity = ${CHANGED}, raw_stocked_quantity = ${raw(CHANGED)},
         updated_at = now()
       from unnest(cast($1 as text[]), cast($2 as numeric[])) as k(id, stocked) where l.id = k.id`,
      [ids, stocked]
    )
  )
  await client.query("vacuum inventory_level")
  return spent
}

/** As if the plugin had just been installed. Without it, the same statement once more. */
async function firstTouch(client: Client): Promise<number[]> {
  await client.query("truncate level_guard")
  return [await updateLevels(client, BULK)]
}

const NEW_LEVELS = `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity,
    raw_stocked_quantity, raw_reserved_quantity, raw_incoming_quantity)
  select 'ilev_new' || id, id, 'sloc_new', 7, ${raw("7")}, ${raw("0")}, ${raw("0")}
  from (select id from inventory_item order by id limit ${BULK}) i`

async function insertLevels(client: Client): Promise<number[]> {
  const spent = await timed(() => client.query(NEW_LEVELS))
  await client.query("delete from inventory_level where location_id = 'sloc_new'")
  await client.query("vacuum inventory_level")
  return [spent]
}
